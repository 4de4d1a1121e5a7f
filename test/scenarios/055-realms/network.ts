import { existing } from '../../../constructs/core/device-object';
import {
  AddressPool,
  DynamicAccessPolicy,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  LocalRealmUser,
  RaConnectionProfile,
  RaCryptoMap,
  RaLdapAttributes,
  RaLocalRealm,
  Realm,
  RemoteAccessPolicy,
  Secret,
  TrustedCa,
  type Fmc,
} from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const realmsOn = (center: Fmc, variant: Variant) => {
  const authority = TrustedCa.fromExisting(center, 'ca', 'DIRECTORY-CA');
  const zone = existing('security-zone', 'inside-zone');
  const user = { name: 'vpn@corp.example.net', password: Secret.fromEnv('REALM_PASSWORD') };
  const staff = new Realm(center, 'staff', {
    name: 'corp.example.net',
    type: 'ad',
    domain: 'corp.example.net',
    joinUser: { name: 'join@corp.example.net', password: Secret.fromEnv('REALM_JOIN_PASSWORD') },
    user,
    baseDn: 'dc=corp,dc=example,dc=net',
    groupDn: 'ou=groups,dc=corp,dc=example,dc=net',
    servers: [
      { host: 'dc-2.corp.example.net', authority },
      { host: 'dc-1.corp.example.net', encryption: 'starttls', authority, zone },
      ...(variant === 'edited' ? [{ host: 'dc-3.corp.example.net', port: 3269, authority }] : []),
    ],
    download: { hour: 2, intervalHours: 12, includedGroups: ['VPN users', 'Admins'] },
  });
  if (variant !== 'less')
    new Realm(center, 'partners', {
      description: 'directory of the partners',
      type: 'ldap',
      user,
      baseDn: 'dc=partners,dc=example,dc=net',
      groupDn: 'dc=partners,dc=example,dc=net',
      servers: [{ host: 'ldap.partners.example.net', encryption: 'starttls', authority }],
      groupAttribute: 'uniqueMember',
    });
  const guests = new Realm(center, 'guests', { name: 'Guests', type: 'local' });
  new LocalRealmUser(center, 'anna', { realm: guests, user: 'anna', password: Secret.fromEnv('ANNA') });
  if (variant !== 'less')
    new LocalRealmUser(center, 'ravi', { realm: guests, user: 'ravi', password: Secret.fromEnv('RAVI') });
  return { staff, guests };
};

const recordXml = (name: string, memberOf: string): string => `
  <dapRecord>
    <dapName><value>${name}</value></dapName>
    <dapViewsRelation><value>and</value></dapViewsRelation>
    <dapBasicView>
      <dapSelection>
        <dapPolicy><value>match-any</value></dapPolicy>
        <attr><name>aaa.ldap.memberOf</name><operation>EQ</operation><value>${memberOf}</value></attr>
      </dapSelection>
    </dapBasicView>
  </dapRecord>`;
/** Staff are let in, and in the full network contractors too; nobody else. */
const accessOn = (center: Fmc, variant: Variant): DynamicAccessPolicy => {
  const all = ['STAFF', ...(variant === 'less' ? [] : ['CONTRACTORS'])];
  const priorities: Readonly<Record<string, number>> = { STAFF: variant === 'edited' ? 30 : 10, CONTRACTORS: 20 };
  return new DynamicAccessPolicy(center, 'dap', {
    name: 'WHO-MAY',
    description: 'by groups of the directory',
    records: [
      ...all.map((name) => ({ name, priority: priorities[name]!, message: `Welcome, ${name.toLowerCase()}` })),
      { name: 'DfltAccessPolicy', action: 'terminate', message: 'Ask the help desk' },
    ],
    criteria: `<?xml version="1.0"?>\n<dapRecordList>${all.map((name) => recordXml(name, name.toLowerCase())).join('')}\n</dapRecordList>\n`,
  });
};

const policyOn = (center: Fmc, group: FtdGroupPolicy, variant: Variant): RemoteAccessPolicy => {
  const proposal = new IkeV2Proposal(center, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
  return new RemoteAccessPolicy(center, 'policy', {
    name: 'RA',
    accessInterfaces: [{ zone: existing('security-zone', 'outside-zone') }],
    ipsecCertificate: existing('cert-trustpoint', 'CA-INTERNAL'),
    ikev2Policies: [new IkeV2Policy(center, 'ike', { name: 'RA-IKE', proposals: [proposal], priority: 5 })],
    groupPolicies: [group, existing('ftd-group-policy', 'DfltGrpPolicy')],
    dynamicAccess: accessOn(center, variant),
  });
};

/** Users of a directory and users of the FMC itself, who log in to one policy. */
export const scenario: Scenario = {
  title: 'realms of an FMC',
  secrets: {
    REALM_PASSWORD: 'Ub3;willow=stone',
    REALM_JOIN_PASSWORD: 'Kd8/marsh:heron',
    ANNA: 'Zp5!copper-lake',
    RAVI: 'Mt6+amber.field',
  },
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant === 'nothing') return;
    const { staff, guests } = realmsOn(center, variant);
    const group = new FtdGroupPolicy(center, 'group', { name: 'GP-USERS', protocols: ['ipsec-ikev2'] });
    const policy = policyOn(center, group, variant);
    const esp = new IpsecTransformSet(center, 'esp', { name: 'RA-ESP', encryption: 'aes-gcm-256' });
    const zone = existing('security-zone', 'outside-zone');
    new RaCryptoMap(center, 'crypto-map', { policy, zone, ipsecProposals: [esp], clientServices: false });
    const pool = new AddressPool(center, 'pool', {
      name: 'POOL-USERS',
      ranges: [{ from: '10.99.0.10', to: '10.99.0.200' }],
      mask: '255.255.255.0',
    });
    const shared = { policy, groupPolicy: group, authentication: 'aaa' as const, ipv4Pools: [pool] };
    new RaConnectionProfile(center, 'staff-profile', { ...shared, name: 'STAFF', server: staff, authorization: staff });
    const local = new RaConnectionProfile(center, 'guests-profile', { ...shared, name: 'GUESTS', server: 'local' });
    if (variant !== 'less') new RaLocalRealm(center, 'local', { policy, realm: guests, profiles: [local] });
    new RaLdapAttributes(center, 'attributes', {
      policy,
      realms: [
        {
          realm: staff,
          attributes: [
            { ldapName: 'memberOf', ciscoName: 'Group-Policy', values: [{ ldapValue: 'cn=vpn', to: group }] },
          ],
        },
      ],
    });
  },
  edits: ['fmc update dynamic-access-policy/WHO-MAY', 'fmc update realm/corp.example.net'],
  deletes: [
    'fmc update dynamic-access-policy/WHO-MAY',
    'fmc delete ra-local-realm/RA',
    'fmc delete local-realm-user/Guests/ravi',
    'fmc delete realm/partners',
  ],
};
