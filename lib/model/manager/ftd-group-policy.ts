import { z } from 'zod';
import { noun, ref } from '../noun';
import { domainName, integer, objectName, preference } from '../values';
import { notValid } from '../wording';
import { plainBlock } from '../plain-text';

const tunnelPolicy = z.enum(['tunnel-all', 'tunnel-specified', 'exclude-specified'], {
  error: notValid('split tunnel policy', 'one of tunnel-all, tunnel-specified, exclude-specified'),
});

/** Which traffic of clients goes through the tunnel. */
const splitTunnel = z
  .strictObject({
    /** IPv4. Default: `tunnel-all`. */
    ipv4: tunnelPolicy.optional(),
    /** IPv6. Default: `tunnel-all`. */
    ipv6: tunnelPolicy.optional(),
    /** What is specified. A standard list knows IPv4 only. Needed unless everything is tunnelled. */
    list: ref('access-list').optional(),
    /** Which names are asked for through the tunnel. Default: `as-split-tunnel`. */
    dns: z.enum(['as-split-tunnel', 'all', 'specified-domains']).optional(),
    /** Those names, at most ten and 255 characters together. */
    dnsDomains: preference(domainName, 'domain').max(10, { error: 'write at most ten domains' }).optional(),
  })
  .superRefine((p, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const specified = [p.ipv4, p.ipv6].some((policy) => policy !== undefined && policy !== 'tunnel-all');
    if (specified && p.list === undefined)
      issue('list', 'is missing: give the AccessList construct that says what is specified');
    if (!specified && p.list !== undefined)
      issue('list', 'everything is tunnelled: leave it out, or write ipv4: tunnel-specified');
    if (p.dns === 'specified-domains' && p.dnsDomains === undefined)
      issue('dnsDomains', 'is missing: write the domains');
    if (p.dnsDomains !== undefined && p.dns !== 'specified-domains')
      issue(
        'dnsDomains',
        "only these are asked for where dns: 'specified-domains' is written: write it, or leave it out",
      );
    if ((p.dnsDomains?.join(',').length ?? 0) > 255) issue('dnsDomains', 'at most 255 characters together');
  });

const banner = plainBlock()
  .min(1, { error: 'is empty: write something or leave it out' })
  .max(3999, { error: 'at most 3999 characters' })
  .refine((text) => text.split('\n').every((line) => line.length <= 497), {
    error: 'at most 497 characters in a line',
  });

const clientModule = z.strictObject({
  /** Which module of Secure Client. */
  module: z.enum([
    'amp-enabler',
    'feedback',
    'ise-posture',
    'network-access-manager',
    'network-visibility',
    'umbrella',
    'web-security',
    'start-before-login',
    'dart',
  ]),
  /** Its profile. Default: none. */
  profile: ref('secure-client-file').optional(),
  /** The firewall installs it at the client. Default: false. */
  download: z.boolean().default(false),
});

const minutes = (from: number, to: number) => integer(from, to, 'minutes');
/** Seconds between questions whether the other end is there, or `false`: it is not asked. */
const dpd = (from: number, to: number) => z.union([z.literal(false), integer(from, to, 'seconds')]);

/** What a group of remote users gets: protocols, addresses, names, split tunnel, timers. */
export const ftdGroupPolicy = noun(
  'ftd-group-policy',
  'group policy',
  z.strictObject({
    /** Name on the FMC. `DfltGrpPolicy` is there always: it is changed, and put back when it is no longer declared. */
    name: objectName,
    /**
     * By what users may connect. The FMC's own default allows TLS too: here it is written always. Default:
     * `['ipsec-ikev2']`, nothing by TLS.
     */
    protocols: preference(z.enum(['ipsec-ikev2', 'ssl']), 'protocol').default(['ipsec-ikev2']),
    /** What users read when they connect; at most 3999 characters, 497 in a line. */
    banner: banner.optional(),
    /** Name servers: one or two network objects that are hosts. */
    dnsServers: preference(ref('network-object'), 'name server')
      .max(2, { error: 'write at most two name servers' })
      .optional(),
    /** WINS servers: one or two network objects that are hosts. */
    winsServers: preference(ref('network-object'), 'WINS server')
      .max(2, { error: 'write at most two WINS servers' })
      .optional(),
    /** Domain that clients add to short names. */
    domain: domainName.optional(),
    /** Network from which the DHCP server gives addresses: a network object. */
    dhcpScope: ref('network-object').optional(),
    /** Pools of addresses in order, at most six. Default: those of the connection profile. */
    addressPools: preference(ref('address-pool'), 'address pool')
      .max(6, { error: 'write at most six pools' })
      .optional(),
    /** Which traffic goes through the tunnel. Default: all. */
    splitTunnel: splitTunnel.optional(),
    /** Profile that Secure Client gets: declared, or a file that you have. */
    clientProfile: z
      .union([ref('secure-client-profile'), ref('secure-client-file')], {
        error: notValid('client profile', 'the SecureClientProfile or SecureClientFile construct'),
      })
      .optional(),
    /** Profile of its management tunnel. */
    managementProfile: ref('secure-client-file').optional(),
    /** Modules of Secure Client. */
    clientModules: preference(clientModule, 'module').optional(),
    /** What Secure Client is told besides, like the domains of a dynamic split tunnel; their order means nothing. */
    customAttributes: preference(ref('secure-client-attribute'), 'attribute').optional(),
    /** Largest packet of clients in bytes, 576 to 1462. Default: 1406. */
    mtu: integer(576, 1462, 'bytes').optional(),
    /** Packets that must not be fragmented are fragmented all the same. Default: false. */
    ignoreDontFragment: z.boolean().optional(),
    /** Compression of TLS tunnels. Default: `disabled`. */
    sslCompression: z.enum(['disabled', 'deflate', 'lzs']).optional(),
    /** Compression of DTLS tunnels. Default: `disabled`. */
    dtlsCompression: z.enum(['disabled', 'lzs']).optional(),
    /** Seconds between messages that keep the connection open, 15 to 600, or false. Default: 20. */
    keepAlive: dpd(15, 600).optional(),
    /** Seconds between the firewall's questions whether the client is there, 5 to 3600, or false. Default: 30. */
    gatewayDpd: dpd(5, 3600).optional(),
    /** Seconds between the client's questions whether the firewall is there, 5 to 3600, or false. Default: 30. */
    clientDpd: dpd(5, 3600).optional(),
    /** Protocols that the tunnel does not carry go outside of it. Default: false. */
    bypassUnsupportedProtocols: z.boolean().optional(),
    /** Minutes after which TLS tunnels take new keys, 4 to 10080, or false. Default: false. */
    sslRekey: z.union([z.literal(false), minutes(4, 10080)]).optional(),
    /** By what the new keys come: a `new-tunnel`, or a new handshake in the `existing-tunnel`. Default: `new-tunnel`. */
    sslRekeyMethod: z.enum(['new-tunnel', 'existing-tunnel']).optional(),
    /** Firewall rules at the client for private networks. Default: none. */
    clientFirewallPrivate: ref('access-list').optional(),
    /** Firewall rules at the client for public networks. Default: none. */
    clientFirewallPublic: ref('access-list').optional(),
    /** What users may reach: an extended access list. Default: everything. */
    trafficFilter: ref('access-list').optional(),
    /** VLAN to which users are restricted, 1 to 4094. Default: none. */
    vlan: integer(1, 4094).optional(),
    /** When users may connect. Default: always. */
    accessHours: ref('time-range').optional(),
    /** Sessions that one user may have at once, 0 to 2147483647. Default: 3. */
    simultaneousLogins: integer(0, 2147483647).optional(),
    /** Minutes after which a session ends, 1 to 35791394. Default: never. */
    sessionTimeout: minutes(1, 35791394).optional(),
    /** Minutes before it ends at which the user is told, 1 to 30. Default: 1. */
    sessionTimeoutAlert: minutes(1, 30).optional(),
    /** Minutes without traffic after which a session ends, 1 to 35791394. Default: 30. */
    idleTimeout: minutes(1, 35791394).optional(),
    /** Minutes before it ends at which the user is told, 1 to 30. Default: 1. */
    idleTimeoutAlert: minutes(1, 30).optional(),
  }),
);
