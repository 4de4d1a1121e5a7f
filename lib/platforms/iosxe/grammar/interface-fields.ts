import { flag, line, lines } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import {
  address6,
  either,
  integer,
  mapped,
  oneOf,
  prefix6,
  present,
  refTo,
  rest,
  secret,
  sequence,
  spelled,
  word,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { interfaceName } from './interface-name';
import { except, port, vrf } from './words';

type Tunnel = NounOf<'tunnel-interface'>;
type Ipv6 = NonNullable<Tunnel['ipv6Addresses']>[number];

/** `Tunnel 100` and `tunnel100` are `Tunnel100`. */
export const interfaceOf = (kind: string) => {
  const form = new RegExp(`^${kind}\\d+$`, 'i');
  return sequence<{ name: string }>({ name: word((text) => (form.test(text) ? interfaceName(text) : undefined)) });
};

const isText = (value: Ipv6): value is string => typeof value === 'string';
const plain6 = either<string, string>(
  oneOf('autoconfig', 'negotiated', 'dhcp'),
  (text): text is string => !text.includes(':'),
  prefix6,
);
const eui64 = sequence<{ prefix: string; eui64: true }>({ prefix: prefix6, eui64: present('eui-64') });
const linkLocal = sequence<{ linkLocal: string; word: 'link-local' }>({
  linkLocal: address6,
  word: oneOf('link-local'),
});
const object6 = either<{ linkLocal: string }, { prefix: string; eui64: true }>(
  mapped(
    linkLocal,
    ({ linkLocal: host }) => ({ linkLocal: host }),
    ({ linkLocal: host }) => ({ linkLocal: host, word: 'link-local' as const }),
  ),
  (value): value is { linkLocal: string } => 'linkLocal' in value,
  eui64,
);
const ipv6 = either<string, Exclude<Ipv6, string>>(plain6, isText, object6);

/** What goes from an interface that changes its VRF; it is typed again. */
const wiped = ['ip address', 'ip unnumbered', 'ipv6 address', 'ipv6 enable', 'ipv6 unnumbered'];

type Shared = Omit<
  Fields<Tunnel>,
  | 'device'
  | 'ifname'
  | 'zone'
  | 'description'
  | 'address'
  | 'standbyAddress'
  | 'sourceIpv6Address'
  | 'negotiated'
  | 'source'
  | 'mode'
  | 'destination'
  | 'protection'
>;

/**
 * The fields of interfaces, in the order in which the device prints them. The VRF stands before the addresses, which it
 * wipes. `no keepalive` is the default of a tunnel and not printed.
 */
const all: Shared = {
  vrf: line('vrf forwarding', vrf, { resets: wiped }),
  unnumbered: line('ip unnumbered', port),
  redirects: flag('ip redirects', true),
  bandwidth: line('bandwidth', integer(1, 200000000)),
  ipMtu: line('ip mtu', integer(68, 9216)),
  nhrpAuthentication: line('ip nhrp authentication', secret as never, { undoByLead: true }),
  nhrp: lines('ip nhrp', except(rest, 'authentication')),
  tcpMss: line('ip tcp adjust-mss', integer(500, 1460)),
  ospf: lines('ip ospf', except(rest, 'authentication-key', 'message-digest-key')),
  ipv6Addresses: lines('ipv6 address', ipv6),
  ipv6Enable: flag('ipv6 enable', false),
  ipv6Unnumbered: line('ipv6 unnumbered', port),
  ipv6Ospf: lines('ipv6 ospf', except(rest, 'authentication', 'encryption')),
  shutdown: flag('shutdown', false),
  keepalive: line('keepalive', sequence({ seconds: integer(1, 32767), retries: integer(1, 255) })),
  key: line('tunnel key', integer(0, 4294967295)),
  pathMtuDiscovery: flag('tunnel path-mtu-discovery', false),
  tunnelVrf: line('tunnel vrf', vrf),
  protectionPolicy: line('tunnel protection ipsec policy ipv4', refTo('access-list')),
  ipv6ProtectionPolicy: line('tunnel protection ipsec policy ipv6', refTo('ipv6-access-list')),
};
const { vrf: vrfField, unnumbered, redirects, ospf, ipv6Addresses, ipv6Enable, ipv6Ospf, shutdown } = all;
const { key, pathMtuDiscovery, tunnelVrf, protectionPolicy, ipv6ProtectionPolicy } = all;

/** Before the addresses, then after them, then what is of tunnels alone. */
export const ipHead = { vrf: vrfField };
export const tunnelHead = { bandwidth: all.bandwidth, ...ipHead };
export const ipTail = { redirects, ospf, ipv6Addresses, ipv6Enable, ipv6Ospf, shutdown };
export const tunnelIp = {
  unnumbered,
  redirects,
  ipMtu: all.ipMtu,
  nhrpAuthentication: all.nhrpAuthentication,
  nhrp: all.nhrp,
  tcpMss: all.tcpMss,
  ospf,
  ipv6Addresses,
  ipv6Enable,
  ipv6Unnumbered: all.ipv6Unnumbered,
  ipv6Ospf,
  shutdown,
  keepalive: all.keepalive,
};
export const tunnelTail = { key, pathMtuDiscovery, tunnelVrf, protectionPolicy, ipv6ProtectionPolicy };

export const tunnelMode = spelled<Tunnel['mode']>({
  'ipsec-ipv4': 'ipsec ipv4',
  'ipsec-ipv6': 'ipsec ipv6',
  'ipsec-dual-overlay': 'ipsec dual-overlay',
  'ipsec-ipv4-v6-overlay': 'ipsec ipv4 v6-overlay',
  'ipsec-ipv6-v4-overlay': 'ipsec ipv6 v4-overlay',
  'gre-ip': 'gre ip',
  'gre-ipv6': 'gre ipv6',
  'gre-multipoint': 'gre multipoint',
  'gre-multipoint-ipv6': 'gre multipoint ipv6',
});
