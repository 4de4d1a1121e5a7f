import { isIpv6 } from '../../../kernel/ip';
import { filledIn, orderOf } from './grammar/order';
import { type6, type7 } from './passwords';
import { put, type Config, type Line } from './tree';

/** Lines that the device prints with a blank behind them. */
const trailing =
  /^(crypto ipsec transform-set \S+ .+|crypto ikev2 proposal \S+|set transform-set .+|match identity remote address 0\.0\.0\.0|crypto keyring \S+ )$/;
/** What the device prints behind the lines of a block, beside its own `!`. */
const closers: Readonly<Record<string, readonly string[]>> = {
  'crypto ikev2 keyring / peer': [' !'],
  'vrf definition / address-family': [' exit-address-family', ' !'],
  'router / address-family': [' exit-address-family'],
};
/** Blocks whose lines the device indents by more than one. */
const indents: Readonly<Record<string, number>> = {
  'crypto keyring': 2,
  'crypto isakmp profile': 3,
  'crypto ikev2 client flexvpn': 2,
};
/** Blocks that stand without `!` between them. */
const dense = /^(no )?crypto ipsec transform-set /;

interface Disguise {
  readonly type7: boolean;
  readonly type6: boolean;
  /** One of them was switched on since the configuration was printed that the device booted with. */
  readonly since: boolean;
}

/** The device prints IPv6 addresses in capitals and sets rules that deny in line with those that permit. */
const asSpelled = (text: string): string => {
  if (text.startsWith('description ')) return text;
  const spelled = text
    .replace(/^(match identity remote address 0\.0\.0\.0) 0\.0\.0\.0$/, '$1')
    .replace(/^(\d+ |access-list \d+ )?deny (?=\S)/, '$1deny   ');
  return spelled.includes(':') ? spelled.replace(ipv6, (word) => (isIpv6(word) ? word.toUpperCase() : word)) : spelled;
};
const ipv6 = /(?<= )[\da-f:.]*:[\da-f:.]*(?=[ /]|$)/g;

const shown = (line: Line, disguise: Disguise): string => {
  if (line.printed !== undefined && !(line.secret && disguise.since)) return line.printed;
  if (line.secret) {
    const { lead, type, text, tail = '' } = line.secret;
    const printed = (): string => {
      if (type === 0 && lead.startsWith('username ') && !disguise.type7) return `0 ${text}`;
      if (type !== 0) return `${type} ${text}`;
      if (disguise.type6) return `6 ${type6(text)}`;
      return disguise.type7 ? `7 ${type7(text)}` : text;
    };
    // Of this one secret the encryption stands behind the text.
    if (lead.startsWith('ntp authentication-key ')) return `${lead} ${printed().split(' ').reverse().join(' ')}${tail}`;
    return `${lead} ${printed()}${tail}`;
  }
  return asSpelled(line.text);
};

const withBlank = (text: string): string => (trailing.test(text) ? `${text} ` : text);

const filled = (line: Line): Config =>
  (line.bare || line.text.startsWith('no ') ? [] : (filledIn[line.mode ?? ''] ?? [])).reduce(
    (lines, { slots, text }) => {
      if (lines.some((each) => slots.some((slot) => each.slot === slot || each.slot.startsWith(`${slot} `))))
        return lines;
      const order = orderOf(line.mode!, text, []);
      return put(lines, { slot: slots[0]!, text, ...(order ? { order } : {}) });
    },
    line.lines ?? [],
  );

const isData = (line: Line): boolean => line.mode?.startsWith('crypto pki certificate chain / certificate') ?? false;

const printed = (line: Line, depth: number, disguise: Disguise): readonly string[] => {
  const pad = ' '.repeat(depth);
  const own = pad + withBlank(shown(line, disguise));
  if (isData(line)) return [own, ...(line.lines ?? []).map(({ text }) => `  ${text}`), '  \tquit'];
  return [
    own,
    ...filled(line).flatMap((child) =>
      printed(child, depth + (line.indent ?? indents[line.mode ?? ''] ?? 1), disguise),
    ),
    ...closersOf(line),
  ];
};

const closersOf = (line: Line): readonly string[] =>
  closers[line.mode ?? ''] ?? (line.lines && line.text.startsWith('address-family ') ? [' exit-address-family'] : []);

const groupOf = (line: Line): string => (line.lines ? line.slot : String(line.order?.[0] ?? ''));

/** From `version` to `end`, as `show running-config` prints it. */
export const printConfig = (config: Config, release: string): string => {
  const has = (text: string) => config.some((line) => line.text === text);
  const switches = ['service password-encryption', 'password encryption aes'];
  const disguise = {
    type7: has(switches[0]!),
    type6: has(switches[1]!),
    since: config.some((line) => switches.includes(line.text) && line.printed === undefined),
  };
  const version = `version ${release.split('.').slice(0, 2).join('.')}`;
  const body = config.flatMap((line, i) => {
    const before = config[i - 1];
    const together =
      before !== undefined && (groupOf(before) === groupOf(line) || (dense.test(before.text) && dense.test(line.text)));
    const first = before === undefined && line.text.startsWith('service ');
    return [...(together || first ? [] : ['!']), ...printed(line, 0, disguise)];
  });
  return [version, ...body, '!', 'end', ''].join('\n');
};
