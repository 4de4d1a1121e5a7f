import { existing } from '../../../constructs/core/device-object';
import {
  DuoGroup,
  DuoPhone,
  DuoRadiusApplication,
  DuoUser,
  IseAllowedProtocols,
  IseAuthenticationRule,
  IseAuthorizationProfile,
  IseAuthorizationRule,
  IseCertificateProfile,
  IseDownloadableAcl,
  IseExternalRadiusServer,
  IseIdentityGroup,
  IseIdentitySourceSequence,
  IseInternalUser,
  IseNetworkDevice,
  IseNetworkDeviceGroup,
  IsePolicySet,
  IseRadiusServerSequence,
  Secret,
  type DuoAccount,
  type IseServer,
} from 'tunnelwright';
import { duo, ise, type Scenario, type Variant } from '../../support/scenario';

const onIse = (server: IseServer, variant: Variant): void => {
  new IseNetworkDevice(server, 'proxy', {
    name: 'duo-proxy',
    description: 'asks for the second factor',
    addresses: ['192.0.2.97', '192.0.2.98'],
    radiusSharedSecret: Secret.fromEnv('ISE_RADIUS'),
    deviceGroups: ['Device Type#All Device Types', 'Location#All Locations#Mumbai'],
  });
  if (variant !== 'less')
    new IseNetworkDevice(server, 'branches', {
      addresses: ['10.20.0.0/16'],
      radiusSharedSecret: Secret.fromEnv('ISE_RADIUS'),
      secondRadiusSharedSecret: Secret.fromEnv('ISE_SECOND'),
      coaPort: 3799,
      dtlsRequired: true,
    });
  new IseInternalUser(server, 'alice', {
    password: Secret.fromEnv('ALICE_PASSWORD'),
    firstName: 'Alice',
    email: 'alice@example.net',
    groups: [existing('ise-identity-group', 'Employee'), existing('ise-identity-group', 'Contractors')],
    ...(variant === 'edited' ? { description: 'away' } : {}),
  });
};

const directory = existing('ise-active-directory', 'example.net');
const isVpn = { dictionary: 'DEVICE', attribute: 'Device Type', value: 'All Device Types#VPN' } as const;
const isStaff = {
  dictionary: 'InternalUser',
  attribute: 'IdentityGroup',
  value: 'VPN staff',
  operator: 'contains',
} as const;

/** What users are given, and by which rules. */
const policyOnIse = (server: IseServer, variant: Variant): void => {
  const type = new IseNetworkDeviceGroup(server, 'vpn', { path: 'Device Type#All Device Types#VPN' });
  new IseNetworkDevice(server, 'headend', {
    addresses: ['192.0.2.1'],
    radiusSharedSecret: Secret.fromEnv('ISE_RADIUS'),
    deviceGroups: [type],
  });
  const group = new IseIdentityGroup(server, 'staff', { name: 'VPN staff', description: 'may dial in' });
  new IseInternalUser(server, 'bob', {
    password: Secret.fromEnv('ALICE_PASSWORD'),
    groups: [group],
    customAttributes: { site: 'Mumbai' },
  });
  const acl = new IseDownloadableAcl(server, 'acl', { name: 'staff', lines: ['permit ip any any'] });
  const staff = new IseAuthorizationProfile(server, 'given', {
    name: 'VPN staff',
    downloadableAcl: acl,
    groupPolicy: 'STAFF',
    attributes: {
      framedPool: 'STAFF',
      dnsServers: ['10.0.0.53'],
      routeSetPrefixes: variant === 'edited' ? ['10.0.0.0/8', '172.16.0.0/12'] : ['10.0.0.0/8'],
    },
  });
  const certificates = new IseCertificateProfile(server, 'certificates', { directory: directory });
  const sources = new IseIdentitySourceSequence(server, 'sources', {
    sources: ['Internal Users', directory, 'Duo-Token'],
    certificateProfile: certificates,
    ifUnreachable: variant === 'edited' ? 'stop' : 'continue',
  });
  const protocols = new IseAllowedProtocols(server, 'protocols', { protocols: ['pap', 'ms-chap-v2', 'peap'] });
  const set = new IsePolicySet(server, 'set', {
    name: 'VPN (staff)',
    protocols,
    condition: { all: [isVpn, { any: [{ ...isVpn, not: true }, isVpn] }] },
    rank: 0,
  });
  const rules = { policySet: set };
  new IseAuthenticationRule(server, 'who', { ...rules, name: 'who', condition: isVpn, source: sources, rank: 0 });
  const may = (name: string, rank: number) =>
    new IseAuthorizationRule(server, name, { ...rules, name, condition: isStaff, profiles: [staff], rank });
  if (variant !== 'less') may('first', variant === 'edited' ? 1 : 0);
  may('second', variant === 'whole' ? 1 : 0);
  proxied(server);
};

const proxied = (server: IseServer): void => {
  const behind = new IseExternalRadiusServer(server, 'behind', {
    name: 'duo_proxy',
    address: '192.0.2.97',
    secret: Secret.fromEnv('ISE_RADIUS'),
    timeout: 60,
  });
  const proxies = new IseRadiusServerSequence(server, 'proxies', { servers: [behind] });
  const value = 'All Device Types#VPN#Proxied';
  new IsePolicySet(server, 'proxied', {
    name: 'Proxied',
    proxy: proxies,
    condition: { ...isVpn, value },
    state: 'monitor',
    rank: 1,
  });
};

const onDuo = (account: DuoAccount, variant: Variant): void => {
  const vpn = new DuoGroup(account, 'vpn', { name: 'VPN users', description: 'may dial in' });
  const admins = variant === 'less' ? undefined : new DuoGroup(account, 'admins');
  const phone = new DuoPhone(account, 'phone', {
    number: '+15551234567',
    label: 'of Alice',
    activation: { validSeconds: 3600 },
  });
  new DuoUser(account, 'alice', {
    realname: 'Alice Example',
    aliases: variant === 'edited' ? ['EXAMPLE\\alice'] : ['EXAMPLE\\alice', 'alice+vpn@example.net'],
    email: 'alice@example.net',
    phones: [phone],
    groups: variant === 'edited' || admins === undefined ? [vpn] : [vpn, admins],
  });
  new DuoRadiusApplication(account, 'application', {
    name: 'RADIUS of the VPN',
    groups: [vpn],
    usernameNormalization: 'simple',
  });
};

/** Every object of ISE and of a Duo account. */
export const scenario: Scenario = {
  title: 'every object of ISE and Duo',
  secrets: {
    ISE_RADIUS: 'Qz4-heron,attic',
    ISE_SECOND: 'Vb9-otter,stove',
    ALICE_PASSWORD: 'Nm2-ibex,ladder',
  },
  declare: (stack, variant) => {
    const server = ise(stack);
    const account = duo(stack);
    if (variant === 'nothing') return;
    onIse(server, variant);
    policyOnIse(server, variant);
    onDuo(account, variant);
  },
  edits: [
    'ise update ise-identity-source-sequence/sources',
    'ise update ise-authorization-profile/VPN staff',
    'ise update ise-internal-user/alice',
    'ise update ise-authorization-rule/VPN (staff)/first',
    'ise update ise-authorization-rule/VPN (staff)/second',
    'duo update duo-user/alice',
  ],
  deletes: [
    'ise delete ise-network-device/branches',
    'ise delete ise-authorization-rule/VPN (staff)/first',
    'ise update ise-authorization-rule/VPN (staff)/second',
    'duo delete duo-group/admins',
    'duo update duo-user/alice',
  ],
};
