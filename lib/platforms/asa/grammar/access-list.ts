import { lines, onHeaderLine, statements } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import { missed, oneOf, rest, type Miss, type Words } from '../../../desired/cli/words';
import { defined } from '../../../kernel/defined';
import { inverse, isIpv4 } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';
import { endText } from '../../../model/shared/access-list';
import { hostOrNetwork } from './words';

type List = NounOf<'access-list'>;
type Rule = Exclude<List['entries'][number], { remark: string }>;

const miss = (words: readonly string[], at: number): Miss => ({
  miss: at < words.length ? 'invalid' : 'incomplete',
  at,
});

/** Words with a name behind them, which are an end as they stand. */
const named = ['object', 'object-group', 'object-group-network-service', 'interface'];

/** `any`, `any4`, `any6`, a host or network (a wildcard is turned round), `object O`, `object-group G`. */
const end: Words<string> = {
  print: (value) => {
    const [first = '', second = ''] = value.split(' ');
    if (isIpv4(second)) return [first, inverse(second)];
    return /[.:]/.test(first) && second === '' ? hostOrNetwork.print(value) : value.split(' ');
  },
  read: (words, at) => {
    const [first = '', second] = [words[at]?.toLowerCase(), words[at + 1]];
    if (first === 'any' || first === 'any4' || first === 'any6') return { value: first, next: at + 1 };
    if (!named.includes(first)) return hostOrNetwork.read(words, at);
    return second === undefined ? miss(words, at + 1) : { value: `${first} ${second}`, next: at + 2 };
  },
};

const counts: Readonly<Record<string, number>> = { eq: 2, neq: 2, lt: 2, gt: 2, range: 3, 'object-group': 2 };
/** Where no ports stand there is nothing to read. */
const portsAt = (words: readonly string[], at: number, withGroup: boolean): string | undefined => {
  const first = words[at]?.toLowerCase() ?? '';
  const count = first === 'object-group' && !withGroup ? 0 : (counts[first] ?? 0);
  return count > 0 && words.length >= at + count ? words.slice(at, at + count).join(' ') : undefined;
};

/** The words at the end of an entry; a word that is none of them makes the entry unreadable. */
const tail =
  /^(?:[a-z0-9-]+(?: \d+)?(?= |$)(?<!^log|^inactive|^time-range))?(?: ?log(?: (?:disable|default|(?:emergencies|alerts|critical|errors|warnings|notifications|informational|debugging|[0-7])(?: interval \d+)?|interval \d+))?)?(?: ?time-range \S+)?(?: ?inactive)?$/;
const isTail = (text: string, protocol: string): boolean =>
  tail.test(text) && (/^(log|time-range|inactive)\b|^$/.test(text) || /^(icmp6?|1|58)$|^object/.test(protocol));

/** `user-group "CORP\\Vendor Ops"`, `security-group name S`: who sends, in front of where from. */
const who = (words: readonly string[], at: number): number => {
  const first = words[at]?.toLowerCase() ?? '';
  if (first === 'security-group') return /^(name|tag)$/.test(words[at + 1] ?? '') ? at + 3 : at;
  if (/^object-group-(user|security)$/.test(first)) return at + 2;
  if (first !== 'user' && first !== 'user-group') return at;
  if (!words[at + 1]?.startsWith('"')) return at + 2;
  const close = words.findIndex((word, i) => i > at && word.endsWith('"') && (i > at + 1 || word.length > 1));
  return close === -1 ? at : close + 1;
};

/** An end with those in front of it: users and security groups. */
const endWithUsers: Words<string> = {
  print: (value) => {
    const words = value.split(' ');
    let at = 0;
    for (let next = who(words, 0); next > at; next = who(words, at)) at = next;
    return [...words.slice(0, at), ...end.print(words.slice(at).join(' '))];
  },
  read: (words, at) => {
    let from = at;
    for (let next = who(words, from); next > from; next = who(words, from)) from = next;
    const read = end.read(words, from);
    return missed(read) || from === at
      ? read
      : { value: [...words.slice(at, from), read.value].join(' '), next: read.next };
  },
};

type Read = { readonly value: Omit<Rule, 'sequence'>; readonly next: number } | Miss;
/**
 * The words behind the action. An object group behind an end is one of ports, or the other end: `groups` says which is
 * tried for the source.
 */
const ruleFrom = (words: readonly string[], at: number, groups: boolean): Read => {
  const does = oneOf('permit', 'deny').read(words, at);
  if (missed(does)) return does;
  const isObject = /^object(-group)?$/.test(words[at + 1] ?? '');
  const protocol = words.slice(at + 1, at + (isObject ? 3 : 2)).join(' ');
  if (protocol === '') return miss(words, at + 1);
  const source = endWithUsers.read(words, at + (isObject ? 3 : 2));
  if (missed(source)) return source;
  const sourcePort = portsAt(words, source.next, groups);
  const toward = endWithUsers.read(words, source.next + (sourcePort?.split(' ').length ?? 0));
  if (missed(toward)) return toward;
  const destinationPort = portsAt(words, toward.next, true);
  const next = toward.next + (destinationPort?.split(' ').length ?? 0);
  const options = words.slice(next).join(' ');
  if (!isTail(options, protocol)) return miss(words, next);
  const said = defined({
    sourcePort,
    destination: toward.value,
    destinationPort,
    options: options === '' ? undefined : options,
  });
  return { value: { action: does.value, protocol, source: source.value, ...said }, next: words.length };
};

const extended: Words<Omit<Rule, 'sequence'>> = {
  print: ({ action, protocol = 'ip', source, sourcePort, destination, destinationPort, options }) => [
    action,
    ...protocol.split(' '),
    ...endWithUsers.print(endText(source)),
    ...(sourcePort?.split(' ') ?? []),
    ...(destination === undefined ? [] : endWithUsers.print(endText(destination))),
    ...(destinationPort?.split(' ') ?? []),
    ...(options?.split(' ') ?? []),
  ],
  read: (words, at) => {
    const plain = ruleFrom(words, at, false);
    if (!missed(plain)) return plain;
    const other = ruleFrom(words, at, true);
    return missed(other) && other.at < plain.at ? plain : other;
  },
};

const standard: Words<Pick<Rule, 'action' | 'source'>> = {
  print: ({ action, source }) => [action, ...end.print(endText(source))],
  read: (words, at) => {
    const action = oneOf('permit', 'deny').read(words, at);
    if (missed(action)) return action;
    const source = end.read(words, at + 1);
    return missed(source) ? source : { value: { action: action.value, source: source.value }, next: source.next };
  },
};

/** A line with the type of its list in front, which is no field of an entry. */
type Typed = { readonly type?: string; readonly remark?: string } & Partial<Rule>;
const entry: Words<Typed> = {
  print: (value) => {
    if (value.remark !== undefined) return ['remark', ...value.remark.split(' ')];
    if (value.type === 'standard') return ['standard', ...standard.print(value as Rule)];
    return ['extended', ...extended.print(value as Rule)];
  },
  read: (words, at) => {
    const type = words[at]?.toLowerCase();
    if (type === 'remark') {
      const read = rest.read(words, at + 1);
      return missed(read) ? read : { value: { remark: read.value }, next: read.next };
    }
    // A PIX, and whoever types, leaves the type out.
    const short = type === 'permit' || type === 'deny';
    if (!short && type !== 'standard' && type !== 'extended') return miss(words, at);
    const read = type === 'standard' ? standard.read(words, at + 1) : extended.read(words, short ? at : at + 1);
    return missed(read) ? read : { value: { type: short ? 'extended' : type, ...read.value }, next: read.next };
  },
};

/** An ASA prints no numbers: the order of the lines is the order of the list. A note may stand in it twice. */
export const accessList = statements<{ name: string; entries: Typed[]; type?: string }>({
  lead: 'access-list',
  key: byName,
  clear: 'clear configure access-list',
  decides: { lines: 'all' },
  through: {
    lines: (noun) => {
      const { type, entries } = noun as unknown as List;
      return { entries: entries.map(({ sequence: _place, ...each }) => ({ type, ...each })) };
    },
    noun: (held) => {
      const entries = (held['entries'] ?? []) as readonly Typed[];
      return {
        type: entries.find((each) => each.type !== undefined)?.type ?? 'extended',
        entries: entries.map(({ type: _type, ...each }, i) => ({ sequence: (i + 1) * 10, ...each })),
      };
    },
  },
  fields: {
    type: onHeaderLine,
    entries: lines('', entry, { ordered: true, repeats: ({ remark }) => remark !== undefined }),
  },
});
