import type { FileReading, Platform } from '../contract/platform';
import { fail } from '../kernel/problem';
import type { PlatformId } from '../model/targets';
import { platformNames, readableNames } from '../platforms';
import { readText } from '../run/host-io';

type AnyPlatform = Platform<PlatformId, unknown, unknown>;

const isPrintedBy = ({ prints = [] }: AnyPlatform, lines: readonly string[]): boolean =>
  lines.some((line) => prints.some((form) => form.test(line)));

/** What is no configuration of the platform is said to be that: an empty result would look like an empty device. */
const refuseOther = (file: string, text: string, platform: AnyPlatform): void => {
  const give = 'give what `show running-config` printed';
  if (text.includes('\0'))
    fail('file.binary', file, 'is binary, or text in UTF-16', `${give}, as plain text (UTF-8 or ASCII)`);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) fail('file.empty', file, 'is empty', give);
  if (isPrintedBy(platform, lines)) return;
  const [name, other] = [...platformNames()].find(([, each]) => isPrintedBy(each, lines)) ?? [];
  if (other !== undefined)
    fail(
      'file.other-platform',
      file,
      `is a configuration of ${other.title}, not of ${platform.title}`,
      `write --platform ${name}`,
    );
};

const missing = {
  code: 'file.missing',
  message: 'there is no such file',
  hint: 'give what `show running-config` printed',
};

/** The platform of which a file has lines that no other prints. */
export const platformNameOf = (file: string): string => {
  const lines = readText(file, missing).split(/\r?\n/);
  const names = [...platformNames()].flatMap(([name, each]) => (isPrintedBy(each, lines) ? [name] : []));
  if (names.length === 1) return names[0]!;
  return fail(
    'platform.missing',
    file,
    'is a configuration file of what?',
    `write --platform ${readableNames().join(' or --platform ')}`,
  );
};

/** A configuration file, as a platform reads it. */
export interface InspectedFile extends FileReading<unknown> {
  readonly platform: PlatformId;
  readonly text: string;
}

/** What a platform understands of a configuration file. */
export const inspected = (file: string, name: string): InspectedFile => {
  const platform = platformNames().get(name);
  if (platform?.read === undefined)
    return fail(
      'platform.unknown',
      name,
      'is not a platform with configuration files',
      `write one of: ${readableNames().join(', ')}`,
    );
  const text = readText(file, missing);
  return { platform: platform.id, text, ...inspectedText(file, text, platform) };
};

/** The same of a text. `file`: where it is from. */
export const inspectedText = (file: string, text: string, platform: AnyPlatform): FileReading<unknown> => {
  refuseOther(file, text, platform);
  const read = platform.read!(text);
  const { inspection } = read;
  if (inspection.nouns.length + inspection.unmanaged.length === 0)
    return fail(
      'file.foreign',
      file,
      `not one of its lines is of ${platform.title}`,
      'give what `show running-config` printed',
    );
  return read;
};
