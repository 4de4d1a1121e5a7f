import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { clientAttribute, clientAttributes } from './client-attributes';
import { files } from './client-files';
import {
  crud,
  description,
  extendedLists,
  flag,
  line,
  list,
  nameShape,
  number,
  object,
  oneOf,
  ref,
  required,
  word,
} from '../members';
import { text, type Collection } from '../world';

export const groupPolicies = 'object/grouppolicies';
const host = ref('object/hosts', 'object/networks');
const tunnels = word('TUNNEL_ALL', 'TUNNEL_SPECIFIED', 'EXCLUDE_SPECIFIED_OVER_TUNNEL');
const modules =
  'AMP_ENABLER FEEDBACK ISE_POSTURE NETWORK_ACCESS_MANAGER NETWORK_VISIBILITY UMBRELLA_ROAMING WEB_SECURITY START_BEFORE_LOGIN DART';

const general = object({
  banner: { is: 'text', max: 3999 },
  primaryDNSServer: host,
  secondaryDNSServer: host,
  primaryWINSServer: host,
  secondaryWINSServer: host,
  addressAssignment: object({
    defaultDomainName: line,
    dhcpScope: host,
    ipv4LocalAddressPool: list(ref('object/ipv4addresspools'), 6),
  }),
  splitTunnelSettings: object({
    ipv4SplitTunnelPolicy: tunnels,
    ipv6SplitTunnelPolicy: tunnels,
    splitTunnelACL: ref('object/standardaccesslists', extendedLists),
    splitDNSRequestPolicy: word('USE_SPLIT_TUNNEL_SETTING', 'TUNNEL_ALL', 'TUNNEL_SPECIFIED_DOMAINS'),
    splitDNSDomainList: { is: 'text', max: 255 },
  }),
});
const client = object({
  vpnClientProfile: { is: 'ref', to: [files.profiles], readType: 'AnyconnectFile' },
  managementProfile: { is: 'ref', to: [files.profiles], readType: 'AnyconnectFile' },
  clientModules: list(
    object({
      moduleType: oneOf(modules, true),
      moduleProfile: { is: 'ref', to: [files.profiles], readType: 'AnyconnectFile' },
      enableModuleDownload: flag(),
    }),
  ),
  sslSettings: object({
    sslCompression: word('DISABLED', 'DEFLATE', 'LZS'),
    dtlsCompression: word('DISABLED', 'LZS'),
    mtuSize: number(576, 1462, 1406),
    ignoreDFBit: flag(false),
  }),
  connectionSettings: object({
    enableKeepAliveMessages: flag(true),
    keepAliveMessageInterval: number(15, 600, 20),
    enableGatewayDPD: flag(true),
    gatewayDPDInterval: number(5, 3600, 30),
    enableClientDPD: flag(true),
    clientDPDInterval: number(5, 3600, 30),
    bypassUnsupportProtocol: flag(false),
    enableSSLRekey: flag(false),
    rekeyMethod: word('NEW_TUNNEL', 'EXISTING_TUNNEL'),
    rekeyInterval: number(4, 10080, 4),
    clientFirewallPrivateNetworkRules: ref(extendedLists),
    clientFirewallPublicNetworkRules: ref(extendedLists),
  }),
  customAttributes: list(
    object({
      anyConnectAttribute: oneOf('PER_APP_VPN ALLOW_DEFER_UPDATE DYNAMIC_SPLIT_TUNNELING CUSTOM_TYPE', true),
      customAttributeObject: ref(clientAttributes),
    }),
  ),
});
const advanced = object({
  vpnTrafficFilterACL: ref(extendedLists),
  restrictVPNToVLANId: number(1, 4094),
  sessionSettings: object({
    accessHours: ref('object/timeranges'),
    simultaneousLoginPerUser: number(0, 2147483647, 3),
    /** -1 is none; it is not answered then. */
    maxConnectionTimeout: { ...number(-1, 35791394, -1), unsaid: -1 },
    maxConnectionTimeAlertInterval: number(1, 30, 1),
    vpnIdleTimeout: number(-1, 35791394, 30),
    vpnIdleTimeoutAlertInterval: number(1, 30, 1),
  }),
});

const inner = (body: JsonObject, ...path: readonly string[]): JsonObject =>
  path.reduce((at, key) => (at[key] ?? {}) as JsonObject, body);

/** `DfltGrpPolicy` is always there and can only be replaced. */
const groupPolicy: Collection = {
  at: groupPolicies,
  type: 'GroupPolicy',
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  bulk: true,
  unique: [groupPolicies],
  filters: ['nameOrValue'],
  members: {
    name: nameShape,
    description,
    enableSSLProtocol: flag(true),
    enableIPsecIKEv2Protocol: flag(true),
    generalSettings: general,
    anyConnectSettings: client,
    advancedSettings: advanced,
  },
  check: (_world, { body, before }) => {
    const split = inner(body, 'generalSettings', 'splitTunnelSettings');
    const partly = ['ipv4SplitTunnelPolicy', 'ipv6SplitTunnelPolicy'].some((key) => split[key] !== 'TUNNEL_ALL');
    if (partly && !split['splitTunnelACL'])
      throw invalid('Missing required field: generalSettings.splitTunnelSettings.splitTunnelACL');
    const domains = text(split['splitDNSDomainList']).split(',').filter(Boolean);
    if (domains.length > 10) throw invalid('splitDNSDomainList takes at most 10 names');
    if (
      text(inner(body, 'generalSettings')['banner'])
        .split('\n')
        .some((row) => row.length > 497)
    )
      throw invalid('A line of the banner has at most 497 characters');
    const wins = ['primaryWINSServer', 'secondaryWINSServer'].some((key) => inner(body, 'generalSettings')[key]);
    /** CSCws69692: a creation with WINS servers fails. */
    if (!before && wins) throw invalid('Group policy could not be created');
    if (!body['enableSSLProtocol'] && !body['enableIPsecIKEv2Protocol'])
      throw invalid('At least one of enableSSLProtocol and enableIPsecIKEv2Protocol is needed');
  },
  scope: 'users',
};

export const groupPolicyCollections: readonly Collection[] = [
  clientAttribute,
  groupPolicy,
  {
    at: 'object/timeranges',
    type: 'TimeRange',
    verbs: crud,
    unique: ['object/timeranges'],
    members: {
      name: nameShape,
      description,
      effectiveStartDateTime: line,
      effectiveEndDateTime: line,
      recurrenceList: list(
        object({
          recurrenceType: required(oneOf('DAILY_INTERVAL RANGE')),
          days: list(line),
          dailyStartTime: line,
          dailyEndTime: line,
          rangeStartDay: line,
          rangeStartTime: line,
          rangeEndDay: line,
          rangeEndTime: line,
        }),
      ),
    },
    scope: 'users',
  },
];
