import { App, Aspects, RulePack, VpnStack } from 'tunnelwright';
import { platformNames } from '../../lib/platforms';
import { lint, packNamed } from '../../lib/rules';
import type { ReportedFinding } from '../../lib/rules/engine/check';
import { networkOf, type ReadFile } from '../../lib/rules/engine/configuration-files';

/**
 * A network: a running-config, several by the name of the device, or what a program declares. A text is of IOS-XE unless
 * its first line names another platform: `! asa`.
 */
export type Source = string | Readonly<Record<string, string>> | ((stack: VpnStack) => void);

/** What breaks a rule, and what nearly does. docs/rules.md shows both. */
export interface RuleExample {
  /** Who asks for it, where that is not `correctness`. */
  readonly pack?: string;
  readonly bad: Source;
  /** What the rule says of `bad`. */
  readonly says: readonly string[];
  readonly good: Source;
}

/** The text of a running-config without the indent that it has in a test. */
export const text = (source: string): string => {
  const lines = source.split('\n').filter((line, i, all) => line.trim() !== '' || (i > 0 && i < all.length - 1));
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length));
  return lines.map((line) => line.slice(indent)).join('\n');
};

const defaultPlatform = 'ios-xe';
const platformNamed = (source: string): string => /^! (\S+)\n/.exec(source)?.[1] ?? defaultPlatform;

const read = (file: string, source: string): ReadFile => {
  const platform = platformNames().get(platformNamed(source))!;
  return { file, platform: platform.id, inspection: { hostname: file, ...platform.read!(source).inspection } };
};

/** Everything that correctness, and a pack if one is given, find in it. */
export const findingsIn = (source: Source, pack?: string): readonly ReportedFinding[] => {
  if (typeof source === 'function') {
    const stack = new VpnStack(new App(), 'net');
    source(stack);
    if (pack !== undefined) Aspects.of(stack).add(new RulePack(packNamed(pack)!));
    expect(stack.problems.filter(({ code }) => !code.startsWith('TW-'))).toEqual([]);
    return stack.manifest.lint!.findings;
  }
  const packs = pack === undefined ? [] : [{ pack: packNamed(pack)!, within: '' }];
  const devices = typeof source === 'string' ? { edge: source } : source;
  const texts = Object.entries(devices).map(([name, config]) => [name, text(config)] as const);
  const { network, placeOf } = networkOf(texts.map(([name, config]) => read(name, config)));
  return lint(network, packs, placeOf);
};
