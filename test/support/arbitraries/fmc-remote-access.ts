import fc from 'fast-check';
import type { Ref } from '../../../lib/model/noun';
import { secureClientFileTypes } from '../../../lib/model/manager/secure-client-file';
import type { NounOf } from '../../../lib/model/nouns';
import {
  distinct,
  domainName,
  groups,
  int,
  ipv4,
  ipv6,
  oneOf,
  rare,
  record,
  refsTo,
  secretRef,
  text,
  word,
  type Arbitraries,
} from './basic';
import { cookies, dontFragment, fmcName, its, orOff, several, tfcPackets, theirs } from './fmc-shared';

/** Nouns of remote access on the FMC, each with what it needs there. What it refers to is somebody else's. */

export type FmcRemoteAccessKind =
  | 'secure-client-file'
  | 'secure-client-profile'
  | 'aaa-server-group'
  | 'ra-vpn-policy'
  | 'ra-connection-profile'
  | 'ra-crypto-map'
  | 'ra-certificate-mapping'
  | 'ra-ldap-attributes'
  | 'ra-load-balancing';

const file = (type: string, name: string): fc.Arbitrary<Ref<'secure-client-file'>> =>
  fc.constant(theirs('secure-client-file', name, { type }));
const flag = rare(fc.boolean());
const policy = its('ra-vpn-policy', 'RA');
const zone = its('security-zone', 'outside-zone', 'dmz-zone');
type File = NounOf<'secure-client-file'>;
const clientFile: fc.Arbitrary<File> = fc
  .record({
    name: fmcName,
    type: oneOf(secureClientFileTypes),
    stem: fmcName,
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    text,
  })
  .map(({ name, type, stem, sha256, text: content }) => ({
    name,
    type,
    fileName: `${stem}.${type.endsWith('package') ? 'pkg' : 'xml'}`,
    content: { text: content },
    sha256,
  }));

const serverGroup = record<NounOf<'aaa-server-group'>>({
  name: fmcName,
  type: fc.constant('radius' as const),
  servers: refsTo('radius-server', { 'radius-server': ['RADIUS-1', 'RADIUS-2'] }, 2),
  retryInterval: rare(int(1, 10)),
  accountingMode: rare(oneOf(['single', 'multiple'] as const)),
  authorizeOnly: flag,
  interimAccountingMinutes: rare(int(1, 120)),
  dynamicAuthorizationPort: rare(int(1024, 65535)),
  mergeDownloadedList: rare(oneOf(['before', 'after'] as const)),
  realm: rare(its('realm', 'AD')),
});

type Policy = NounOf<'ra-vpn-policy'>;
type Face = Policy['accessInterfaces'][number];
const faces = (tls: boolean): fc.Arbitrary<Face[]> =>
  distinct(
    fc
      .tuple(
        record<Face>({
          zone,
          ipsec: fc.boolean(),
          ssl: tls ? fc.boolean() : fc.constant(false),
          certificate: rare(its('cert-trustpoint', 'CA')),
        }),
        fc.boolean(),
      )
      .map(([found, dtls]): Face => ({ ...found, dtls: found.ssl && dtls })),
    2,
    (found) => found.zone.name,
  );
const ipsec = fc
  .tuple(
    record<NonNullable<Policy['ipsec']>>({
      identity: rare(oneOf(['auto-or-dn', 'ip-address', 'host-name'] as const)),
      notifyOnDisconnect: flag,
      rebootAfterSessions: flag,
      negotiationLimit: rare(int(1, 100)),
      saLimit: rare(int(1, 2147483647)),
      mtuAgingMinutes: rare(int(10, 30)),
      natKeepAlive: rare(orOff(int(10, 3600))),
    }),
    cookies,
  )
  .map(([found, cookie]) => ({ ...found, ...cookie }));
const system = ['windows', 'mac', 'linux'] as const;
const raPolicy = fc.boolean().chain((tls) =>
  record<Policy>({
    name: fmcName,
    description: rare(text),
    protocols: fc.constant(tls ? ['ipsec-ikev2', 'ssl'] : ['ipsec-ikev2']),
    accessInterfaces: faces(tls),
    chooseProfile: flag,
    webPort: rare(int(1, 65535)),
    dtlsPort: rare(int(1, 65535)),
    sslCertificate: rare(its('cert-trustpoint', 'CA')),
    ipsecCertificate: its('cert-trustpoint', 'CA', 'CA-2'),
    bypassAccessControl: flag,
    ikev2Policies: several('ikev2-policy', 'NSA', 'OTHERS'),
    groupPolicies: several('ftd-group-policy', 'DfltGrpPolicy', 'GP-1', 'GP-2'),
    clientImages: rare(distinct(fc.record({ package: file('package', 'client.pkg'), system: oneOf(system) }), 3)),
    dynamicAccess: rare(its('dynamic-access-policy', 'POSTURE')),
    externalBrowser: rare(file('external-browser-package', 'browser')),
    addressAssignment: rare(
      record<NonNullable<Policy['addressAssignment']>>({
        authorizationServerIpv4: flag,
        authorizationServerIpv6: flag,
        dhcp: flag,
        poolsIpv4: flag,
        poolsIpv6: flag,
        reuseMinutes: rare(int(0, 480)),
      }),
    ),
    ipsec: rare(ipsec),
  }),
);

type Profile = NounOf<'ra-connection-profile'>;
const nameField = oneOf([
  'common-name',
  'country',
  'dn-qualifier',
  'email-address',
  'generation-qualifier',
  'given-name',
  'initials',
  'locality',
  'name',
  'organization',
  'organizational-unit',
  'serial-number',
  'surname',
  'state',
  'title',
  'user-id',
  'user-principal-name',
  'none',
] as const);
type CertificateName = NonNullable<Profile['certificateName']>;
const shown = { prefill: flag, hide: flag };
const certificateName = fc.oneof(
  record<CertificateName>({ ...shown, primary: rare(nameField), secondary: rare(nameField) }),
  record<CertificateName>({ ...shown, wholeSubject: fc.boolean() }),
);
const users = fc.oneof<fc.Arbitrary<NonNullable<Profile['server']>>[]>(
  fc.constant('local' as const),
  its('aaa-server-group', 'RADIUS'),
  its('realm', 'AD'),
);
const saml = its('saml-server', 'DUO');
const passwords = fc.oneof(
  fc.record({ passwordManagement: fc.constant(true), passwordWarningDays: orOff(int(0, 180)) }),
  record<Pick<Profile, 'passwordManagement'>>({ passwordManagement: flag }),
);
const ways: fc.Arbitrary<Partial<Profile>> = fc.oneof<fc.Arbitrary<Partial<Profile>>[]>(
  fc.record({ authentication: fc.constant('aaa' as const), server: users }),
  fc.record({ authentication: fc.constant('saml' as const), server: saml }),
  record<Partial<Profile>>({
    authentication: fc.constant('certificate' as const),
    certificateName,
    multipleCertificates: flag,
  }),
  record<Partial<Profile>>({
    authentication: fc.constant('aaa-and-certificate' as const),
    server: users,
    certificateName: rare(certificateName),
    multipleCertificates: flag,
  }),
  fc.record({ authentication: fc.constant('saml-and-certificate' as const), server: saml }),
);
const connectionProfile = fc
  .tuple(
    record<Omit<Profile, 'authentication'>>({
      name: fc.oneof(fmcName, fc.constant('DefaultWEBVPNGroup')),
      policy,
      groupPolicy: its('ftd-group-policy', 'GP-1', 'GP-2'),
      fallbackToLocal: flag,
      secondary: rare(
        record<NonNullable<Profile['secondary']>>({
          server: users,
          fallbackToLocal: flag,
          promptUserName: flag,
          sessionBySecondary: flag,
        }),
      ),
      authorization: rare(fc.oneof(its('aaa-server-group', 'RADIUS'), its('realm', 'AD'))),
      accounting: rare(its('aaa-server-group', 'RADIUS')),
      ipv4Pools: several('address-pool', 'POOL-1', 'POOL-2'),
      ipv6Pools: rare(several('ipv6-address-pool', 'POOL-6')),
      dhcpServers: rare(its('network-object', 'net-10.30.0.0-16').map((one) => [{ ref: one.ref, name: one.name }])),
      stripRealm: flag,
      stripGroup: flag,
      aliases: rare(distinct(text, 2)),
      groupUrls: rare(several('url-object', 'URL-1', 'URL-2')),
    }),
    ways,
    passwords,
  )
  .map(([common, way, password]) => ({ ...common, ...way, ...password }) as Profile);

const cryptoMap = fc
  .tuple(
    record<Omit<NounOf<'ra-crypto-map'>, 'clientServices'>>({
      name: fc.constant('outside-zone'),
      policy,
      zone: its('security-zone', 'outside-zone'),
      ipsecProposals: rare(refsTo('ipsec-transform-set', { 'ipsec-transform-set': ['ESP-1', 'ESP-2'] }, 2)),
      reverseRoute: flag,
      pfs: rare(oneOf([...groups, 31] as const)),
      lifetimeSeconds: rare(int(120, 2147483647)),
      lifetimeKilobytes: rare(int(10, 2147483647)),
      validateIcmpErrors: flag,
      dontFragment,
      tfc: tfcPackets,
    }),
    fc.oneof<fc.Arbitrary<{ clientServices: boolean; clientServicesPort?: number }>[]>(
      fc.constant({ clientServices: false }),
      fc.record({ clientServices: fc.constant(true), clientServicesPort: int(1, 65535) }),
    ),
  )
  .map(([map, services]) => ({ ...map, ...services }));

type Realm = NounOf<'ra-ldap-attributes'>['realms'][number];
const meaning = fc.oneof<fc.Arbitrary<Realm['attributes'][number]['values'][number]['to']>[]>(
  its('ftd-group-policy', 'GP-1'),
  word,
);
const realm: fc.Arbitrary<Realm> = fc.record({
  realm: its('realm', 'AD', 'LDAP'),
  attributes: distinct(
    fc.record({
      ldapName: word,
      ciscoName: word,
      values: distinct(fc.record({ ldapValue: text, to: meaning }), 2),
    }),
    2,
  ),
});

type Balancing = NounOf<'ra-load-balancing'>;
const balancing = record<Balancing>({
  name: fc.constant('RA'),
  policy,
  address: ipv4,
  ipv6Address: rare(ipv6),
  interface: zone,
  port: int(1, 65535),
  key: rare(secretRef),
  redirectByName: fc.boolean(),
  redirectPhase: oneOf(['sa-authentication', 'sa-initialization'] as const),
  members: distinct(
    record<Balancing['members'][number]>({
      device: its('ftd-device', 'ftd-1', 'ftd-2', 'ftd-3'),
      priority: int(1, 10),
      natAddress: rare(ipv4),
      natIpv6Address: rare(ipv6),
    }),
    3,
    ({ device }) => device.name,
  ),
});

export const fmcRemoteAccess: Arbitraries<FmcRemoteAccessKind> = {
  'secure-client-file': clientFile,
  'secure-client-profile': record<NounOf<'secure-client-profile'>>({
    name: fmcName,
    preferences: fc.record({ authenticationTimeout: int(30, 120), certificateStore: oneOf(['User', 'All'] as const) }),
    hosts: distinct(
      fc.record({ name: text, address: domainName, primaryProtocol: fc.constant('IPsec' as const) }),
      2,
      ({ name }) => name,
    ),
  }),
  'aaa-server-group': serverGroup,
  'ra-vpn-policy': raPolicy,
  'ra-connection-profile': connectionProfile,
  'ra-crypto-map': cryptoMap,
  'ra-certificate-mapping': fc.record({
    name: fc.constant('RA'),
    policy,
    mappings: distinct(
      fc.record({
        map: its('certificate-map', 'STAFF', 'GUESTS'),
        profile: oneOf(['RA/STAFF', 'RA/GUESTS']).map((name) => ({ ref: 'ra-connection-profile' as const, name })),
      }),
      3,
    ),
    groupUrlFirst: fc.boolean(),
  }),
  'ra-ldap-attributes': fc.record({ name: fc.constant('RA'), policy, realms: distinct(realm, 2) }),
  'ra-load-balancing': balancing,
};
