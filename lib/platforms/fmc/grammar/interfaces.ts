import {
  outsideBody,
  field,
  listOf,
  refused,
  same,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { ipv4Prefix, isIpv6Cidr, lengthOfMask, maskOf } from '../../../kernel/ip';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { interfaceIn, reference } from './reference';
import { addressText } from './words';

type Tunnel = NounOf<'tunnel-interface'>;
type OnDevice = { readonly device?: { readonly name: string } | undefined };
const plain = (json: Json): Json => json;

/** A collection of the firewall that a noun is on. */
export const under = (noun: OnDevice, collection: string): string =>
  `devices/devicerecords/{devicerecords:${noun.device?.name}}/${collection}`;

/** A netmask is answered as `255.255.255.252` or as `30`. */
const dotted = (json: Json): Json => (/^(\d|[12]\d|3[0-2])$/.test(String(json)) ? maskOf(Number(json)) : json);

export const address: Written<string> = {
  form: 'written',
  leaves: [
    { part: '', at: 'ipv4.static.address', canonical: plain },
    { part: '', at: 'ipv4.static.netmask', canonical: dotted },
  ],
  write: (value) => [ipv4Prefix(value).address, ipv4Prefix(value).mask],
  read: ([host, mask]) => {
    const length = lengthOfMask(String(mask));
    return length === undefined ? undefined : `${String(host)}/${length}`;
  },
};

/** The interface that carries the tunnel, found by its logical name on the device. */
export const source: Written<Tunnel['source']> = {
  form: 'written',
  leaves: [{ part: '', at: 'tunnelSource', canonical: reference('ftd-device').canonical! }],
  write: (value, look, noun) => [
    look.lookedUp(`interfaces:${(noun as OnDevice).device?.name}/${typeof value === 'string' ? value : value.name}`),
  ],
  read: ([value]) => (value === undefined ? undefined : interfaceIn(value)),
};

/** The family that the tunnel carries in IPsec, though the noun knows other modes. */
export const ipsecMode: Wire<Tunnel['mode']> = {
  to: (mode) => (mode === 'ipsec-ipv6' ? 'ipv6' : 'ipv4'),
  from: (json) => (json === 'ipv4' || json === 'ipv6' ? `ipsec-${json}` : undefined),
  canonical: (json) => String(json).toLowerCase(),
};

type Ipv6 = NonNullable<Tunnel['ipv6Addresses']>[number];
/** An address and its length, apart; some kinds of interfaces answer `2002::1/128` in one. */
const ipv6Address: Wire<Ipv6> = {
  to: (value) => {
    const [host, prefix] = String(value).split('/');
    return { address: host!, prefix: prefix! };
  },
  from: (json) => {
    const { address: host, prefix, ...others } = json as JsonObject;
    const whole = `${String(host)}/${String(prefix)}`;
    return Object.keys(others).length === 0 && isIpv6Cidr(whole) ? whole : undefined;
  },
  canonical: (json) => {
    const { address: text, prefix, enforceEUI64, ...others } = json as JsonObject;
    const [host = '', length] = String(text).split('/');
    return {
      ...others,
      ...(enforceEUI64 === true ? { enforceEUI64 } : {}),
      address: addressText.canonical!(host),
      prefix: String(prefix ?? length),
    };
  },
};
/** Those of an interface, each as it is written. */
export const addresses6 = field('ipv6.addresses', listOf(ipv6Address));
const ipv6Addresses: Written<Ipv6[]> = {
  ...addresses6,
  refuses: (wanted) =>
    wanted.length === 1 && typeof wanted[0] === 'string' && isIpv6Cidr(wanted[0])
      ? undefined
      : 'on the FMC a tunnel has one address with its prefix length: write it like 2001:db8::1/64',
};

const usesIpv6 = ({ mode, sourceIpv6Address }: Tunnel): boolean =>
  mode === 'ipsec-ipv6' || sourceIpv6Address !== undefined;

/** The address that a tunnel leaves by, where it goes over IPv6. */
export const sourceIpv6Address = field('tunnelSrcIPv6IntfAddr', addressText);

/** An interface that is not enabled is shut down; one of which nothing is declared is enabled. */
export const disabled: Wire<boolean> = {
  to: (shutdown) => !shutdown,
  from: (json) => (json === false ? true : undefined),
  canonical: (json) => json !== false,
};

const notHere = refused('the FMC has no such setting of a tunnel interface: leave it out');
/** What a tunnel of a router takes and the FMC does not know. */
const routerOnly = {
  negotiated: notHere,
  standbyAddress: notHere,
  unnumbered: notHere,
  vrf: notHere,
  ipv6Enable: refused('on the FMC a tunnel has an IPv6 address: write ipv6Addresses'),
  ipv6Unnumbered: notHere,
  redirects: notHere,
  ospf: notHere,
  ipv6Ospf: notHere,

  nhrp: notHere,
  nhrpAuthentication: notHere,
  keepalive: notHere,
  key: notHere,
  pathMtuDiscovery: notHere,
  protectionPolicy: notHere,
  bandwidth: notHere,
  ipv6ProtectionPolicy: notHere,
} as const;

/** Versions before 7.3 know no other than static ones, and do not say it. */
export const isDynamic = (body: JsonObject): boolean => String(body['tunnelType']).toUpperCase() === 'DYNAMIC';

/** The number is the name: the FMC calls the interface `Tunnel` and this number. */
export const tunnelInterface: RestGrammar<Tunnel> = {
  form: 'object',
  collection: (tunnel) => under(tunnel, 'virtualtunnelinterfaces'),
  key: 'virtualtunnelinterfaces',
  type: 'VTIInterface',
  nameOf: (body) =>
    body['tunnelId'] === undefined || isDynamic(body) ? undefined : `Tunnel${String(body['tunnelId'])}`,
  fixed: (tunnel) => ({
    '': {
      type: 'VTIInterface',
      tunnelType: 'STATIC',
      tunnelId: Number(tunnel.name.slice('Tunnel'.length)),
    },
  }),
  rereadId: true,
  alternatives: [
    { sets: [['ipv4.static'], ['ipv6.addresses'], ['borrowIPfrom']] },
    { sets: [['ipv4.static'], ['ipAddressAssignmentType']], quiet: true },
    { sets: [['ipv6.addresses'], ['ipAddressAssignmentType']], quiet: true },
  ],
  required: ['device', 'ifname'],
  since: (tunnel) =>
    usesIpv6(tunnel)
      ? [
          {
            version: '7.3',
            what: 'IPv6 of a tunnel interface',
            instead:
              'give the tunnel an IPv4 address and leave mode and sourceIpv6Address out, or raise the FMC to 7.3',
          },
        ]
      : [],
  fields: {
    ...routerOnly,
    device: outsideBody,
    ifname: field('ifname', same<string>()),
    zone: field('securityZone', reference('security-zone')),
    description: field('description', same<string>(), { absent: '' }),
    address,
    ipv6Addresses,
    ipMtu: refused('the FMC derives it from the source interface: leave ipMtu out'),
    tcpMss: refused('on the FMC this is not a setting of the tunnel: leave tcpMss out'),
    mode: field('ipsecMode', ipsecMode),
    shutdown: field('enabled', disabled, { absent: true }),
    source,
    sourceIpv6Address,
    destination: refused('on the FMC the peer is the other endpoint of the topology: leave destination out'),
    tunnelVrf: refused('the FMC has no front VRF here: leave tunnelVrf out'),
    protection: refused('on the FMC the topology protects the tunnel: leave protection out'),
  },
};
