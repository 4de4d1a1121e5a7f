import { onHeaderLine, line, lines, section, statement, statements } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import {
  address,
  addressWithMask,
  after,
  integer,
  mapped,
  name,
  oneOf,
  rest,
  sequence,
  type Words,
} from '../../../desired/cli/words';
import { inverse, ipv4Prefix, isIpv4, isIpv4Cidr, lengthOfMask } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';

type Pool = NounOf<'address-pool'>;
type List = NounOf<'access-list'>;
type Rule = Exclude<List['entries'][number], { remark: string }>;
type Route = NounOf<'static-route'>;

/** `10.0.0.1-10.0.0.9`, one range for a pool. */
const range: Words<Pool['ranges']> = {
  print: ([one]) => [`${one!.from}-${one!.to ?? one!.from}`],
  read: (words, at) => {
    const [from = '', to = ''] = words[at]?.split('-') ?? [];
    if (!isIpv4(from) || !isIpv4(to)) return { miss: words[at] === undefined ? 'incomplete' : 'invalid', at };
    return { value: [{ from, to }], next: at + 1 };
  },
};
/**
 * The whole line takes it back. Whether an ASA lets a pool go that a tunnel group names is not proven, so one is never
 * changed in place: a new one is made, the group names it, the old one goes.
 */
export const addressPool = statement<Pool>({
  lead: 'ip local pool',
  words: byName,
  args: sequence<Pick<Pool, 'ranges' | 'mask'>>({ ranges: range, mask: after(['mask'], address) }, ['mask']),
  immutable: true,
});

/** `any`, `host A`, `A mask` (a wildcard is turned round), `object-group G`. */
const end = (host: readonly string[]): Words<string> => ({
  print: (value) => {
    if (isIpv4(value)) return [...host, value];
    if (isIpv4Cidr(value)) {
      const { address: network, mask, length } = ipv4Prefix(value);
      return length === 32 ? [...host, network] : [network, mask];
    }
    const [first = '', second = ''] = value.split(' ');
    return isIpv4(second) ? [first, inverse(second)] : value.split(' ');
  },
  read: (words, at) => {
    const [first = '', second = ''] = [words[at]?.toLowerCase(), words[at + 1]];
    if (first === 'any' || first === 'any4') return { value: 'any', next: at + 1 };
    if (first === 'host' && isIpv4(second)) return { value: second, next: at + 2 };
    if (first === 'object-group' && second !== '') return { value: `object-group ${second}`, next: at + 2 };
    if (!isIpv4(first)) return { miss: first === '' ? 'incomplete' : 'invalid', at };
    const length = lengthOfMask(second);
    if (length === undefined) return { miss: second === '' ? 'incomplete' : 'invalid', at: at + 1 };
    return { value: length === 32 ? first : `${first}/${length}`, next: at + 2 };
  },
});
const ports: Words<string> = {
  print: (value) => value.split(' '),
  read: (words, at) => {
    const count = ['eq', 'neq', 'lt', 'gt'].includes(words[at] ?? '') ? 2 : words[at] === 'range' ? 3 : 0;
    if (count === 0) return { miss: at < words.length ? 'invalid' : 'incomplete', at };
    if (words.length < at + count) return { miss: 'incomplete', at: words.length };
    return { value: words.slice(at, at + count).join(' '), next: at + count };
  },
};
const action = oneOf('permit', 'deny');
const standard = sequence<Pick<Rule, 'action' | 'source'>>({ action, source: end(['host']) });
const extended = sequence<Omit<Rule, 'sequence'>>(
  {
    action,
    protocol: name,
    source: end(['host']),
    sourcePort: ports,
    destination: end(['host']),
    destinationPort: ports,
    options: rest,
  },
  ['sourcePort', 'destinationPort', 'options'],
);

/** A line with the type of its list in front, which is not a field of an entry. */
type Typed = { readonly type?: string; readonly remark?: string } & Partial<Rule>;
const entry: Words<Typed> = {
  print: (value) => {
    if (value.remark !== undefined) return ['remark', ...value.remark.split(' ')];
    if (value.type === 'standard') return ['standard', ...standard.print(value as Rule)];
    return ['extended', ...extended.print({ protocol: 'ip', ...value } as Rule)];
  },
  read: (words, at) => {
    const type = words[at];
    if (type === 'remark') {
      const read = rest.read(words, at + 1);
      return 'miss' in read ? read : { value: { remark: read.value }, next: read.next };
    }
    if (type !== 'standard' && type !== 'extended') return { miss: type === undefined ? 'incomplete' : 'invalid', at };
    const read = type === 'standard' ? standard.read(words, at + 1) : extended.read(words, at + 1);
    return 'miss' in read ? read : { value: { type, ...read.value }, next: read.next };
  },
};

/** An ASA prints no numbers: the order of the lines is the order of the list. */
export const accessList = statements<{ name: string; entries: Typed[]; type?: string }>({
  lead: 'access-list',
  key: byName,
  clear: 'clear configure access-list',
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
  fields: { type: onHeaderLine, entries: lines('', entry, { ordered: true }) },
});

/** `route vti-pune 10.30.0.0 255.255.0.0 10.58.1.2 1`. The way out is the logical name behind the `@` of the name. */
export const staticRoute = statement<Route>({
  lead: 'route',
  words: mapped(
    sequence<{ way: string; destination: string; gateway: string }>({
      way: name,
      destination: addressWithMask,
      gateway: address,
    }),
    ({ way, ...to }): Partial<Route> => ({
      ...to,
      name: `${to.destination}@${way}`,
      interface: { ref: 'tunnel-interface', name: way },
    }),
    (route) => ({
      way: route.name!.slice(route.name!.indexOf('@') + 1),
      destination: route.destination!,
      gateway: route.gateway ?? '0.0.0.0',
    }),
  ),
  args: sequence<Pick<Route, 'distance'>>({ distance: integer(1, 255) }),
  refused: {
    device: 'an ASA has its own routes: leave device out',
    network: 'an ASA takes the network itself: leave network out',
  },
});

const hostOrNetwork: Words<string> = {
  print: (value) => {
    if (value.includes('-')) return ['range', ...value.split('-')];
    return isIpv4(value) ? ['host', value] : ['subnet', ...addressWithMask.print(value)];
  },
  read: (words, at) => {
    if (words[at] === 'host') return address.read(words, at + 1);
    const [first = '', last = ''] = words.slice(at + 1);
    if (words[at] === 'range' && isIpv4(first) && isIpv4(last)) return { value: `${first}-${last}`, next: at + 3 };
    return words[at] === 'subnet' ? addressWithMask.read(words, at + 1) : { miss: 'invalid', at };
  },
};
export const networkObject = section<NounOf<'network-object'>>({
  lead: 'object network',
  prompt: 'config-network-object',
  key: byName,
  fields: { value: line('', hostOrNetwork) },
});
