import { lengthOfMask, networkOf, overlaps } from '../../../kernel/ip';
import { nouns, type Kind } from '../../../model/nouns';
import { isLogical } from './grammar/interface';
import type { Level } from './modes';
import { everyLine, linesAt, within, type Config, type Line } from './tree';

/*
 * The words in which a router refuses are known for few cases; where they are not, the lab's own begin with `%` as all
 * of the device's do. Whether a device refuses each of these at all is unproven too: the lab is strict, so that a wrong
 * order shows.
 */

const named = (address: string): string => {
  const [kind, ...name] = address.split('/');
  return `${nouns[kind as Kind].title} ${name.join('/')}`;
};

const holders = (config: Config, address: string): readonly Line[] => config.filter((line) => line.address === address);

/** Seen on devices: `% 10.58.1.0 overlaps with Tunnel5`. */
const overlapping = (config: Config, level: Level, line: Line): string | undefined => {
  const prefixOf = (text: string): string | undefined => {
    const parts = /^ip address ([\d.]+) ([\d.]+)/.exec(text);
    const length = parts ? lengthOfMask(parts[2]!) : undefined;
    return length === undefined ? undefined : `${parts![1]}/${length}`;
  };
  const vrfOf = (lines: Config): string => lines.find((each) => each.slot.endsWith('vrf forwarding'))?.text ?? '';
  const own = prefixOf(line.text);
  if (own === undefined) return undefined;
  const vrf = vrfOf(linesAt(config, level.path));
  const other = config
    .filter((each) => each.mode === 'interface' && each.slot !== level.path[0] && vrfOf(each.lines ?? []) === vrf)
    .find((each) => (each.lines ?? []).some((held) => overlaps(prefixOf(held.text) ?? '0.0.0.0/32', own)));
  if (other === undefined) return undefined;
  const network = networkOf(own).split('/')[0];
  return `% ${network} overlaps with ${other.slot.replace('interface ', '')}`;
};

/** Why the device does not take a line that it understands. */
export const refusalOf = (config: Config, level: Level | undefined, line: Line): string | undefined => {
  const missing = (line.refs ?? []).find((ref) => holders(config, ref).length === 0);
  if (missing !== undefined) return `% ${named(missing)} does not exist. Create first`;
  const rival = config.find((each) => line.rivals?.includes(each.slot));
  if (rival !== undefined) return `% ${line.slot}: ${rival.slot} is there already`;
  const port = /^interface (\S+)/.exec(line.text)?.[1];
  if (level === undefined && port !== undefined && !isLogical(port) && !config.some((each) => each.slot === line.slot))
    return '%Invalid interface type and number';
  return level?.mode === 'interface' ? overlapping(config, level, line) : undefined;
};

/** Why a block cannot go. A certificate map is in use until the last of its sequences goes. */
export const removalRefusal = (config: Config, line: Line): string | undefined => {
  if (line.mode === 'interface' && !isLogical(line.slot.replace('interface ', '')))
    return '% Removal of physical interfaces is not permitted';
  if (line.address === undefined || line.mode === 'interface') return undefined;
  if (holders(config, line.address).length > 1) return undefined;
  const user = everyLine(config).find(({ line: each, top }) => top !== line && each.refs?.includes(line.address!));
  return user && `% Cannot remove ${named(line.address)}: in use by ${user.top.slot}`;
};

/** The routes through an interface go with it. */
export const afterRemoval = (config: Config, line: Line): Config =>
  line.mode === 'interface' && line.address !== undefined
    ? config.filter((each) => !(each.refs?.includes(line.address!) && each.lines === undefined))
    : config;

/** Seen on devices for IPv4; that the words for IPv6 are the same is not proven. */
const families = [
  { title: 'IPv4', is: ({ slot }: Line) => /^ip (address|unnumbered)\b/.test(slot) },
  { title: 'IPv6', is: ({ slot }: Line) => /^ipv6 (address|enable|unnumbered)\b/.test(slot) },
];

/** A VRF takes the addresses off its interface. */
export const sideEffects = (
  config: Config,
  before: Config,
  level: Level | undefined,
  line: Line,
): { readonly config: Config; readonly words?: string } => {
  if (level?.mode !== 'interface' || !line.slot.endsWith('vrf forwarding')) return { config };
  const [was, is] = [linesAt(before, level.path), linesAt(config, level.path)];
  const has = (lines: Config): boolean => lines.some((each) => each.text === line.text);
  if (has(was) === has(is)) return { config };
  const wiped = families.filter(({ is }) => was.some((each) => !each.text.startsWith('no ') && is(each)));
  if (wiped.length === 0) return { config };
  const port = level.path[0]!.replace('interface ', '');
  const vrf = line.text.split(' ').pop();
  return {
    config: within(config, level.path, (lines) => lines.filter((each) => !families.some(({ is }) => is(each)))),
    words: wiped
      .map(
        ({ title }) =>
          `% Interface ${port} ${title} disabled and address(es) removed due to ${has(is) ? 'enabling' : 'disabling'} VRF ${vrf}`,
      )
      .join('\n'),
  };
};
