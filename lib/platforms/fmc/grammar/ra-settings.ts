import {
  outsideBody,
  field,
  listOf,
  number,
  same,
  type Look,
  type RestGrammar,
  type Wire,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { underPolicy } from './ra-connection-profile';
import { policyKey, ravpns } from './ra-vpn-policy';
import { reference } from './reference';
import { addressText, capitals, dontFragment, flag, pfs, switchedOn, tfc } from './words';

type CryptoMap = NounOf<'ra-crypto-map'>;
type Mapping = NounOf<'ra-certificate-mapping'>['mappings'][number];
type Realm = NounOf<'ra-ldap-attributes'>['realms'][number];
type Balancing = NounOf<'ra-load-balancing'>;

const zone = reference('security-zone');
const pointer = zone.canonical!;

/** The FMC makes one for each access interface: it is found by its zone, and changed. */
export const raCryptoMap: RestGrammar<CryptoMap> = {
  form: 'object',
  collection: (map) => underPolicy(map, 'ipseccryptomaps'),
  key: 'ipseccryptomaps',
  type: 'RaVpnIPsecCryptoMap',
  nameOf: (body) => (body['interfaceObject'] as { name?: string } | undefined)?.name,
  given: () => true,
  fixed: () => ({ '': { type: 'RaVpnIPsecCryptoMap' } }),
  fields: {
    policy: outsideBody,
    zone: field('interfaceObject', zone),
    ipsecProposals: field('ikev2IpsecProposals', listOf(reference('ipsec-transform-set'))),
    reverseRoute: field('enableRRI', flag, { absent: true }),
    clientServices: field('enableClientServices', flag, { absent: true }),
    clientServicesPort: field('clientServicesPort', number, {
      absent: 443,
      only: { at: 'enableClientServices', is: true },
    }),
    pfs: pfs('perfectForwardSecracy'),
    lifetimeSeconds: field('lifeTimeSeconds', number, { absent: 28800 }),
    lifetimeKilobytes: field('lifeTimeKilobytes', number, { absent: 4608000 }),
    validateIcmpErrors: field('validateIncomingIcmpErrorMessage', flag, { absent: false }),
    dontFragment: field('doNotFragmentPolicy', dontFragment, { absent: 'NONE' }),
    tfc: tfc('tfcPackets'),
  },
};

/** One of the settings of a policy: it is there as long as the policy, under an id that the policy names. */
const ofPolicy = (child: string, key: string) =>
  ({
    form: 'object',
    key,
    nameOf: () => undefined,
    given: () => true,
    collection: (noun: { readonly policy: { readonly name: string } }) => underPolicy(noun, child),
    idOf: (noun: { readonly policy: { readonly name: string } }) => `{${policyKey}:${noun.policy.name}#${child}}`,
  }) as const;

const mapping: Wire<Mapping> = {
  to: ({ map, profile }, look) => ({
    certificateMap: look.reference('certificate-map', map.name),
    connectionProfile: look.reference('ra-connection-profile', profile.name),
  }),
  from: (json) => {
    const { certificateMap: one, connectionProfile: other } = json as { readonly [member: string]: JsonObject };
    const map = one && reference('certificate-map').from(one);
    const profile = other && reference('ra-connection-profile').from(other);
    return map && profile && { map, profile };
  },
  canonical: (json): Json => ({
    certificateMap: pointer((json as JsonObject)['certificateMap']!),
    connectionProfile: pointer((json as JsonObject)['connectionProfile']!),
  }),
};

/** It stands in the policy itself, and only while a profile is there whose users it has (CSCwq59962). */
export const raLocalRealm: RestGrammar<NounOf<'ra-local-realm'>> = {
  form: 'object',
  collection: ravpns,
  key: 'ralocalrealms',
  type: 'RaVpn',
  nameOf: () => undefined,
  given: () => true,
  idOf: ({ policy }) => `{${policyKey}:${policy.name}}`,
  fixed: () => ({ '': { type: 'RaVpn' } }),
  fields: {
    policy: outsideBody,
    profiles: outsideBody,
    realm: field('localRealmServer', reference('realm')),
  },
};

export const raCertificateMapping: RestGrammar<NounOf<'ra-certificate-mapping'>> = {
  ...ofPolicy('certificatemapsettings', 'certificatemapsettings'),
  type: 'RaVpnCertificateMapSetting',
  fixed: () => ({ '': { type: 'RaVpnCertificateMapSetting' } }),
  fields: {
    policy: outsideBody,
    mappings: switchedOn(
      'enableCertificateToConnectionProfileMapping',
      field('certificateToConnectionProfileMap', listOf(mapping), { absent: [] }),
    ),
    groupUrlFirst: field('useGroupURL', flag, { absent: true }),
  },
};

type Value = Realm['attributes'][number]['values'][number];
const valueBody = ({ ldapValue, to }: Value, look: Look): JsonObject =>
  typeof to === 'string'
    ? { type: 'LdapToCiscoValueMapping', ldapValue, ciscoValue: to }
    : { type: 'LdapToGroupPolicyMapping', ldapValue, groupPolicy: look.reference('ftd-group-policy', to.name) };
/** Some versions answer no type: the value says what it is. One that points to an access list is nothing of ours, and whole. */
const mappedValue = (one: JsonObject): Json => {
  const ldapValue = one['ldapValue'] ?? null;
  if (one['groupPolicy'])
    return { type: 'LdapToGroupPolicyMapping', ldapValue, groupPolicy: pointer(one['groupPolicy']) };
  if (one['acl']) return { type: 'LdapToAclMapping', ldapValue, acl: pointer(one['acl']) };
  return { type: one['type'] ?? 'LdapToCiscoValueMapping', ldapValue, ciscoValue: one['ciscoValue'] ?? null };
};
/** A value that points to an access list is nothing of ours. */
const valueIn = ({ ldapValue, ciscoValue, groupPolicy }: JsonObject): Value | undefined => {
  const to = groupPolicy ? reference('ftd-group-policy').from(groupPolicy) : ciscoValue;
  return typeof ldapValue === 'string' &&
    (typeof to === 'string' || (typeof to === 'object' && to !== null && 'ref' in to))
    ? { ldapValue, to: to as Value['to'] }
    : undefined;
};
const attributeIn = ({ ldapName, ciscoName, valueMappings }: JsonObject): Realm['attributes'][number] | undefined => {
  const values = (valueMappings as readonly JsonObject[]).map(valueIn);
  return values.every((one) => one !== undefined)
    ? { ldapName: String(ldapName), ciscoName: String(ciscoName), values }
    : undefined;
};
/** The Terraform provider, tested by Cisco, writes `ldapServer`; Cisco's examples have `realm`: both are read. */
const realm: Wire<Realm> = {
  to: ({ realm: where, attributes }, look) => ({
    ldapServer: look.reference('realm', where.name),
    ldapAttributeMaps: attributes.map(({ ldapName, ciscoName, values }) => ({
      ldapName,
      ciscoName,
      valueMappings: values.map((one) => valueBody(one, look)),
    })),
  }),
  from: (json) => {
    const { ldapServer, ldapAttributeMaps } = json as { ldapServer: Json; ldapAttributeMaps: readonly JsonObject[] };
    const where = reference('realm').from(ldapServer);
    const attributes = ldapAttributeMaps.map(attributeIn);
    return where && attributes.every((one) => one !== undefined) ? { realm: where, attributes } : undefined;
  },
  canonical: (json): Json => {
    const body = json as JsonObject;
    const maps = (body['ldapAttributeMaps'] ?? []) as readonly JsonObject[];
    return {
      ldapServer: pointer((body['ldapServer'] ?? body['realm'])!),
      ldapAttributeMaps: maps.map(({ ldapName, ciscoName, valueMappings }) => ({
        ldapName: ldapName!,
        ciscoName: ciscoName!,
        valueMappings: ((valueMappings ?? []) as readonly JsonObject[]).map(mappedValue),
      })),
    };
  },
};

export const raLdapAttributes: RestGrammar<NounOf<'ra-ldap-attributes'>> = {
  ...ofPolicy('ldapattributemaps', 'ldapattributemaps'),
  type: 'RaVpnLdapAttributeMap',
  fixed: () => ({ '': { type: 'RaVpnLdapAttributeMap' } }),
  fields: { policy: outsideBody, realms: field('ldapAttributeMapList', listOf(realm), { absent: [] }) },
};

const participant: Wire<Balancing['members'][number]> = {
  to: ({ device, priority, natAddress, natIpv6Address }, look) => ({
    device: look.reference('ftd-device', device.name),
    priority,
    ...(natAddress === undefined ? {} : { natIPv4Address: natAddress }),
    ...(natIpv6Address === undefined ? {} : { natIPv6Address: natIpv6Address }),
  }),
  from: (json) => {
    const { device, priority, natIPv4Address, natIPv6Address } = json as JsonObject;
    const where = reference('ftd-device').from(device ?? {});
    if (where === undefined) return undefined;
    return {
      device: where,
      priority: Number(priority),
      ...(natIPv4Address ? { natAddress: String(natIPv4Address) } : {}),
      ...(natIPv6Address ? { natIpv6Address: String(natIPv6Address) } : {}),
    };
  },
  canonical: (json): Json => {
    const { device, priority, natIPv4Address, natIPv6Address } = json as JsonObject;
    return {
      device: pointer(device!),
      priority: Number(priority),
      ...(natIPv4Address ? { natIPv4Address } : {}),
      ...(natIPv6Address ? { natIPv6Address: addressText.canonical!(natIPv6Address) } : {}),
    };
  },
};
const group = 'groupSettings';
/** Spelled as every source has it: Cisco's examples, the Terraform provider and the Ansible collection of Cisco. */
const balancingType = 'LoadBalanacing';

export const raLoadBalancing: RestGrammar<Balancing> = {
  ...ofPolicy('loadbalancesettings', 'loadbalancesettings'),
  type: balancingType,
  since: () => [
    { version: '7.3', what: 'load balancing', instead: 'set it in the policy under Advanced > Load Balancing' },
  ],
  fixed: () => ({ '': { type: balancingType } }),
  fields: {
    policy: outsideBody,
    address: switchedOn('enableVpnLoadBalancing', field(`${group}.groupIPv4Address`, same<string>())),
    ipv6Address: field(`${group}.groupIPv6Address`, addressText, { absent: '' }),
    interface: field(`${group}.communicationInterface`, zone),
    port: field(`${group}.communicationUdpPort`, number, { absent: 9023 }),
    key: switchedOn(
      `${group}.ipsecEncryption.enable`,
      field(`${group}.ipsecEncryption.encryptionKey`, secretWire, {
        secret: true,
        only: { at: `${group}.ipsecEncryption.enable`, is: true },
      }),
    ),
    redirectByName: field('redirectSettings.redirectUsingFqdn', flag, { absent: false }),
    redirectPhase: field(
      'redirectSettings.ikev2RedirectPhase',
      capitals(['sa-authentication', 'sa-initialization'] as const, {
        'sa-authentication': 'DURING_SA_AUTHENTICATION',
        'sa-initialization': 'DURING_SA_INITIALIZATION',
      }),
      { absent: 'DURING_SA_AUTHENTICATION' },
    ),
    members: field('participatingDevices', listOf(participant), { absent: [] }),
  },
};
