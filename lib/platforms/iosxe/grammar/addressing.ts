import { onHeaderLine, lines, refused, section, statements } from '../../../desired/cli/forms';
import {
  address,
  address6,
  either,
  integer,
  name,
  oneOf,
  prefix6,
  rest,
  sequence,
  type Words,
} from '../../../desired/cli/words';
import { inverse, ipv4Prefix, isIpv4, isIpv4Cidr, lengthOfMask } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';
import { byName, except } from './words';

type Entry = NounOf<'access-list'>['entries'][number];
/** Tags of sources are refused before (limits.ts). */
type Rule = Omit<Exclude<Entry, { remark: string }>, 'securityGroupTags'>;
type Rule6 = NounOf<'ipv6-access-list'>['entries'][number];

/** Several ranges may share a name; each is a line of its own. */
export const addressPool = statements<NounOf<'address-pool'>>({
  lead: 'ip local pool',
  key: byName,
  fields: {
    supernet: refused('a pool of a router is its ranges: write ranges'),
    overridable: refused('only an FMC has object overrides: write a pool for each router'),
    mask: refused('IOS-XE gives no mask with a pool: leave mask out'),
    ranges: lines('', sequence<{ from: string; to?: string }>({ from: address, to: address }, ['to'])),
  },
});

/** `any`, `host A` (in a standard list `A`), `A wildcard`, `object-group G`. */
const end = (host: readonly string[]): Words<string> => ({
  print: (value) => {
    if (isIpv4(value)) return [...host, value];
    if (!isIpv4Cidr(value)) return value.split(' ');
    const { address: network, mask, length } = ipv4Prefix(value);
    return length === 32 ? [...host, network] : [network, inverse(mask)];
  },
  read: (words, at) => {
    const [first = '', second = ''] = [words[at]?.toLowerCase(), words[at + 1]];
    if (first === 'any') return { value: 'any', next: at + 1 };
    if (first === 'host' && isIpv4(second)) return { value: second, next: at + 2 };
    if (first === 'object-group' && second !== '') return { value: `object-group ${second}`, next: at + 2 };
    if (!isIpv4(first)) return { miss: first === '' ? 'incomplete' : 'invalid', at };
    if (!isIpv4(second)) return { value: first, next: at + 1 };
    const length = lengthOfMask(inverse(second));
    if (length === undefined) return { value: `${first} ${second}`, next: at + 2 };
    return { value: length === 32 ? first : `${first}/${length}`, next: at + 2 };
  },
});

/** Words that end the ports of `eq` and `neq`, of which there may be ten: the next end, or an option. */
const noPort =
  /^(any|host|object-group|ack|established|fin|fragments|log|log-input|match-all|match-any|option|psh|reflect|rst|syn|time-range|dscp|precedence|tos|ttl|urg|\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f:/]*|[+-]\S+)$/;

/** `eq 443`, `eq 22 443`, `range 1 2`; a name of a port stays as it is. */
const ports: Words<string> = {
  print: (value) => value.split(' '),
  read: (words, at) => {
    const operator = words[at]?.toLowerCase() ?? '';
    if (!['eq', 'neq', 'lt', 'gt', 'range'].includes(operator)) return { miss: 'invalid', at };
    const taken = operator === 'range' ? 3 : 2;
    if (words.length < at + taken) return { miss: 'incomplete', at: words.length };
    let next = at + taken;
    const several = operator === 'eq' || operator === 'neq';
    while (several && next < words.length && !noPort.test(words[next]!.toLowerCase())) next++;
    return { value: words.slice(at, next).join(' ').toLowerCase(), next };
  },
};

const sequenceNumber = integer(1, 4294967294);
const action = oneOf('permit', 'deny');
const isRemark = (entry: Entry): entry is Extract<Entry, { remark: string }> => 'remark' in entry;
const remarkLine: Words<{ sequence: number; remark: string }> = {
  print: ({ sequence: place, remark: text }: { sequence?: number; remark: string }) => [
    ...(place === undefined ? [] : [String(place)]),
    'remark',
    ...rest.print(text),
  ],
  read: (words, at) => {
    const word = sequenceNumber.read(words, at);
    const next = 'miss' in word ? at : word.next;
    if (words[next]?.toLowerCase() !== 'remark') return { miss: 'invalid', at: next };
    const text = rest.read(words, next + 1);
    if ('miss' in text) return text;
    const place = 'miss' in word ? {} : { sequence: word.value };
    return { value: { ...place, remark: text.value } as { sequence: number; remark: string }, next: text.next };
  },
};

/** The end of a standard list is never a group, which stands for a service in an extended one. */
const plainEnd = except(end([]), 'object-group');
const standardRule = sequence<Rule>(
  { sequence: sequenceNumber, action, source: plainEnd, options: oneOf('log') } as never,
  ['sequence', 'options'],
);
const extendedRule = sequence<Rule>(
  {
    sequence: sequenceNumber,
    action,
    protocol: except(name, 'object-group'),
    source: end(['host']),
    sourcePort: ports,
    destination: end(['host']),
    destinationPort: ports,
    options: rest,
  },
  ['sequence', 'sourcePort', 'destinationPort', 'options'],
);
const protocols = (words: Words<Rule>): Words<Rule> => ({
  ...words,
  print: (rule) => words.print({ ...rule, protocol: rule.protocol ?? 'ip' }),
});
/** The destination is what a standard list has not; the type stands in the header, not in the line. */
const rule = either<Rule, Rule>(
  protocols(extendedRule),
  (value): value is Rule => value.destination !== undefined,
  standardRule,
);
const entry = either<Extract<Entry, { remark: string }>, Rule>(remarkLine, isRemark, rule) as Words<Entry>;

/** A name stands for one list of any kind (Cisco, Configuring IPv6 ACLs: each must have a unique name). */
const listHeaders = {
  standard: (own: string) => `ip access-list standard ${own}`,
  extended: (own: string) => `ip access-list extended ${own}`,
  ipv6: (own: string) => `ipv6 access-list ${own}`,
};

/**
 * Older releases print no sequence numbers; a line cannot be typed over another of its number. Newer ones give remarks the
 * number of the entry below them: that of an entry takes the entry away, so that a remark goes by its text.
 */
export const accessList = section<NounOf<'access-list'>>({
  lead: 'ip access-list',
  prompt: 'config-ext-nacl',
  decides: { lines: /^(\d+ +)?(permit|deny|evaluate|dynamic) / },
  key: sequence<{ type: 'standard' | 'extended'; name: string }>({ type: oneOf('standard', 'extended'), name }),
  rivals: ({ type, name: own }) => [
    listHeaders[type === 'standard' ? 'extended' : 'standard'](own),
    listHeaders.ipv6(own),
  ],
  fields: {
    type: onHeaderLine,
    entries: lines('', entry, {
      key: (value) => (isRemark(value) ? entry.print(value) : [String(value.sequence)]),
      undo: (value) => ['no', ...(isRemark(value) ? entry.print(value) : [String(value.sequence)])],
      replaceByNegation: true,
      numbered: 'sequence',
    }),
  },
});

const end6 = either<string, string>(
  {
    print: (value) => (value === 'any' ? ['any'] : ['host', value]),
    read: (words, at) => (words[at]?.toLowerCase() === 'any' ? { value: 'any', next: at + 1 } : host6(words, at)),
  },
  (value): value is string => !value.includes('/'),
  prefix6,
);
const host6: Words<string>['read'] = (words, at) =>
  words[at]?.toLowerCase() === 'host' ? address6.read(words, at + 1) : { miss: 'invalid', at };

/** Devices print the number first (`sequence 10 permit …`) on some releases and last on others; both are read. */
const rule6: Words<Rule6> = (() => {
  const fields = sequence<Rule6>(
    {
      sequence: integer(1, 4294967294),
      action,
      protocol: name,
      source: end6,
      sourcePort: ports,
      destination: end6,
      destinationPort: ports,
      options: rest,
    },
    ['sequence', 'sourcePort', 'destinationPort', 'options'],
  );
  const number = (words: readonly string[]): readonly string[] => {
    const at = words.findIndex((text) => text.toLowerCase() === 'sequence');
    return at === -1 ? words : [words[at + 1] ?? '', ...words.filter((_word, i) => i !== at && i !== at + 1)];
  };
  return {
    print: (value: { sequence?: number }) => [
      ...(value.sequence === undefined ? [] : ['sequence']),
      ...fields.print(value as Rule6),
    ],
    read: (words, at) => {
      const read = fields.read(number(words.slice(at)), 0);
      return 'miss' in read ? { ...read, at: read.at + at } : { value: read.value, next: words.length };
    },
  };
})();

export const ipv6AccessList = section<NounOf<'ipv6-access-list'>>({
  lead: 'ipv6 access-list',
  prompt: 'config-ipv6-acl',
  decides: { lines: /^(sequence +\d+ +)?(permit|deny|evaluate) / },
  key: byName,
  rivals: ({ name: own }) => [listHeaders.standard(own), listHeaders.extended(own)],
  fields: {
    entries: lines('', rule6, {
      key: (value) => ['sequence', String(value.sequence)],
      undo: (value) => ['no', 'sequence', String(value.sequence)],
      replaceByNegation: true,
      numbered: 'sequence',
    }),
  },
});
