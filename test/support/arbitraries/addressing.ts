import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import {
  distinct,
  domainName,
  int,
  ipv4,
  ipv4Network,
  ipv6,
  ipv6Prefix,
  on,
  oneOf,
  opt,
  port,
  rare,
  record,
  secretRef,
  someOf,
  text,
  vrfRef,
  word,
  type Pool,
} from './basic';

type Name = fc.Arbitrary<string>;
type List = NounOf<'access-list'>;
type Entry = List['entries'][number];
type Rule = Exclude<Entry, { remark: string }>;
type Entry6 = NounOf<'ipv6-access-list'>['entries'][number];

const numeric = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const range = fc
  .tuple(ipv4, opt(ipv4))
  .map(([from, to]) =>
    to === undefined ? { from } : numeric(from) <= numeric(to) ? { from, to } : { from: to, to: from },
  );
export const addressPool = (name: Name): fc.Arbitrary<NounOf<'address-pool'>> =>
  record<NounOf<'address-pool'>>({ name, ranges: distinct(range, 3) });

/** Lines at places that rise. */
const rising = <T extends object>(entry: fc.Arbitrary<T>): fc.Arbitrary<(T & { sequence: number })[]> =>
  fc.array(fc.tuple(oneOf([10, 10, 10, 5, 1, 700]), entry), { minLength: 1, maxLength: 5 }).map((all) => {
    let last = 0;
    return all.map(([step, each]) => ({ ...each, sequence: (last += step) }));
  });

const action = oneOf(['permit', 'deny'] as const);
const end = fc.oneof(
  fc.constant('any'),
  ipv4,
  ipv4Network.filter((network) => !network.endsWith('/32')),
  fc.constantFrom('10.0.0.0 0.0.255.0', '192.0.2.1 0.255.0.255'),
);
const portNumber = fc.oneof(int(1, 65535).map(String), oneOf(['www', 'domain']));
const ports = fc.oneof(
  fc.tuple(oneOf(['eq', 'neq', 'lt', 'gt']), portNumber).map((words) => words.join(' ')),
  int(1, 60000).map((n) => `range ${n} ${n + 7}`),
);
const options = rare(oneOf(['log', 'established', 'time-range OFFICE log']));
const extended = fc.oneof(
  record<Rule>({
    action,
    protocol: oneOf(['ip', 'esp', 'gre']),
    source: end,
    destination: fc.oneof(end, fc.constant('object-group HOSTS')),
    options: rare(fc.constant('log')),
  }),
  record<Rule>({
    action,
    protocol: oneOf(['tcp', 'udp']),
    source: end,
    sourcePort: rare(ports),
    destination: end,
    destinationPort: rare(ports),
    options,
  }),
);
const standard = record<Rule>({ action, source: end, options: rare(fc.constant('log')) });
const remark = text.map((words) => ({ remark: words }));

/** A device does not change the type of a list. */
export const accessList = (name: Name, type?: List['type']): fc.Arbitrary<List> => {
  const lists = { standard, extended } as const;
  const of = (chosen: List['type']): fc.Arbitrary<List> =>
    fc.record({
      name,
      type: fc.constant(chosen),
      entries: rising(fc.oneof({ arbitrary: lists[chosen], weight: 4 }, { arbitrary: remark, weight: 1 })),
    });
  return type === undefined ? fc.oneof(of('standard'), of('extended')) : of(type);
};

const end6 = fc.oneof(fc.constant('any'), ipv6, ipv6Prefix);
export const ipv6AccessList = (name: Name): fc.Arbitrary<NounOf<'ipv6-access-list'>> =>
  fc.record({
    name,
    entries: rising(
      record<Omit<Entry6, 'sequence'>>({
        action,
        protocol: oneOf(['ipv6', 'tcp', 'udp', 'icmp']),
        source: end6,
        sourcePort: rare(ports),
        destination: end6,
        destinationPort: rare(ports),
        options: rare(fc.constant('log')),
      }),
    ),
  });

type Vrf = NounOf<'vrf'>;
const target = fc.tuple(int(1, 65535), fc.nat(99)).map((parts) => parts.join(':'));
const family = (kind: 'ipv4' | 'ipv6') =>
  record<Vrf['addressFamilies'][number]>({
    family: fc.constant(kind),
    exports: rare(distinct(target, 2)),
    imports: rare(distinct(target, 2)),
  });
export const vrf = (name: Name): fc.Arbitrary<Vrf> =>
  record<Vrf>({
    name,
    description: opt(text),
    rd: opt(target),
    exports: rare(distinct(target, 2)),
    imports: rare(distinct(target, 2)),
    addressFamilies: fc
      .tuple(someOf(['ipv4', 'ipv6'] as const), family('ipv4'), family('ipv6'))
      .map(([kinds, four, six]) => kinds.map((kind) => (kind === 'ipv4' ? four : six))),
  });

type Ntp = NounOf<'ntp-servers'>;
const ntpHost = fc.oneof(domainName, ipv4);
const ntpServer = (pool: Pool): fc.Arbitrary<Ntp['servers'][number]> =>
  fc.oneof<fc.Arbitrary<Ntp['servers'][number]>[]>(
    ntpHost,
    record<Exclude<Ntp['servers'][number], string>>({
      host: ntpHost,
      prefer: rare(fc.constant(true as const)),
      source: rare(port(pool)),
      vrf: rare(vrfRef(pool)),
    }).filter((server) => Object.keys(server).length > 1),
  );
export const ntp = (pool: Pool): fc.Arbitrary<Ntp> =>
  record<Ntp>({
    name: fc.constant('ntp'),
    servers: distinct(ntpServer(pool), 4, (server) => (typeof server === 'string' ? server : server.host)),
    keys: rare(
      distinct(
        fc.record({ number: int(1, 9), hash: oneOf(['md5', 'hmac-sha2-256'] as const), key: secretRef }),
        2,
        ({ number }) => number,
      ),
    ),
    trustedKeys: rare(distinct(int(1, 9), 2)),
    source: rare(port(pool)),
  });

export const archive = record<NounOf<'config-archive'>>({
  name: fc.constant('archive'),
  path: fc.stringMatching(/^(bootflash|flash):[A-Za-z0-9_./-]{0,12}$/),
  maximum: fc.oneof(fc.constant(10), int(1, 14)),
  writeMemory: on,
});

/** Lines that a router knows and no noun. */
export const rawConfig: fc.Arbitrary<NounOf<'raw-config'>> = record<NounOf<'raw-config'>>({
  name: fc.constant('raw'),
  lines: fc
    .tuple(
      someOf([
        'ip forward-protocol nd',
        'ip ssh version 2',
        'ip host hub 192.0.2.9',
        'snmp-server location hq',
        'ipv6 unicast-routing',
      ]),
      opt(word.map((contact) => `snmp-server contact ${contact}`)),
    )
    .map(([fixed, contact]) => [...fixed, ...(contact === undefined ? [] : [contact])]),
});
/** A block as text; its sub-modes are indented. */
export const rawBlock = (name: Name): fc.Arbitrary<NounOf<'raw-block'>> =>
  record<NounOf<'raw-block'>>({
    name,
    lines: opt(someOf(['router-id 10.0.0.1', 'passive-interface default', 'network 10.0.0.0 0.255.255.255 area 0'])),
  });
