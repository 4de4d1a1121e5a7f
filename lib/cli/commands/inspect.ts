import { stableJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { masked } from '../../model/secret';
import type { PlatformId } from '../../model/targets';
import { platformNames, readableNames } from '../../platforms';
import type { Inspection } from '../../contract/platform';
import { readText } from '../../run/host-io';
import { exit, paint, say } from '../output/report';

export interface InspectOptions {
  readonly platform: string;
  readonly json?: boolean;
}

/** What a platform understands of a configuration file. */
export const inspected = (
  file: string,
  name: string,
): { readonly platform: PlatformId; readonly inspection: Inspection } => {
  const platform = platformNames().get(name);
  if (platform?.inspect === undefined)
    return fail(
      'platform.unknown',
      name,
      'is not a platform with configuration files',
      `write one of: ${readableNames().join(', ')}`,
    );
  const missing = {
    code: 'file.missing',
    message: 'there is no such file',
    hint: 'give what `show running-config` printed',
  };
  return { platform: platform.id, inspection: platform.inspect(readText(file, missing)) };
};

/** Shows what a configuration file says in nouns. Lines that no noun knows are listed; secrets in them are not shown. */
export const inspectCommand = (file: string, options: InspectOptions): number => {
  const { inspection: found } = inspected(file, options.platform);
  const unknown = found.unknown.map(({ line, text }) => ({ line, text: masked(text) }));
  if (options.json) {
    say(stableJson({ ...found, unknown }, 2));
    return exit.clean;
  }
  for (const { kind, name, lines, props } of found.nouns) {
    say(`${paint.strong(kind)} ${name}  ${paint.faint(`lines ${lines[0]} to ${lines[1]}`)}`);
    for (const [key, value] of Object.entries(props))
      say(`    ${key}: ${typeof value === 'string' ? value : stableJson(value)}`);
  }
  if (unknown.length > 0) say('', paint.warn(`${unknown.length} lines that no noun knows, kept as they are:`));
  for (const { line, text } of unknown) say(`  ${String(line).padStart(5)}  ${text}`);
  return exit.clean;
};
