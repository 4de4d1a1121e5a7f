import {
  field,
  listOf,
  members,
  number,
  same,
  setOf,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { reference } from './reference';
import { capitals, flag, switched } from './words';

type Policy = NounOf<'ra-vpn-policy'>;
type Face = Policy['accessInterfaces'][number];
type Image = NonNullable<Policy['clientImages']>[number];
type Assignment = NonNullable<Policy['addressAssignment']>;
type Ipsec = NonNullable<Policy['ipsec']>;

export const ravpns = 'policy/ravpns';
export const policyKey = 'ravpns';

const zone = reference('security-zone');
const certificate = reference('cert-trustpoint');
const access = 'accessInterfaceSettings';

/** Two switches of the policy, written always. */
const protocols: Written<Policy['protocols']> = {
  form: 'written',
  leaves: [
    ...field('configureSSL', flag, { absent: true }).leaves,
    ...field('configureIpsec', flag, { absent: false }).leaves,
  ],
  write: (value) => [value.includes('ssl'), value.includes('ipsec-ikev2')],
  read: ([ssl, ipsec]) => [...(ipsec ? (['ipsec-ikev2'] as const) : []), ...(ssl ? (['ssl'] as const) : [])],
};

const face: Wire<Face> = {
  to: ({ zone: where, ipsec, ssl, dtls, certificate: own }, look) => ({
    accessInterface: zone.to(where, look),
    enableIPSecIkev2: ipsec,
    enableSSL: ssl,
    enableDTLS: dtls,
    configureInterfaceIDCertificate: own !== undefined,
    ...(own ? { idCertificate: certificate.to(own, look) } : {}),
  }),
  from: (json) => {
    const body = json as JsonObject;
    const where = zone.from(body['accessInterface']!);
    const own = body['idCertificate'] && certificate.from(body['idCertificate']);
    return (
      where && {
        zone: where,
        ipsec: body['enableIPSecIkev2'] === true,
        ssl: body['enableSSL'] === true,
        dtls: body['enableDTLS'] === true,
        ...(own ? { certificate: own } : {}),
      }
    );
  },
  canonical: (json): Json => {
    const body = json as JsonObject;
    const own = body['configureInterfaceIDCertificate'] === true && body['idCertificate'];
    return {
      accessInterface: zone.canonical!(body['accessInterface']!),
      enableIPSecIkev2: body['enableIPSecIkev2'] === true,
      enableSSL: body['enableSSL'] === true,
      enableDTLS: body['enableDTLS'] === true,
      configureInterfaceIDCertificate: Boolean(own),
      ...(own ? { idCertificate: certificate.canonical!(own) } : {}),
    };
  },
};

/** As Cisco's examples of answers have it; what is sent has a capital more. */
const imagesToo = 'anyconnectClientImages';
const system = capitals(['windows', 'mac', 'linux'] as const);
const image: Wire<Image> = {
  to: ({ package: file, system: os }, look) => ({
    anyconnectImage: look.reference('secure-client-file', file.name),
    operatingSystem: system.to(os, look),
  }),
  from: (json) => {
    const body = json as JsonObject;
    const file = reference('secure-client-file').from(body['anyconnectImage']!);
    const os = system.from(body['operatingSystem']!);
    return file && os && { package: file, system: os };
  },
  canonical: (json): Json => ({
    anyconnectImage: zone.canonical!((json as JsonObject)['anyconnectImage']!),
    operatingSystem: system.canonical!((json as JsonObject)['operatingSystem']!),
  }),
};

const addresses = { part: 'addressassignmentsettings', absent: true };
const addressAssignment = members<Assignment>({
  authorizationServerIpv4: field('useAuthorizationServerForIPv4', flag, addresses),
  authorizationServerIpv6: field('useAuthorizationServerForIPv6', flag, addresses),
  dhcp: field('useDHCP', flag, addresses),
  poolsIpv4: field('useInternalAddressPoolForIPv4', flag, addresses),
  poolsIpv6: field('useInternalAddressPoolForIPv6', flag, addresses),
  reuseMinutes: field('ipAddressReuseInterval', number, { ...addresses, absent: 0 }),
});

const part = 'ipsecadvancedsettings';
/** Values of features that are off come back as 0 or -1 and mean nothing then. */
const ipsec = members<Ipsec>({
  identity: field('ikev2settings.identitySentToPeer', capitals(['auto-or-dn', 'ip-address', 'host-name'] as const), {
    part,
    absent: 'AUTO_OR_DN',
  }),
  notifyOnDisconnect: field('ikev2settings.enableNotificationOnTunnelDisconnect', flag, { part, absent: false }),
  rebootAfterSessions: field('ikev2settings.doNotRebootUntilSessionsTerminated', flag, { part, absent: false }),
  cookieChallenge: field('ikev2settings.cookieChallenge', capitals(['custom', 'always', 'never'] as const), {
    part,
    absent: 'CUSTOM',
  }),
  cookieThreshold: field('ikev2settings.thresholdToChallengeIncomingCookies', number, {
    part,
    absent: 50,
    only: { at: 'ikev2settings.cookieChallenge', is: 'CUSTOM' },
  }),
  negotiationLimit: field('ikev2settings.percentageOfSAsAllowedInNegotiation', number, { part, absent: 100 }),
  saLimit: field('ikev2settings.maximumNumberOfSAsAllowed', number, { part, absent: -1 }),
  fragmentBeforeEncryption: field('ipsecsettings.enableFragmentationBeforeEncryption', flag, { part, absent: true }),
  mtuAgingMinutes: minutesOf('ipsecsettings.maximumTransmissionUnitAging'),
  natKeepAlive: switched(
    'natKeepaliveMessageTraversal.enabled',
    'natKeepaliveMessageTraversal.intervalSeconds',
    { enabled: true, value: 20 },
    part,
  ),
});

function minutesOf(at: string): Written<number> {
  const { leaves, write, read } = switched(`${at}.enabled`, `${at}.resetIntervalMinutes`, { enabled: false }, part);
  return { form: 'written', leaves, write, read: (values) => read(values) || undefined };
}

export const raVpnPolicy: RestGrammar<Policy> = {
  form: 'object',
  collection: ravpns,
  all: ravpns,
  key: policyKey,
  type: 'RaVpn',
  fixed: () => ({
    '': { type: 'RaVpn' },
    addressassignmentsettings: { type: 'RaVpnAddressAssignmentSetting' },
    ipsecadvancedsettings: { type: 'RaVpnIPsecAdvancedSetting' },
  }),
  unwritable: ({ ipsec: settings }) =>
    settings?.fragmentBeforeEncryption === false
      ? [
          [
            'ipsec.fragmentBeforeEncryption',
            'the FMC does not keep false (CSCwq59104): set it in the policy under Advanced > IPsec and leave it out here',
          ],
        ]
      : [],
  alternatives: [{ sets: [['anyConnectClientImages'], [imagesToo]], quiet: true }],
  parts: {
    addressassignmentsettings: 'addressAssignmentSettings',
    ipsecadvancedsettings: 'ipsecAdvancedSettings',
  },
  children: {
    certificatemapsettings: 'certificateMapSettings',
    ldapattributemaps: 'ldapAttributeMaps',
    loadbalancesettings: 'loadBalanceSettings',
  },
  fields: {
    description: field('description', { ...same<string>(), canonical: (json) => String(json).trim() }, { absent: '' }),
    protocols,
    accessInterfaces: field(`${access}.interfaceSettings`, setOf(face)),
    chooseProfile: field(`${access}.allowConnectionProfileSelection`, flag, { absent: false }),
    webPort: field(`${access}.webPort`, number, { absent: 443 }),
    dtlsPort: field(`${access}.dtlsPort`, number, { absent: 443 }),
    sslCertificate: field(`${access}.sslIdCertificate`, certificate),
    ipsecCertificate: field(`${access}.ipsecIdCertificate`, certificate),
    bypassAccessControl: field(`${access}.bypassACPolicyForDecryptTraffic`, flag, { absent: false }),
    ikev2Policies: field('ikev2Policies', setOf(reference('ikev2-policy'))),
    groupPolicies: field('groupPolicies', setOf(reference('ftd-group-policy'))),
    clientImages: field('anyConnectClientImages', listOf(image), { absent: [], also: [imagesToo] }),
    externalBrowser: field('externalBrowserPackage', reference('secure-client-file')),
    // Without it more may be allowed: it is never taken away.
    dynamicAccess: field('dapPolicy', reference('dynamic-access-policy'), {
      compareIfDeclared: true,
      shownUndeclared: true,
    }),
    addressAssignment,
    ipsec,
  },
};
