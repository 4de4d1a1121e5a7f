import {
  field,
  listOf,
  members,
  number,
  same,
  spelledAs,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { anyReference, reference } from './reference';
import { customAttributes } from './secure-client-attribute';
import { capitals, flag, switched } from './words';

type Policy = NounOf<'ftd-group-policy'>;
type Split = NonNullable<Policy['splitTunnel']>;
type Module = NonNullable<Policy['clientModules']>[number];

const general = 'generalSettings';
const client = 'anyConnectSettings';
const connection = `${client}.connectionSettings`;
const session = 'advancedSettings.sessionSettings';

/** Two switches that are written always: with the FMC's own defaults TLS would be on. */
const protocols: Written<Policy['protocols']> = {
  form: 'written',
  leaves: [
    ...field('enableSSLProtocol', flag, { absent: true }).leaves,
    ...field('enableIPsecIKEv2Protocol', flag, { absent: true }).leaves,
  ],
  write: (value) => [value.includes('ssl'), value.includes('ipsec-ikev2')],
  read: ([ssl, ipsec]) => [...(ipsec ? (['ipsec-ikev2'] as const) : []), ...(ssl ? (['ssl'] as const) : [])],
};

const host = reference('network-object');
/** A first and a second. */
const servers = (of: 'DNS' | 'WINS', place: { later?: boolean } = {}): Written<Ref<'network-object'>[]> => ({
  form: 'written',
  leaves: ['primary', 'secondary'].flatMap((which) => field(`${general}.${which}${of}Server`, host, place).leaves),
  write: (value, look) => [0, 1].map((i) => (value[i] === undefined ? undefined : host.to(value[i], look))),
  read: (values) => values.flatMap((value) => (value === undefined ? [] : [host.from(value)!])),
});

const tunnelPolicy = capitals(['tunnel-all', 'tunnel-specified', 'exclude-specified'] as const, {
  'exclude-specified': 'EXCLUDE_SPECIFIED_OVER_TUNNEL',
});
const domains: Wire<string[]> = {
  to: (value) => value.join(','),
  from: (json) => String(json).split(','),
  canonical: (json) =>
    String(json)
      .split(',')
      .map((name) => name.trim())
      .join(','),
};
const splitTunnel = members<Split>({
  ipv4: field(`${general}.splitTunnelSettings.ipv4SplitTunnelPolicy`, tunnelPolicy, { absent: 'TUNNEL_ALL' }),
  ipv6: field(`${general}.splitTunnelSettings.ipv6SplitTunnelPolicy`, tunnelPolicy, { absent: 'TUNNEL_ALL' }),
  list: field(`${general}.splitTunnelSettings.splitTunnelACL`, reference('access-list')),
  dns: field(
    `${general}.splitTunnelSettings.splitDNSRequestPolicy`,
    spelledAs<NonNullable<Split['dns']>>([
      ['as-split-tunnel', 'USE_SPLIT_TUNNEL_SETTING'],
      ['all', 'TUNNEL_ALL'],
      ['specified-domains', 'TUNNEL_SPECIFIED_DOMAINS'],
    ]),
    { absent: 'USE_SPLIT_TUNNEL_SETTING' },
  ),
  dnsDomains: field(`${general}.splitTunnelSettings.splitDNSDomainList`, domains, {
    only: { at: `${general}.splitTunnelSettings.splitDNSRequestPolicy`, is: 'TUNNEL_SPECIFIED_DOMAINS' },
  }),
});

const moduleType = capitals(
  [
    'amp-enabler',
    'feedback',
    'ise-posture',
    'network-access-manager',
    'network-visibility',
    'umbrella',
    'web-security',
    'start-before-login',
    'dart',
  ] as const,
  { umbrella: 'UMBRELLA_ROAMING' },
);
const clientModule: Wire<Module> = {
  to: ({ module, profile, download }, look) => ({
    moduleType: moduleType.to(module, look),
    ...(profile ? { moduleProfile: look.reference('secure-client-file', profile.name) } : {}),
    enableModuleDownload: download,
  }),
  from: (json) => {
    const body = json as JsonObject;
    const module = moduleType.from(body['moduleType']!);
    const profile = body['moduleProfile'] && reference('secure-client-file').from(body['moduleProfile']);
    return module && { module, ...(profile ? { profile } : {}), download: body['enableModuleDownload'] === true };
  },
  canonical: (json): Json => {
    const { moduleType: type, moduleProfile, enableModuleDownload } = json as JsonObject;
    return {
      moduleType: type!,
      ...(moduleProfile ? { moduleProfile: host.canonical!(moduleProfile) } : {}),
      enableModuleDownload: enableModuleDownload === true,
    };
  },
};

export const ftdGroupPolicy: RestGrammar<Policy> = {
  form: 'object',
  collection: 'object/grouppolicies',
  key: 'grouppolicies',
  type: 'GroupPolicy',
  given: ({ name }) => name === 'DfltGrpPolicy',
  fixed: () => ({ '': { type: 'GroupPolicy' } }),
  fields: {
    protocols,
    banner: field(`${general}.banner`, same<string>(), { absent: '' }),
    dnsServers: servers('DNS'),
    /** A creation with WINS servers fails (CSCws69692). */
    winsServers: servers('WINS', { later: true }),
    domain: field(`${general}.addressAssignment.defaultDomainName`, same<string>(), { absent: '' }),
    dhcpScope: field(`${general}.addressAssignment.dhcpScope`, host),
    addressPools: field(`${general}.addressAssignment.ipv4LocalAddressPool`, listOf(reference('address-pool')), {
      absent: [],
    }),
    splitTunnel,
    clientProfile: field(`${client}.vpnClientProfile`, anyReference<NonNullable<Policy['clientProfile']>>()),
    managementProfile: field(`${client}.managementProfile`, reference('secure-client-file')),
    clientModules: field(`${client}.clientModules`, listOf(clientModule), { absent: [] }),
    customAttributes,
    mtu: field(`${client}.sslSettings.mtuSize`, number, { absent: 1406 }),
    ignoreDontFragment: field(`${client}.sslSettings.ignoreDFBit`, flag, { absent: false }),
    sslCompression: field(`${client}.sslSettings.sslCompression`, capitals(['disabled', 'deflate', 'lzs'] as const), {
      absent: 'DISABLED',
    }),
    dtlsCompression: field(`${client}.sslSettings.dtlsCompression`, capitals(['disabled', 'lzs'] as const), {
      absent: 'DISABLED',
    }),
    keepAlive: switched(`${connection}.enableKeepAliveMessages`, `${connection}.keepAliveMessageInterval`, {
      enabled: true,
      value: 20,
    }),
    gatewayDpd: switched(`${connection}.enableGatewayDPD`, `${connection}.gatewayDPDInterval`, {
      enabled: true,
      value: 30,
    }),
    clientDpd: switched(`${connection}.enableClientDPD`, `${connection}.clientDPDInterval`, {
      enabled: true,
      value: 30,
    }),
    bypassUnsupportedProtocols: field(`${connection}.bypassUnsupportProtocol`, flag, { absent: false }),
    sslRekey: switched(`${connection}.enableSSLRekey`, `${connection}.rekeyInterval`, { enabled: false }),
    sslRekeyMethod: field(`${connection}.rekeyMethod`, capitals(['new-tunnel', 'existing-tunnel'] as const), {
      absent: 'NEW_TUNNEL',
    }),
    clientFirewallPrivate: field(`${connection}.clientFirewallPrivateNetworkRules`, reference('access-list')),
    clientFirewallPublic: field(`${connection}.clientFirewallPublicNetworkRules`, reference('access-list')),
    trafficFilter: field('advancedSettings.vpnTrafficFilterACL', reference('access-list')),
    vlan: field('advancedSettings.restrictVPNToVLANId', number),
    accessHours: field(`${session}.accessHours`, reference('time-range')),
    simultaneousLogins: field(`${session}.simultaneousLoginPerUser`, number, { absent: 3 }),
    sessionTimeout: field(`${session}.maxConnectionTimeout`, number, { absent: -1 }),
    sessionTimeoutAlert: field(`${session}.maxConnectionTimeAlertInterval`, number, { absent: 1 }),
    idleTimeout: field(`${session}.vpnIdleTimeout`, number, { absent: 30 }),
    idleTimeoutAlert: field(`${session}.vpnIdleTimeoutAlertInterval`, number, { absent: 1 }),
  },
};
