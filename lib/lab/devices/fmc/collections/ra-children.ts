import type { Json, JsonObject } from '../../../../kernel/json';
import { itemsSeen } from '../domains';
import { invalid } from '../answer';
import { groupPolicies } from './group-policy';
import {
  crud,
  description,
  enrollments,
  extendedLists,
  flag,
  line,
  list,
  nameShape,
  need,
  number,
  object,
  oneOf,
  ref,
  refAs,
  required,
  secret,
  word,
  zones,
} from '../members';
import type { Part } from './parts';
import { ravpns } from './ra-places';
import { settleMembers } from '../shape';
import { idIn, itemsOf, text, type Collection, type Item, type World } from '../world';

const setting = (
  word_: string,
  type: string,
  members: Collection['members'],
  more: Partial<Collection> = {},
): Collection => ({
  at: `${ravpns}/*/${word_}`,
  type,
  verbs: ['GET', 'PUT'],
  since: '7.2',
  flaps: true,
  members,
  ignored: ['name', 'description'],
  scope: 'holder',
  ...more,
});

const addresses = setting('addressassignmentsettings', 'RaVpnAddressAssignmentSetting', {
  useAuthorizationServerForIPv4: flag(true),
  useAuthorizationServerForIPv6: flag(true),
  useDHCP: flag(true),
  useInternalAddressPoolForIPv4: flag(true),
  useInternalAddressPoolForIPv6: flag(true),
  ipAddressReuseInterval: number(0, 480, 0),
});

/** Read by its id only, which the policy names. */
const certificateMaps = setting(
  'certificatemapsettings',
  'RaVpnCertificateMapSetting',
  {
    enableCertificateToConnectionProfileMapping: flag(false),
    useGroupURL: flag(true),
    certificateToConnectionProfileMap: list(
      object({
        certificateMap: required(ref('object/certificatemaps')),
        connectionProfile: required(ref(`${ravpns}/*/connectionprofiles`)),
      }),
    ),
  },
  {
    byIdOnly: true,
    check: (_world, { body }) => {
      const maps = (body['certificateToConnectionProfileMap'] ?? []) as readonly Json[];
      if (body['enableCertificateToConnectionProfileMapping'] === true && maps.length === 0)
        throw invalid('Missing required field: certificateToConnectionProfileMap');
    },
  },
);

const advanced = setting(
  'ipsecadvancedsettings',
  'RaVpnIPsecAdvancedSetting',
  {
    ikev2settings: object({
      identitySentToPeer: word('AUTO_OR_DN', 'IP_ADDRESS', 'HOST_NAME'),
      enableNotificationOnTunnelDisconnect: flag(false),
      doNotRebootUntilSessionsTerminated: flag(false),
      cookieChallenge: word('CUSTOM', 'ALWAYS', 'NEVER'),
      thresholdToChallengeIncomingCookies: number(0, 1000, 50),
      percentageOfSAsAllowedInNegotiation: number(0, 100, 100),
      /** -1 is the limit of the device. */
      maximumNumberOfSAsAllowed: number(-1, 2147483647, -1),
    }),
    ipsecsettings: object({
      /** CSCwq59104: what is written of it is not kept. */
      enableFragmentationBeforeEncryption: flag(true),
      maximumTransmissionUnitAging: object({ enabled: flag(false), resetIntervalMinutes: number(-1, 30, -1) }),
    }),
    natKeepaliveMessageTraversal: object({ enabled: flag(true), intervalSeconds: number(-1, 3600, 20) }),
  },
  {
    derive: (body) => {
      const ipsec = body['ipsecsettings'] as JsonObject;
      return { ...body, ipsecsettings: { ...ipsec, enableFragmentationBeforeEncryption: true } };
    },
  },
);

/** The schema shows inner classes; the examples and the Terraform provider have these. */
const ldap = setting('ldapattributemaps', 'RaVpnLdapAttributeMap', {
  ldapAttributeMapList: list(
    object({
      ldapServer: ref('object/realms'),
      realm: ref('object/realms'),
      ldapAttributeMaps: list(
        object({
          ldapName: need,
          ciscoName: need,
          valueMappings: list(
            object({
              type: oneOf('LdapToGroupPolicyMapping LdapToCiscoValueMapping LdapToAclMapping'),
              ldapValue: need,
              ciscoValue: line,
              groupPolicy: ref(groupPolicies),
              acl: ref(extendedLists),
            }),
          ),
        }),
      ),
    }),
  ),
});

const balance = setting(
  'loadbalancesettings',
  'LoadBalanacing',
  {
    enableVpnLoadBalancing: flag(false),
    groupSettings: object({
      groupIPv4Address: line,
      groupIPv6Address: line,
      communicationInterface: ref(...zones),
      communicationUdpPort: number(1, 65535, 9023),
      ipsecEncryption: object({ enable: flag(false), encryptionKey: secret('****') }),
    }),
    redirectSettings: object({
      redirectUsingFqdn: flag(false),
      ikev2RedirectPhase: word('DURING_SA_AUTHENTICATION', 'DURING_SA_INITIALIZATION'),
    }),
    participatingDevices: list(
      object({
        device: ref('devices/devicerecords', 'devicehapairs/ftddevicehapairs'),
        priority: number(1, 10),
        natIPv4Address: line,
        natIPv6Address: line,
      }),
    ),
  },
  { since: '7.3' },
);

const customisations = list(ref('object/secureclientcustomizations'));
const customisation = setting(
  'secureclientcustomizationsettings',
  'RaVpnSecureClientCustomization',
  {
    binaries: customisations,
    scripts: customisations,
    imagesAndIcons: customisations,
    languageTranslations: customisations,
    customizedInstallerTransforms: customisations,
    localizedInstallerTransforms: customisations,
  },
  { since: '7.4' },
);

export const settingParts: readonly Part[] = [
  { spec: addresses, member: 'addressAssignmentSettings' },
  { spec: certificateMaps, member: 'certificateMapSettings' },
  { spec: advanced, member: 'ipsecAdvancedSettings' },
  { spec: ldap, member: 'ldapAttributeMaps' },
  { spec: balance, member: 'loadBalanceSettings' },
  { spec: customisation, member: 'secureClientCustomizationSettings' },
];
export const childLists = {
  connectionProfiles: 'RaVpnConnectionProfile',
  ipsecCryptoMaps: 'RaVpnIPsecCryptoMap',
} as const;

const dnFields =
  'CN_COMMMON_NAME C_COUNTRY DNQ_DN_QUALIFIER EA_EMAIL_ADDRESS GENQ_GENERATIONAL_QUALIFIER GN_GIVEN_NAME I_INITIAL ' +
  'L_LOCALITY N_NAME O_ORGANISATION OU_ORGANISATIONAL_UNIT SER_SERIAL_NUMBER SN_SURNAME SP_STATE_PROVINCE T_TITLE ' +
  'UID_USER_ID UPN_USER_PRINCIPAL_NAME NONE';
const usernames = object({
  prefillUsernameFromCertificate: flag(false),
  mapPrimaryField: { is: 'word', words: dnFields.split(' '), fallback: 'CN_COMMMON_NAME' },
  mapSecondaryField: { is: 'word', words: dnFields.split(' '), fallback: 'OU_ORGANISATIONAL_UNIT' },
  mapEntireDNAsUsername: flag(false),
  hideUsername: flag(false),
  matchCertificateAndSamlUsername: flag(),
});
/** A realm is answered as IdentityRealm, a RADIUS group as AAAGroupServer; the lab has one type for one member. */
const server = ref('object/radiusservergroups', 'object/realms', 'object/ssoservers');
const radius = refAs('AAAGroupServer', 'object/radiusservergroups');
const methods = 'AAA_ONLY SAML CLIENT_CERTIFICATE_ONLY AAA_AND_CLIENT_CERTIFICATE SAML_AND_CLIENT_CERTIFICATE';

const checkProfile: Collection['check'] = (world, { collection, body, before }) => {
  const method = text(body['authenticationMethod']);
  const named = body['primaryAuthenticationServer'] !== undefined || body['useLocalAsPrimaryAuthServer'] === true;
  if (method !== 'CLIENT_CERTIFICATE_ONLY' && !named)
    throw invalid('Missing required field: primaryAuthenticationServer');
  const saml = method.startsWith('SAML');
  const at = world.find(idIn(body['primaryAuthenticationServer']))?.collection;
  if (at !== undefined && (at === 'object/ssoservers') !== saml)
    throw invalid(`Invalid primaryAuthenticationServer for authenticationMethod ${method}`);
  if (before && before['name'] !== body['name']) throw invalid('The name of a connection profile cannot be changed');
  const holder = world.store.get(ravpns)!.get(collection.split('/')[2]!)!.body;
  const known = (holder['groupPolicies'] ?? []) as readonly Json[];
  if (!known.some((one) => idIn(one) === idIn(body['groupPolicy'])))
    throw invalid('The group policy of a connection profile must be among groupPolicies of its policy');
  const aliases = (of: JsonObject): readonly string[] =>
    ((of['groupAlias'] ?? []) as readonly JsonObject[]).map((one) => text(one['aliasName']).toLowerCase());
  const taken = itemsOf(world, collection)
    .filter((item) => item.body['name'] !== body['name'])
    .flatMap((item) => aliases(item.body));
  if (aliases(body).some((alias) => taken.includes(alias))) throw invalid('Duplicate group alias');
};

const profile: Collection = {
  at: `${ravpns}/*/connectionprofiles`,
  type: 'RaVpnConnectionProfile',
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  flaps: true,
  uniqueHere: true,
  members: {
    name: nameShape,
    description,
    authenticationMethod: oneOf(methods, true),
    groupPolicy: required(refAs('ASA_Group_Policy', groupPolicies)),
    ipv4AddressPool: list(ref('object/ipv4addresspools'), 6),
    ipv6AddressPool: list(ref('object/ipv6addresspools'), 6),
    dhcpServersForAddressAssignment: list(refAs('NetworkObject', 'object/hosts', 'object/networks'), 10),
    primaryAuthenticationServer: server,
    useLocalAsPrimaryAuthServer: flag(false),
    enablePrimaryAuthFallbackToLocal: flag(false),
    enableMultipleCertificateAuthentication: flag(false),
    certificateUsernameSettings: usernames,
    enableSecondaryAuthentication: flag(false),
    secondaryAuthenticationServer: server,
    useLocalAsSecondaryAuthServer: flag(false),
    enableSecondaryAuthFallbackToLocal: flag(false),
    secondaryAuthenticationSettings: object({
      promptUsername: flag(true),
      usePrimaryUsername: flag(false),
      useSecondaryUsernameforSession: flag(false),
      /** CSCwq59124: what is written of these two is not kept. */
      mapUsernameFromCertificate: flag(false),
      certificateUsernameSettings: { ...usernames, hidden: true },
    }),
    authorizationServer: ref('object/radiusservergroups', 'object/realms'),
    allowConnectionOnlyIfAuthorized: flag(false),
    accountingServer: radius,
    stripRealmFromUsername: flag(false),
    stripGroupFromUsername: flag(false),
    enablePasswordManagement: flag(false),
    notifyUserOnPasswordExpiryDay: flag(false),
    passwordExpirationNotificationPeriod: number(1, 180, 14),
    groupAlias: list(object({ aliasName: need, enabled: flag(true) })),
    groupUrl: list(object({ aliasUrl: required(refAs('URLObject', 'object/urls')), enabled: flag(true) })),
    /** CSCwq59124: never answered. */
    idpCertOverrideForConnProfile: { ...ref(enrollments), hidden: true },
    enableExternalBrowserForSAML: { is: 'flag', hidden: true },
  },
  derive: (body) => {
    const second = (body['secondaryAuthenticationSettings'] ?? {}) as JsonObject;
    return { ...body, secondaryAuthenticationSettings: { ...second, mapUsernameFromCertificate: false } };
  },
  check: checkProfile,
  scope: 'holder',
};

/** Always there; it can be replaced, and not deleted. */
export const defaultProfile = (world: World, user: string): Item => {
  const group = itemsSeen(world, groupPolicies).find((item) => item.body['name'] === 'DfltGrpPolicy')!;
  const local = { name: 'DefaultWEBVPNGroup', authenticationMethod: 'AAA_ONLY', groupPolicy: { id: group.id } };
  const body = settleMembers(profile.members, { ...local, useLocalAsPrimaryAuthServer: true }, '', world.lookup);
  return { id: world.newId(), body, user, changed: world.now(), revision: 1, system: true };
};

export const remoteAccessChildren: readonly Collection[] = [...settingParts.map(({ spec }) => spec), profile];
