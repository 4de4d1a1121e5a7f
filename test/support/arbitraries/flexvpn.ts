import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import { kilobytes, replayWindow, seconds } from './crypto';
import {
  anyAddress,
  bare,
  distinct,
  domainName,
  hostName,
  hostOrNetwork,
  int,
  ipv4,
  ipv6,
  mayRef,
  plainName,
  on,
  oneOf,
  opt,
  port,
  rare,
  record,
  refTo,
  secretRef,
  someOf,
  text,
  vrfRef,
  word,
  type Pool,
} from './basic';

type Name = fc.Arbitrary<string>;

type Policy = NounOf<'ikev2-authorization-policy'>;
const route = (pool: Pool) =>
  record<NonNullable<Policy['routeSetLocal']>[number]>({
    network: hostOrNetwork,
    nextHop: rare(anyAddress),
    vrf: rare(vrfRef(pool)),
    tag: rare(int(1, 497777)),
    distance: rare(int(1, 255)),
  });
export const authorizationPolicy = (name: Name, pool: Pool): fc.Arbitrary<Policy> =>
  record<Policy>({
    name,
    pool: mayRef('address-pool', pool),
    ipv6Pool: rare(plainName),
    ipv6Prefix: rare(int(1, 128)),
    netmask: rare(fc.constant('255.255.255.0')),
    dns: rare(distinct(ipv4, 2)),
    ipv6Dns: rare(distinct(ipv6, 2)),
    wins: rare(distinct(ipv4, 2)),
    defDomain: rare(domainName),
    banner: rare(text),
    splitDns: rare(distinct(domainName, 3)),
    routeSetInterface: on,
    routeSetInterfaces: rare(distinct(port(pool), 2)),
    routeSetAccessList: mayRef('access-list', pool),
    routeSetIpv6AccessList: mayRef('ipv6-access-list', pool),
    routeSetRemote: rare(distinct(hostOrNetwork, 3)),
    routeSetLocal: rare(distinct(route(pool), 2)),
    routeAccept: rare(
      record<NonNullable<Policy['routeAccept']>>({ tag: rare(int(1, 497777)), distance: rare(int(1, 255)) }),
    ),
    routeAcceptMap: rare(plainName),
    attributeList: mayRef('aaa-attribute-list', pool),
    dhcpServer: rare(hostName),
    dhcpGiaddr: rare(ipv4),
    dhcpTimeout: rare(fc.oneof(fc.constant(8), int(4, 30))),
    backupGateways: rare(distinct(hostName, 3)),
    sessionLifetime: rare(int(120, 25920000)),
    flowLimit: rare(int(0, 50000)),
    pfs: on,
    includeLocalLan: on,
    smartcardRemovalDisconnect: on,
    configurationUrl: rare(fc.constant('tftp://config/edge')),
    configurationVersion: rare(int(1, 32767)),
  });

type Mangler = NounOf<'ikev2-name-mangler'>;
const dn = oneOf([
  'common-name',
  'country',
  'domain',
  'locality',
  'organization',
  'organization-unit',
  'state',
] as const);
const delimiter = oneOf(['.', '@', '/'] as const);
export const nameMangler = (name: Name): fc.Arbitrary<Mangler> =>
  record<Mangler>({
    name,
    dn: opt(dn),
    fqdn: opt(oneOf(['all', 'domain', 'hostname'] as const)),
    email: opt(oneOf(['all', 'domain', 'username'] as const)),
    eap: opt(
      fc.oneof<fc.Arbitrary<NonNullable<Mangler['eap']>>[]>(
        fc.constant('all'),
        dn.map((field) => ({ dn: field })),
        delimiter.map((prefix) => ({ prefix })),
        delimiter.map((suffix) => ({ suffix })),
      ),
    ),
  }).map((noun) => (Object.keys(noun).length > 1 ? noun : { ...noun, dn: 'common-name' as const }));

type Client = NounOf<'flexvpn-client'>;
type ClientPeer = Client['peers'][number];
const track = int(1, 1000);
const peer: fc.Arbitrary<ClientPeer> = fc.oneof(
  record<ClientPeer>({ sequence: int(1, 255), host: anyAddress, track: rare(track) }),
  record<ClientPeer>({
    sequence: int(1, 255),
    host: domainName,
    dynamic: opt(oneOf([true, 'ipv6'] as const)),
    track,
    trackState: opt(oneOf(['up', 'down'] as const)),
  }),
);
const tunnelRef = (pool: Pool) =>
  pool['tunnel-interface'] === undefined
    ? fc.nat(2147483647).map((n) => ({ ref: 'tunnel-interface' as const, name: `Tunnel${n}` }))
    : refTo('tunnel-interface', pool);
export const flexvpnClient = (name: Name, pool: Pool): fc.Arbitrary<Client> =>
  record<Client>({
    name,
    peers: distinct(peer, 3, ({ sequence }) => sequence),
    peerReactivate: on,
    sources: rare(
      distinct(
        record<NonNullable<Client['sources']>[number]>({
          sequence: int(1, 255),
          interface: port(pool),
          track: rare(track),
        }),
        2,
        ({ sequence }) => sequence,
      ),
    ),
    connect: opt(
      fc.oneof<fc.Arbitrary<NonNullable<Client['connect']>>[]>(
        oneOf(['auto', 'manual'] as const),
        fc.record({ track, state: opt(oneOf(['up', 'down'] as const)) }).map(bare) as never,
      ),
    ),
    tunnel: tunnelRef(pool),
    inside: rare(distinct(port(pool), 2)),
    backupGroup: rare(fc.oneof(int(1, 255), fc.constant('default' as const))),
  });

export const cluster = record<NounOf<'ikev2-cluster'>>({
  name: fc.constant('cluster'),
  standbyGroup: plainName,
  maxSession: rare(int(1, 40000)),
  hello: rare(int(1, 100000)),
  priority: rare(int(1, 100)),
  update: rare(int(1, 100000)),
  overloadLimit: rare(int(50, 99)),
  weightCryptoLoad: rare(int(0, 100)),
  weightSystemLoad: rare(int(0, 100)),
  port: rare(int(1, 65535)),
  holdtime: rare(int(1, 100000)),
  fqdn: rare(domainName),
  shutdown: fc.boolean(),
});

type Global = NounOf<'ikev2-global'>;
const many = int(1, 1000000);
export const ikev2Global = record<Global>({
  name: fc.constant('globals'),
  dpd: rare(fc.record({ interval: int(10, 3600), retry: int(2, 60), mode: oneOf(['on-demand', 'periodic'] as const) })),
  natKeepalive: rare(int(5, 3600)),
  fragmentation: rare(
    fc.oneof<fc.Arbitrary<NonNullable<Global['fragmentation']>>[]>(
      fc.constant(true),
      int(68, 1500).map((mtu) => ({ mtu })),
    ),
  ),
  httpUrlCert: rare(fc.boolean()),
  cookieChallenge: rare(int(0, 1000)),
  maxSa: rare(many),
  maxInNegotiation: rare(
    record<NonNullable<Global['maxInNegotiation']>>({
      count: many,
      direction: rare(oneOf(['incoming', 'outgoing'] as const)),
    }),
  ),
  queueSaInit: rare(many),
  certificateCache: rare(int(1, 2000)),
  window: rare(fc.oneof(fc.constant(5), int(1, 200))),
  diagnoseError: rare(int(1, 1000)),
  disconnectRevokedPeers: on,
  ctsSgt: on,
  redirectClient: rare(
    fc.oneof<fc.Arbitrary<NonNullable<Global['redirectClient']>>[]>(
      fc.constant(true),
      int(1, 255).map((maxRedirects) => ({ maxRedirects })),
    ),
  ),
  redirectGateway: rare(oneOf(['init', 'auth'] as const)),
  reconnectKeys: rare(
    distinct(
      record<NonNullable<Global['reconnectKeys']>[number]>({
        index: oneOf([1, 2] as const),
        active: on,
        key: secretRef,
      }),
      2,
      ({ index }) => index,
    ),
  ),
});

type Ipsec = NounOf<'ipsec-global'>;
export const ipsecGlobal = record<Ipsec>({
  name: fc.constant('globals'),
  lifetimeSeconds: rare(seconds),
  lifetimeKilobytes: rare(kilobytes),
  idleTime: rare(int(60, 86400)),
  replayWindow: rare(replayWindow),
  dfBit: rare(oneOf(['clear', 'copy', 'set'] as const)),
  fragmentation: rare(oneOf(['before-encryption', 'after-encryption'] as const)),
  natTransparency: rare(fc.boolean()),
});

const smart = [
  'ikev2-proposal',
  'ikev2-policy',
  'ikev2-authorization-policy',
  'ipsec-transform-set',
  'ipsec-profile',
] as const;
export const smartDefaults = record<NounOf<'smart-defaults'>>({
  name: fc.constant('smart-defaults'),
  disabled: someOf(smart),
});

export const anyconnectProfile = (name: Name) =>
  record<NounOf<'anyconnect-profile'>>({ name, file: word.map((file) => `bootflash:/${file}.xml`) });
