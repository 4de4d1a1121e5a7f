import { existing } from '../../../constructs/core/device-object';
import {
  AaaServerGroup,
  AccessList,
  AddressPool,
  CertificateMap,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  Ipv6AddressPool,
  IpsecTransformSet,
  NetworkGroup,
  NetworkObject,
  PolicyAssignment,
  RaCertificateMapping,
  RaConnectionProfile,
  RaCryptoMap,
  RaLdapAttributes,
  RaLoadBalancing,
  RadiusServer,
  RemoteAccessPolicy,
  SamlServer,
  Secret,
  SecureClientAttribute,
  TimeRange,
  SecureClientFile,
  SecureClientProfile,
  UrlObject,
  type Fmc,
} from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const zone = existing('security-zone', 'outside-zone');
const builtIn = existing('ftd-group-policy', 'DfltGrpPolicy');
const trustpoint = existing('cert-trustpoint', 'CA-INTERNAL');

const groupOn = (center: Fmc, variant: Variant): FtdGroupPolicy => {
  const dns = new NetworkObject(center, 'dns', { value: '10.30.0.53' });
  const dns2 = new NetworkObject(center, 'dns2', { value: '10.30.1.53' });
  const split = new AccessList(center, 'split', {
    type: 'standard',
    entries: [{ action: 'permit', source: '10.30.0.0/16' }],
  });
  const filter = new AccessList(center, 'filter', {
    entries: [
      { action: 'permit', protocol: 'tcp', source: 'any', destination: '10.30.0.0/16', destinationPort: 'eq 443' },
      { action: 'permit', protocol: 'udp', source: 'any', destination: '10.30.0.53', destinationPort: 'range 53 54' },
      { action: 'deny', source: 'any', destination: 'any' },
    ],
  });
  const profile = new SecureClientProfile(center, 'client', {
    name: 'staff-client',
    preferences: { automaticCertSelection: variant !== 'edited' },
    hosts: [{ name: 'Staff', address: { address: 'vpn.example.net', headend: center } }],
  });
  const management = new SecureClientFile(center, 'profile', {
    name: 'staff-profile',
    type: 'management-profile',
    fileName: 'staff.xml',
    content: { text: variant === 'edited' ? '<AnyConnectProfile edited="1"/>' : '<AnyConnectProfile/>' },
  });
  return new FtdGroupPolicy(center, 'group', {
    name: 'GP-STAFF',
    accessHours: new TimeRange(center, 'hours', {
      name: 'STAFF-HOURS',
      from: '2026-12-01T00:00',
      weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '06:00', to: '22:00' }],
    }),
    customAttributes: [
      new SecureClientAttribute(center, 'domains', {
        name: 'STAFF-DOMAINS',
        type: 'dynamic-split-tunnel',
        include: ['corp.example.net'],
        exclude: ['video.example.net', 'meetings.example.com'],
      }),
      new SecureClientAttribute(center, 'phones', {
        name: 'PHONES',
        type: 'custom',
        attribute: 'DeferredUpdateAllowed',
        value: 'true',
      }),
    ],
    banner: 'Staff only.\nAll is logged.',
    dnsServers: [dns, dns2],
    domain: 'corp.example.net',
    splitTunnel: {
      ipv4: 'tunnel-specified',
      list: split,
      dns: 'specified-domains',
      dnsDomains: ['corp.example.net', 'lab.example.net'],
    },
    clientProfile: profile,
    managementProfile: management,
    clientModules: [{ module: 'dart', download: true }],
    mtu: 1390,
    keepAlive: false,
    gatewayDpd: 60,
    trafficFilter: filter,
    vlan: 30,
    simultaneousLogins: 1,
    sessionTimeout: 720,
    idleTimeout: 60,
  });
};

const serversOn = (center: Fmc): AaaServerGroup => {
  const one = new RadiusServer(center, 'ise-1', {
    address: '10.30.0.21',
    key: Secret.fromEnv('RA_RADIUS_KEY'),
    timeout: 60,
    messageAuthenticator: true,
  });
  const two = new RadiusServer(center, 'ise-2', {
    address: { host: '10.30.0.22', authPort: 1645, acctPort: 1646 },
    key: Secret.fromEnv('RA_RADIUS_KEY_2'),
    zone: existing('security-zone', 'inside-zone'),
  });
  return new AaaServerGroup(center, 'ise', {
    name: 'ISE',
    servers: [one, two],
    retryInterval: 5,
    accountingMode: 'multiple',
    interimAccountingMinutes: 15,
    dynamicAuthorizationPort: 1700,
    mergeDownloadedList: 'after',
  });
};

const policyOn = (center: Fmc, groups: readonly FtdGroupPolicy[], variant: Variant): RemoteAccessPolicy => {
  const proposal = new IkeV2Proposal(center, 'proposal', {
    encryption: ['aes-cbc-256'],
    integrity: ['sha512'],
    prf: ['sha512'],
    group: [15],
  });
  const ike = new IkeV2Policy(center, 'ike', { name: 'RA-IKE', proposals: [proposal], priority: 3 });
  return new RemoteAccessPolicy(center, 'policy', {
    name: 'RA',
    description: 'staff from outside',
    protocols: ['ipsec-ikev2', 'ssl'],
    accessInterfaces: [{ zone, ssl: true }],
    sslCertificate: trustpoint,
    chooseProfile: variant !== 'edited',
    ipsecCertificate: trustpoint,
    ikev2Policies: [ike],
    groupPolicies: [...groups, builtIn],
    addressAssignment: { dhcp: false, reuseMinutes: 10 },
    ipsec: { identity: 'ip-address', cookieChallenge: 'always', natKeepAlive: 30, mtuAgingMinutes: 15 },
  });
};

const childrenOf = (center: Fmc, policy: RemoteAccessPolicy, group: FtdGroupPolicy, variant: Variant): void => {
  const servers = serversOn(center);
  const pool = new AddressPool(center, 'pool', {
    name: 'POOL-STAFF',
    ranges: [{ from: '10.99.0.10', to: '10.99.0.200' }],
    mask: '255.255.255.0',
  });
  const pool6 = new Ipv6AddressPool(center, 'pool6', { name: 'POOL6-STAFF', start: '2001:db8:99::10/64', size: 100 });
  const url = new UrlObject(center, 'url', { name: 'staff-url', url: 'https://vpn.example.net/staff' });
  const staff = new RaConnectionProfile(center, 'staff', {
    policy,
    groupPolicy: group,
    authentication: 'aaa-and-certificate',
    server: servers,
    certificateName: { primary: 'user-principal-name', secondary: 'none', prefill: true },
    authorization: servers,
    authorizedOnly: true,
    accounting: servers,
    ipv4Pools: [pool],
    ipv6Pools: [pool6],
    stripRealm: true,
    passwordManagement: true,
    passwordWarningDays: variant === 'edited' ? 7 : 21,
    aliases: ['staff'],
    groupUrls: [url],
  });
  const esp = new IpsecTransformSet(center, 'esp', { name: 'RA-ESP', encryption: 'aes-cbc-256', integrity: 'sha512' });
  new RaCryptoMap(center, 'crypto-map', { policy, zone, ipsecProposals: [esp], pfs: 15, lifetimeSeconds: 3600 });
  if (variant === 'less') return;
  const map = new CertificateMap(center, 'map', {
    name: 'STAFF-MAP',
    rules: [{ field: 'subject-name', operator: 'co', value: 'ou=staff' }],
  });
  new RaCertificateMapping(center, 'mapping', { policy, mappings: [{ map, profile: staff }], groupUrlFirst: false });
  const duo = new SamlServer(center, 'duo', {
    entityId: 'https://sso.example.net/metadata',
    signInUrl: 'https://sso.example.net/login',
    identityProviderCertificate: trustpoint,
    signature: 'rsa-sha256',
  });
  new RaConnectionProfile(center, 'partners', {
    policy,
    groupPolicy: group,
    authentication: 'saml',
    server: duo,
    ipv4Pools: [pool],
  });
  new RaLdapAttributes(center, 'ldap', {
    policy,
    realms: [
      {
        realm: existing('realm', 'lab.example'),
        attributes: [
          {
            ldapName: 'memberOf',
            ciscoName: 'Group-Policy',
            values: [{ ldapValue: 'cn=staff,dc=lab,dc=example', to: group }],
          },
        ],
      },
    ],
  });
  new RaLoadBalancing(center, 'balancing', {
    policy,
    address: '203.0.113.200',
    interface: zone,
    key: Secret.fromEnv('RA_CLUSTER_KEY'),
    members: [{ device: center.ftd('branch-ftd'), priority: 7 }],
  });
};

/** Remote access with every child of a policy, of level-1 constructs. */
export const scenario: Scenario = {
  title: 'remote access of an FMC, level 1',
  secrets: { RA_RADIUS_KEY: 'Hx7;otter=lamp', RA_RADIUS_KEY_2: 'Vb2/crane:dusk', RA_CLUSTER_KEY: 'Tn4!heron-moss' },
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant === 'nothing') return;
    const net = new NetworkObject(center, 'net', { name: 'ra-net', value: '10.99.0.0/24' });
    const range = new NetworkObject(center, 'range', { name: 'ra-range', value: '10.99.1.1-10.99.1.20' });
    if (variant !== 'less') new NetworkGroup(center, 'group-of-nets', { name: 'ra-nets', members: [net, range] });
    const group = groupOn(center, variant);
    const policy = policyOn(center, [group], variant);
    childrenOf(center, policy, group, variant);
    new PolicyAssignment(center, 'assignment', { policy, devices: [center.ftd('branch-ftd')] });
  },
  edits: [
    'fmc update secure-client-file/staff-profile',
    'fmc update secure-client-profile/staff-client',
    'fmc update ra-vpn-policy/RA',
    'fmc update ra-connection-profile/RA/staff',
  ],
  deletes: [
    'fmc delete network-group/ra-nets',
    'fmc delete ra-load-balancing/RA',
    'fmc delete ra-ldap-attributes/RA',
    'fmc delete ra-connection-profile/RA/partners',
    'fmc delete saml-server/duo',
    'fmc delete ra-certificate-mapping/RA',
    'fmc delete certificate-map/STAFF-MAP',
  ],
};
