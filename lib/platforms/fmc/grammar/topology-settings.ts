import { field, number, type Written } from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';
import { capitals, dontFragment, flag, switched, tfc } from './words';

type Topology = NounOf<'vpn-topology'>;
type KeepAlive = NonNullable<Topology['keepAlive']>;

const ipsec = { part: 'ipsecsettings' };

/** Under IPsec. */
export const ipsecFields = {
  mode: field('ikeV2Mode', capitals(['tunnel', 'transport-preferred', 'transport-require'] as const), {
    ...ipsec,
    absent: 'TUNNEL',
  }),
  cryptoMap: field('cryptoMapType', capitals(['static', 'dynamic'] as const), { ...ipsec, absent: 'STATIC' }),
  reverseRoute: field('enableRRI', flag, { ...ipsec, absent: true }),
  enforceSaStrength: field('enableSaStrengthEnforcement', flag, { ...ipsec, absent: false }),
  validateIcmpErrors: field('validateIncomingIcmpErrorMessage', flag, { ...ipsec, absent: false }),
  dontFragment: field('doNotFragmentPolicy', dontFragment, { ...ipsec, absent: 'NONE' }),
  tfc: tfc('tfcPackets', 'ipsecsettings'),
};

const part = 'advancedsettings';
const ike = 'advancedIkeSetting';
const tunnel = 'advancedTunnelSetting';
const asked = `${ike}.ikeKeepaliveSettings.ikeKeepalive`;

const keepAlive: Written<KeepAlive> = {
  form: 'written',
  leaves: [
    { part, at: asked, canonical: (json) => String(json).toUpperCase(), absent: 'ENABLED' },
    ...field(`${ike}.ikeKeepaliveSettings.threshold`, number, { part, absent: 10, only: { at: asked, is: 'ENABLED' } })
      .leaves,
    ...field(`${ike}.ikeKeepaliveSettings.retryInterval`, number, {
      part,
      absent: 2,
      only: { at: asked, is: 'ENABLED' },
    }).leaves,
  ],
  write: (value) =>
    typeof value === 'string'
      ? [value === 'off' ? 'DISABLED' : 'ENABLED_INFINITE', undefined, undefined]
      : ['ENABLED', value.threshold, value.retry],
  read: ([is, threshold, retry]) => {
    if (is === 'DISABLED') return 'off';
    if (is === 'ENABLED_INFINITE') return 'never-first';
    return threshold === undefined ? undefined : { threshold: Number(threshold), retry: Number(retry) };
  },
};

const ways = ['certificate-ou', 'ike-identity-ou', 'address'] as const;
const matched = `${tunnel}.certificateMapSettings`;
const matchPeersBy: Written<NonNullable<Topology['matchPeersBy']>> = {
  form: 'written',
  leaves: [
    'useCertificateOuToDetermineTunnel',
    'useIkeIdentityOuToDetermineTunnel',
    'usePeerIpAddressToDetermineTunnel',
  ].flatMap((at) => field(`${matched}.${at}`, flag, { part, absent: true }).leaves),
  write: (value) => ways.map((way) => value.includes(way)),
  read: (values) => ways.filter((_, i) => values[i] === true),
};

/** Under Advanced. */
export const advancedFields = {
  peerIdentity: field(
    `${ike}.peerIdentityValidation`,
    capitals(['required', 'if-supported-by-certificate', 'not-checked'] as const, {
      'if-supported-by-certificate': 'IF_SUPPORTED_BY_CERT',
      'not-checked': 'DO_NOT_CHECK',
    }),
    { part, absent: 'REQUIRED' },
  ),
  keepAlive,
  notifyOnDisconnect: field(`${ike}.enableNotificationOnTunnelDisconnect`, flag, { part, absent: false }),
  cookieChallenge: field(`${ike}.cookieChallenge`, capitals(['custom', 'always', 'never'] as const), {
    part,
    absent: 'CUSTOM',
  }),
  cookieThreshold: field(`${ike}.thresholdToChallengeIncomingCookies`, number, {
    part,
    absent: 50,
    only: { at: `${ike}.cookieChallenge`, is: 'CUSTOM' },
  }),
  negotiationLimit: field(`${ike}.percentageOfSAsAllowedInNegotiation`, number, { part, absent: 100 }),
  saLimit: field(`${ike}.maximumNumberOfSAsAllowed`, number, { part, compareIfDeclared: true }),
  fragmentBeforeEncryption: field('advancedIpsecSetting.enableFragmentationBeforeEncryption', flag, {
    part,
    absent: true,
  }),
  mtuAgingMinutes: switched(
    'advancedIpsecSetting.maximumTransmissionUnitAging.enabled',
    'advancedIpsecSetting.maximumTransmissionUnitAging.resetIntervalMinutes',
    { enabled: false },
    part,
  ),
  spokeToSpoke: field(`${tunnel}.enableSpokeToSpokeConnectivityThroughHub`, flag, { part, absent: false }),
  natKeepAlive: switched(
    `${tunnel}.natKeepaliveMessageTraversal.enabled`,
    `${tunnel}.natKeepaliveMessageTraversal.intervalSeconds`,
    { enabled: true, value: 20 },
    part,
  ),
  idleTimeout: switched(
    `${tunnel}.vpnIdleTimeout.enabled`,
    `${tunnel}.vpnIdleTimeout.timeoutMinutes`,
    { enabled: true, value: 30 },
    part,
  ),
  bypassAccessControl: field(`${tunnel}.bypassAccessControlTrafficForDecryptedTraffic`, flag, { part, absent: false }),
  matchPeersBy,
};
