import {
  outsideBody,
  field,
  listOf,
  members,
  number,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Kind, NounOf } from '../../../model/nouns';
import type { Ref } from '../../../model/noun';
import { policyKey, ravpns } from './ra-vpn-policy';
import { anyReference, reference } from './reference';
import { alike, capitals, flag } from './words';

type Profile = NounOf<'ra-connection-profile'>;
type Secondary = NonNullable<Profile['secondary']>;
type CertificateName = NonNullable<Profile['certificateName']>;

export const underPolicy = (noun: { readonly policy: { readonly name: string } }, collection: string): string =>
  `${ravpns}/{${policyKey}:${noun.policy.name}}/${collection}`;

const anyServer = anyReference<Ref<Kind>>();
type Server = 'local' | Ref<Kind>;

/** A server, or the users of the firewall itself: two members for one thing. */
const serverAt = <S extends Server>(server: string, local: string): Written<S> => ({
  form: 'written',
  leaves: [...field(server, anyServer).leaves, ...field(local, flag, { absent: false }).leaves],
  write: (value, look) => (value === 'local' ? [undefined, true] : [anyServer.to(value, look), false]),
  read: ([server, isLocal]) =>
    isLocal === true ? ('local' as S) : server === undefined ? undefined : (anyServer.from(server) as S | undefined),
});

/** Names as the wire has them, misspelled where it is: `CN_COMMMON_NAME`. */
const nameWords = {
  'common-name': 'CN_COMMMON_NAME',
  country: 'C_COUNTRY',
  'dn-qualifier': 'DNQ_DN_QUALIFIER',
  'email-address': 'EA_EMAIL_ADDRESS',
  'generation-qualifier': 'GENQ_GENERATIONAL_QUALIFIER',
  'given-name': 'GN_GIVEN_NAME',
  initials: 'I_INITIAL',
  locality: 'L_LOCALITY',
  name: 'N_NAME',
  organization: 'O_ORGANISATION',
  'organizational-unit': 'OU_ORGANISATIONAL_UNIT',
  'serial-number': 'SER_SERIAL_NUMBER',
  surname: 'SN_SURNAME',
  state: 'SP_STATE_PROVINCE',
  title: 'T_TITLE',
  'user-id': 'UID_USER_ID',
  'user-principal-name': 'UPN_USER_PRINCIPAL_NAME',
  none: 'NONE',
} as const;
type NameWord = keyof typeof nameWords;
/** Cisco's examples have the words without their abbreviation, and American: `COMMON_NAME`, `ORGANIZATION_UNIT`. */
const nameField = alike(capitals(Object.keys(nameWords) as NameWord[], nameWords), {
  ...Object.fromEntries(Object.values(nameWords).map((word) => [word.replace(/^[A-Z]{1,4}_/, ''), word])),
  COMMON_NAME: 'CN_COMMMON_NAME',
  CN_COMMON_NAME: 'CN_COMMMON_NAME',
  ORGANIZATION: 'O_ORGANISATION',
  ORGANIZATION_UNIT: 'OU_ORGANISATIONAL_UNIT',
  ORGANIZATIONAL_UNIT: 'OU_ORGANISATIONAL_UNIT',
});
const names = 'certificateUsernameSettings';
const notWhole = { only: { at: `${names}.mapEntireDNAsUsername`, is: false } };
const certificateName = members<CertificateName>({
  primary: field(`${names}.mapPrimaryField`, nameField, { absent: 'CN_COMMMON_NAME', ...notWhole }),
  secondary: field(`${names}.mapSecondaryField`, nameField, { absent: 'OU_ORGANISATIONAL_UNIT', ...notWhole }),
  wholeSubject: field(`${names}.mapEntireDNAsUsername`, flag, { absent: false }),
  prefill: field(`${names}.prefillUsernameFromCertificate`, flag, { absent: false }),
  hide: field(`${names}.hideUsername`, flag, { absent: false }),
});

const second = { only: { at: 'enableSecondaryAuthentication', is: true } };
const secondaryServer = serverAt<Secondary['server']>('secondaryAuthenticationServer', 'useLocalAsSecondaryAuthServer');
const secondaryParts = members<Omit<Secondary, 'server'>>({
  fallbackToLocal: field('enableSecondaryAuthFallbackToLocal', flag, { absent: false, ...second }),
  promptUserName: field('secondaryAuthenticationSettings.promptUsername', flag, { absent: true, ...second }),
  sessionBySecondary: field('secondaryAuthenticationSettings.useSecondaryUsernameforSession', flag, {
    absent: false,
    ...second,
  }),
});
const secondary: Written<Secondary> = {
  form: 'written',
  leaves: [
    ...field('enableSecondaryAuthentication', flag, { absent: false }).leaves,
    ...secondaryServer.leaves.map((leaf) => ({ ...leaf, ...second })),
    ...secondaryParts.leaves,
  ],
  write: (value, look, noun) => [
    true,
    ...secondaryServer.write(value.server, look, noun),
    ...secondaryParts.write(value, look, noun),
  ],
  read: ([is, ...values]) => {
    const server = is === true ? secondaryServer.read(values) : undefined;
    return server && { server, ...secondaryParts.read(values.slice(secondaryServer.leaves.length)) };
  },
};

/** Days before the password expires, or `false`: on that day only. */
const passwordWarning: Written<false | number> = {
  form: 'written',
  leaves: [
    ...field('notifyUserOnPasswordExpiryDay', flag, { absent: false }).leaves,
    ...field('passwordExpirationNotificationPeriod', number, {
      absent: 14,
      only: { at: 'notifyUserOnPasswordExpiryDay', is: false },
    }).leaves,
  ],
  write: (value) => (value === false ? [true, undefined] : [false, value]),
  read: ([onTheDay, days]) => (onTheDay === true ? false : days === undefined ? undefined : Number(days)),
};

const alias: Wire<string> = {
  to: (aliasName) => ({ aliasName, enabled: true }),
  from: (json) => String((json as JsonObject)['aliasName']),
  canonical: (json): Json => ({
    aliasName: (json as JsonObject)['aliasName']!,
    enabled: (json as JsonObject)['enabled'] !== false,
  }),
};
const url = reference('url-object');
const groupUrl: Wire<Ref<'url-object'>> = {
  to: (ref, look) => ({ aliasUrl: url.to(ref, look), enabled: true }),
  from: (json) => url.from((json as JsonObject)['aliasUrl']!),
  canonical: (json): Json => ({
    aliasUrl: url.canonical!((json as JsonObject)['aliasUrl']!),
    enabled: (json as JsonObject)['enabled'] !== false,
  }),
};

export const raConnectionProfile: RestGrammar<Profile> = {
  form: 'object',
  collection: (profile) => underPolicy(profile, 'connectionprofiles'),
  key: 'connectionprofiles',
  type: 'RaVpnConnectionProfile',
  given: ({ name }) => name === 'DefaultWEBVPNGroup',
  // Its policy has the group policies of all its profiles.
  requires: { at: 'groupPolicies', holds: 'groupPolicy' },
  fixed: () => ({ '': { type: 'RaVpnConnectionProfile' } }),
  fields: {
    policy: outsideBody,
    groupPolicy: field('groupPolicy', reference('ftd-group-policy')),
    authentication: field(
      'authenticationMethod',
      capitals(['aaa', 'certificate', 'aaa-and-certificate', 'saml', 'saml-and-certificate'] as const, {
        aaa: 'AAA_ONLY',
        certificate: 'CLIENT_CERTIFICATE_ONLY',
        'aaa-and-certificate': 'AAA_AND_CLIENT_CERTIFICATE',
        'saml-and-certificate': 'SAML_AND_CLIENT_CERTIFICATE',
      }),
    ),
    server: serverAt<NonNullable<Profile['server']>>('primaryAuthenticationServer', 'useLocalAsPrimaryAuthServer'),
    fallbackToLocal: field('enablePrimaryAuthFallbackToLocal', flag, { absent: false }),
    multipleCertificates: field('enableMultipleCertificateAuthentication', flag, { absent: false }),
    certificateName,
    secondary,
    authorization: field('authorizationServer', anyReference<NonNullable<Profile['authorization']>>()),
    authorizedOnly: field('allowConnectionOnlyIfAuthorized', flag, { absent: false }),
    accounting: field('accountingServer', reference('aaa-server-group')),
    ipv4Pools: field('ipv4AddressPool', listOf(reference('address-pool')), { absent: [] }),
    ipv6Pools: field('ipv6AddressPool', listOf(reference('ipv6-address-pool')), { absent: [] }),
    dhcpServers: field('dhcpServersForAddressAssignment', listOf(reference('network-object')), { absent: [] }),
    stripRealm: field('stripRealmFromUsername', flag, { absent: false }),
    stripGroup: field('stripGroupFromUsername', flag, { absent: false }),
    passwordManagement: field('enablePasswordManagement', flag, { absent: false }),
    passwordWarningDays: passwordWarning,
    aliases: field('groupAlias', listOf(alias), { absent: [] }),
    groupUrls: field('groupUrl', listOf(groupUrl), { absent: [] }),
  },
};
