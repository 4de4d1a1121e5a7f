/**
 * In which order the device prints the lines of a mode, by the words they begin with; the longest match counts. Lines
 * that no entry knows stay where they were put. `''` is the top level. From the device dumps and the notes on them.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  '': [
    'service',
    'platform',
    'hostname',
    'boot-start-marker',
    'boot',
    'boot-end-marker',
    'vrf definition',
    'logging buffered',
    'logging console',
    'logging monitor',
    'enable',
    'aaa',
    'clock',
    'ip name-server',
    'ip domain',
    'ip cef',
    'ipv6 cef',
    'archive',
    'crypto pki trustpoint',
    'crypto pki certificate map',
    'crypto pki certificate chain',
    'license',
    'memory',
    'diagnostic',
    'spanning-tree',
    'username',
    'redundancy',
    'crypto ikev2 authorization policy',
    'crypto ikev2 proposal',
    'crypto ikev2 policy',
    'crypto ikev2 keyring',
    'crypto ikev2 profile',
    'crypto ikev2',
    'crypto vpn anyconnect',
    'crypto keyring',
    'crypto isakmp',
    'crypto ipsec security-association',
    'crypto ipsec transform-set',
    'crypto ipsec profile',
    'crypto map',
    'interface',
    'router',
    'ip local pool',
    'ip forward-protocol',
    'ip http',
    'ip route',
    'ipv6 route',
    'ip ssh',
    'ip access-list',
    'logging',
    'radius server',
    'control-plane',
    'banner',
    'line',
    'ntp',
    'netconf-yang',
  ],
  interface: [
    'description',
    'bandwidth',
    'vrf forwarding',
    'ip vrf forwarding',
    'ip address',
    'ip unnumbered',
    'ip access-group',
    'ip redirects',
    'ip unreachables',
    'ip proxy-arp',
    'ip mtu',
    'ip nhrp',
    'ip nat',
    'ip virtual-reassembly',
    'ip tcp adjust-mss',
    'ip ospf',
    'ipv6 address',
    'ipv6 enable',
    'ipv6 unnumbered',
    'ipv6 ospf',
    'standby',
    'shutdown',
    'negotiation',
    'duplex',
    'speed',
    'media-type',
    'keepalive',
    'cdp',
    'tunnel source',
    'tunnel mode',
    'tunnel destination',
    'tunnel key',
    'tunnel path-mtu-discovery',
    'tunnel vrf',
    'tunnel protection',
  ],
  'crypto pki certificate chain': [],
};

/** Interfaces that are made by typing them, in the device's order; `''` stands for those that are soldered on. */
const kinds = ['Loopback', 'Tunnel', 'Port-channel', '', 'Virtual-Template', 'Vlan'];
const logical = /^(BDI|Dialer|Virtual|BVI|nve)/i;

/**
 * Logical interfaces go by kind and number, the others by slot whatever their kind, and those of no slot behind them;
 * routes by destination, certificate maps of one name by sequence.
 */
const inner = (text: string): readonly number[] => {
  const port = /^interface ([A-Za-z-]+)([\d/.]+)/.exec(text);
  if (port) {
    const [, kind, at] = port as unknown as [string, string, string];
    const numbers = at.split(/[/.]/).map(Number);
    const place = kinds.indexOf(kind);
    if (place !== -1) return [place, ...numbers];
    return logical.test(kind) ? [kinds.length, ...numbers] : [kinds.indexOf(''), at.includes('/') ? 0 : 1, ...numbers];
  }
  const route = /^ip route ([\d.]+) /.exec(text);
  return route ? route[1]!.split('.').map(Number) : [];
};

/** `fields`: the leads of the grammar in its order, for modes without a table of their own. */
export const orderOf = (mode: string, text: string, fields: readonly string[]): readonly number[] | undefined => {
  const plain = text.startsWith('no ') ? text.slice(3) : text;
  const table = orders[mode] ?? fields;
  const known = table.filter((lead) => lead === '' || plain === lead || plain.startsWith(`${lead} `));
  const longest = known.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : [table.indexOf(longest), ...(mode === '' ? inner(plain) : [])];
};

/** What the device prints for a slot that is empty, by mode. */
export const filledIn: Readonly<
  Record<string, readonly { readonly slots: readonly string[]; readonly text: string }[]>
> = {
  'crypto ipsec transform-set': [{ slots: ['mode'], text: 'mode tunnel' }],
  'crypto pki trustpoint': [{ slots: ['revocation-check'], text: 'revocation-check crl' }],
  'router bgp': [{ slots: ['bgp log-neighbor-changes'], text: 'bgp log-neighbor-changes' }],
  interface: [{ slots: ['ip address', 'ip unnumbered'], text: 'no ip address' }],
};
