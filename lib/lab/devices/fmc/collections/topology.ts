import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { itemsSeen } from '../domains';
import { description, flag, nameShape, number, object, word } from '../members';
import { groups } from './objects';
import { holding, type Part } from './parts';
import type { Members, Shape } from '../shape';
import { type Collection } from '../world';

export const topologies = 'policy/ftds2svpns';
const most = 2147483647;

const policies = (collection: string, readType: string): Shape => ({
  is: 'list',
  of: { is: 'ref', to: [collection], named: true, readType },
});
const authentication: Members = {
  authenticationType: {
    is: 'word',
    words: ['MANUAL_PRE_SHARED_KEY', 'AUTOMATIC_PRE_SHARED_KEY', 'CERTIFICATE'],
  },
  certificateAuth: { is: 'ref', to: ['object/certenrollments'] },
  manualPreSharedKey: { is: 'text', hidden: true, max: 127 },
  automaticPreSharedKeyLength: { is: 'number', from: 1, to: 127 },
};
const ike: Members = {
  ikeV1Settings: object({ ...authentication, policies: policies('object/ikev1policies', 'Ike') }),
  ikeV2Settings: object({
    ...authentication,
    authenticationType: { ...authentication['authenticationType']!, fallback: 'AUTOMATIC_PRE_SHARED_KEY' },
    enforceHexBasedPreSharedKeyOnly: flag(false),
    policies: policies('object/ikev2policies', 'Ike2'),
  }),
};
const ipsec: Members = {
  cryptoMapType: word('STATIC', 'DYNAMIC'),
  ikeV2Mode: word('TUNNEL', 'TRANSPORT_PREFERRED', 'TRANSPORT_REQUIRE'),
  ikeV1IpsecProposal: policies('object/ikev1ipsecproposals', 'TransformSet'),
  ikeV2IpsecProposal: policies('object/ikev2ipsecproposals', 'TransformSet2'),
  enableSaStrengthEnforcement: flag(false),
  enableRRI: flag(true),
  /** The group is answered though PFS is off. */
  perfectForwardSecrecy: object({
    enabled: flag(false),
    modulusGroup: { is: 'number-of', among: groups, fallback: 14 },
  }),
  lifetimeSeconds: number(120, most, 28800),
  lifetimeKilobytes: number(10, most, 4608000),
  validateIncomingIcmpErrorMessage: flag(false),
  doNotFragmentPolicy: word('NONE', 'SET', 'COPY', 'CLEAR'),
  tfcPackets: object({
    enabled: flag(false),
    burstBytes: number(0, 16, 0),
    payloadBytes: number(0, 1024, 0),
    timeoutSeconds: number(0, 60, 0),
  }),
};
const advanced: Members = {
  advancedIkeSetting: object({
    ikeKeepaliveSettings: object({
      ikeKeepalive: word('ENABLED', 'DISABLED', 'ENABLED_INFINITE'),
      threshold: number(10, 3600, 10),
      retryInterval: number(2, 10, 2),
    }),
    identitySentToPeer: word('AUTO_OR_DN', 'IP_ADDRESS', 'HOST_NAME'),
    peerIdentityValidation: word('REQUIRED', 'DO_NOT_CHECK', 'IF_SUPPORTED_BY_CERT'),
    enableAggressiveMode: flag(false),
    enableNotificationOnTunnelDisconnect: flag(false),
    cookieChallenge: word('CUSTOM', 'ALWAYS', 'NEVER'),
    thresholdToChallengeIncomingCookies: number(1, 100, 50),
    percentageOfSAsAllowedInNegotiation: number(1, 100, 100),
    maximumNumberOfSAsAllowed: { is: 'number', from: 0, to: most },
  }),
  advancedIpsecSetting: object({
    enableFragmentationBeforeEncryption: flag(true),
    maximumTransmissionUnitAging: object({
      enabled: flag(false),
      resetIntervalMinutes: { is: 'number', from: 10, to: 30 },
    }),
  }),
  advancedTunnelSetting: object({
    enableSpokeToSpokeConnectivityThroughHub: flag(false),
    natKeepaliveMessageTraversal: object({ enabled: flag(true), intervalSeconds: number(10, 3600, 20) }),
    vpnIdleTimeout: object({ enabled: flag(true), timeoutMinutes: number(1, 35791394, 30) }),
    enableSGTPropagationOverVTI: flag(false),
    bypassAccessControlTrafficForDecryptedTraffic: flag(false),
    certificateMapSettings: object({
      useCertMapConfiguredInEndpointToDetermineTunnel: flag(false),
      useCertificateOuToDetermineTunnel: flag(true),
      useIkeIdentityOuToDetermineTunnel: flag(true),
      usePeerIpAddressToDetermineTunnel: flag(true),
    }),
  }),
};

const setting = (
  part: string,
  type: string,
  takes: readonly string[],
  members: Members,
  more: Partial<Collection> = {},
): Collection => ({
  at: `${topologies}/*/${part}`,
  type,
  takes,
  verbs: ['GET', 'PUT'],
  members,
  ignored: ['name', 'description'],
  scope: 'topology',
  ...more,
});

/** A method without what it needs is refused; the exact words are unproven. */
const checkIke: Collection['check'] = (_world, { body }) => {
  const settings = (body['ikeV2Settings'] ?? {}) as JsonObject;
  const method = settings['authenticationType'];
  if (method === 'CERTIFICATE' && !settings['certificateAuth'])
    throw invalid('Missing required field: ikeV2Settings.certificateAuth');
  if (method === 'MANUAL_PRE_SHARED_KEY' && !settings['manualPreSharedKey'])
    throw invalid('Missing required field: ikeV2Settings.manualPreSharedKey');
};
/** Unwritten lists are the FMC's own choice; key lengths and policies come out as it sorts them. */
const deriveIke: Collection['derive'] = (body, world) => {
  const { automaticPreSharedKeyLength = 24, ...settings } = (body['ikeV2Settings'] ?? {}) as JsonObject;
  const priority = (ref: { id: string }): number => Number(world.find(ref.id)?.item.body['priority']);
  const given = (settings['policies'] ?? []) as readonly { id: string }[];
  const standard = itemsSeen(world, 'object/ikev2policies').find((item) => item.body['name'] === 'AES-GCM-NULL-SHA')!;
  const sorted = given.length === 0 ? [{ id: standard.id }] : [...given].sort((a, b) => priority(a) - priority(b));
  const automatic = settings['authenticationType'] === 'AUTOMATIC_PRE_SHARED_KEY';
  return {
    ...body,
    ikeV2Settings: { ...(automatic ? { automaticPreSharedKeyLength } : {}), ...settings, policies: sorted },
  };
};
const deriveIpsec: Collection['derive'] = (body, world) => {
  const standard = itemsSeen(world, 'object/ikev2ipsecproposals').find((item) => item.body['name'] === 'AES-GCM')!;
  const given = (body['ikeV2IpsecProposal'] ?? []) as readonly JsonObject[];
  return given.length > 0 ? body : { ...body, ikeV2IpsecProposal: [{ id: standard.id }] };
};

export const settings: readonly Collection[] = [
  setting('ikesettings', 'IkeSettings', ['IkeSetting'], ike, { check: checkIke, derive: deriveIke }),
  setting('ipsecsettings', 'IPSecSettings', ['IPSecSetting'], ipsec, { derive: deriveIpsec }),
  setting('advancedsettings', 'AdvancedSettings', ['AdvancedSetting'], advanced),
];
/** The members of the topology that refer to its parts. */
const partMembers = ['ikeSettings', 'ipsecSettings', 'advancedSettings'];
const held = holding(
  topologies,
  settings.map((spec, i): Part => {
    const part = { spec, member: partMembers[i]! };
    /** As recorded on an FMC in 2023; Cisco's examples have links only. */
    return part.member === 'ikeSettings' ? part : { ...part, embedded: true };
  }),
  { endpoints: 'EndPoint' },
);

export const topology: Collection = {
  at: topologies,
  since: '6.3',
  type: 'FTDS2SVpn',
  verbs: ['GET', 'POST', 'PUT', 'DELETE'],
  unique: [topologies],
  members: {
    name: nameShape,
    description,
    topologyType: { is: 'word', words: ['POINT_TO_POINT', 'HUB_AND_SPOKE', 'FULL_MESH'], required: true },
    routeBased: flag(false),
    ikeV1Enabled: flag(false),
    ikeV2Enabled: flag(true),
  },
  ignored: [...partMembers, 'endpoints'],
  check: (_world, { body, before }) => {
    if (before && before['topologyType'] !== body['topologyType']) throw invalid('topologyType cannot be changed');
    if (before && before['routeBased'] !== body['routeBased']) throw invalid('routeBased cannot be changed');
    if (!body['ikeV1Enabled'] && !body['ikeV2Enabled'])
      throw invalid('At least one of ikeV1Enabled and ikeV2Enabled is needed');
  },
  created: held.created,
  owns: held.owns,
  extra: (world, _collection, { id }) => held.refers(world, id),
  scope: 'topology',
};
