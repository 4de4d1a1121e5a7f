import {
  AaaServer,
  AaaServerGroup,
  AddressPool,
  AnyConnectProfile,
  AsaClientAttribute,
  AsaGroupPolicy,
  CertificateMap,
  CertTrustpoint,
  DynamicAccessPolicy,
  FtdGroupPolicy,
  LocalRealmUser,
  IkeV2Policy,
  IpsecTransformSet,
  NetworkObject,
  RaCertificateMapping,
  RaConnectionProfile,
  RaCryptoMap,
  RaLdapAttributes,
  RaLoadBalancing,
  RaLocalRealm,
  Realm,
  RemoteAccessPolicy,
  Secret,
  SecureClientFile,
  SecureClientProfile,
  SecureClientAttribute,
  SecureClientAttributeOverride,
  SecurityZone,
  SslPolicy,
  SslTrustpoint,
  TunnelGroup,
  TunnelGroupMap,
  Webvpn,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const remoteAccess: Examples = {
  AnyConnectProfile: on('iosxe', (edge) => {
    const profile = new SecureClientProfile(edge, 'Staff', {
      hosts: [{ name: 'Mumbai', address: { address: 'vpn.example.net', headend: edge } }],
    });
    new AnyConnectProfile(edge, 'STAFF', { file: profile });
  }),
  SslPolicy: on('iosxe', (edge) => {
    // Clients download their profile over TLS.
    new SslPolicy(edge, 'PROFILE-DOWNLOAD', {
      trustpoint: CertTrustpoint.fromExisting(edge, 'ca', 'CA-INTERNAL'),
      address: { local: '198.51.100.10', port: 443 },
    });
  }),
  AsaGroupPolicy: on('asa', (asa) => {
    new AsaGroupPolicy(asa, 'STAFF', {
      tunnelProtocols: ['ikev2'],
      dnsServers: ['10.20.0.53'],
      defaultDomain: 'example.net',
      idleTimeout: 30,
      splitTunnelPolicy: 'tunnelall',
    });
  }),
  TunnelGroup: on('asa', (asa) => {
    const ise = new AaaServer(asa, 'ISE', {
      hosts: [{ interface: 'inside', host: '192.0.2.21', key: Secret.fromEnv('RADIUS_KEY') }],
    });
    const pool = new AddressPool(asa, 'STAFF-POOL', {
      ranges: [{ from: '10.61.0.1', to: '10.61.0.100' }],
      mask: '255.255.255.0',
    });
    const policy = new AsaGroupPolicy(asa, 'STAFF-POLICY', { tunnelProtocols: ['ikev2'] });
    new TunnelGroup(asa, 'STAFF', {
      type: 'remote-access',
      general: { addressPools: [pool], authenticationServers: ise, defaultGroupPolicy: policy },
      ipsec: { remoteEap: 'query-identity', localCertificate: CertTrustpoint.fromExisting(asa, 'vpn', 'VPN') },
    });
  }),
  TunnelGroupMap: on('asa', (asa) => {
    const map = new CertificateMap(asa, 'OF-STAFF', {
      rules: [{ field: 'subject-name', operator: 'co', value: 'ou = staff' }],
    });
    new TunnelGroupMap(asa, 'by-certificate', { map, group: TunnelGroup.fromExisting(asa, 'staff', 'STAFF') });
  }),
  Webvpn: on('asa', (asa) => {
    new Webvpn(asa, 'webvpn', {
      enable: ['outside'],
      anyconnectProfiles: [{ name: 'staff', file: 'disk0:/staff.xml' }],
      anyconnectEnable: true,
    });
  }),
  AsaClientAttribute: on('asa', (asa) => {
    const webvpn = new Webvpn(asa, 'webvpn', {
      customAttributes: [{ attribute: 'dynamic-split-exclude-domains', description: 'past the tunnel' }],
    });
    const video = new AsaClientAttribute(asa, 'video', {
      webvpn,
      attribute: 'dynamic-split-exclude-domains',
      label: 'VIDEO',
      values: ['video.example.net,meetings.example.com'],
    });
    new AsaGroupPolicy(asa, 'STAFF-POLICY', { customAttributes: [video] });
  }),
  SecureClientAttribute: on('fmc', (fmc) => {
    const video = new SecureClientAttribute(fmc, 'video', {
      type: 'dynamic-split-tunnel',
      exclude: ['video.example.net', 'meetings.example.com'],
    });
    const later = new SecureClientAttribute(fmc, 'updates', {
      type: 'defer-update',
      deferUpdate: { prompt: 'until-timeout', timeout: 60, action: 'update', minimumVersion: '5.1.0' },
    });
    new FtdGroupPolicy(fmc, 'GP-STAFF', { customAttributes: [video, later] });
  }),
  SecureClientAttributeOverride: on('fmc', (fmc) => {
    const object = new SecureClientAttribute(fmc, 'video', {
      type: 'dynamic-split-tunnel',
      exclude: ['video.example.net'],
      overridable: true,
    });
    new SecureClientAttributeOverride(fmc.ftd('branch-ftd'), 'video', {
      object,
      type: 'dynamic-split-tunnel',
      exclude: ['video.example.net', 'pune.example.net'],
    });
  }),
  SslTrustpoint: on('asa', (asa) => {
    const trustpoint = CertTrustpoint.fromExisting(asa, 'vpn', 'VPN-EXAMPLE-NET');
    new SslTrustpoint(asa, 'outside', { trustpoint });
  }),
  FtdGroupPolicy: on('fmc', (fmc) => {
    const dns = new NetworkObject(fmc, 'dns', { value: '10.20.0.53' });
    new FtdGroupPolicy(fmc, 'GP-STAFF', {
      protocols: ['ipsec-ikev2'],
      dnsServers: [dns],
      domain: 'example.net',
      sessionTimeout: 720,
      idleTimeout: 30,
    });
  }),
  RemoteAccessPolicy: on('fmc', (fmc) => {
    const staff = new FtdGroupPolicy(fmc, 'GP-STAFF', { protocols: ['ipsec-ikev2'] });
    const zone = SecurityZone.fromExisting(fmc, 'outside', 'outside-zone');
    const policy = new RemoteAccessPolicy(fmc, 'STAFF', {
      accessInterfaces: [{ zone }],
      ipsecCertificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      ikev2Policies: [IkeV2Policy.fromExisting(fmc, 'strong', 'STRONG')],
      groupPolicies: [staff],
    });
    // By IPsec only: it turns off the TLS port of the client services too.
    const strong = new IpsecTransformSet(fmc, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
    new RaCryptoMap(fmc, 'crypto-map', { policy, zone, ipsecProposals: [strong] });
  }),
  RaConnectionProfile: on('fmc', (fmc) => {
    new RaConnectionProfile(fmc, 'staff', {
      policy: RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF'),
      groupPolicy: FtdGroupPolicy.fromExisting(fmc, 'group', 'GP-STAFF'),
      authentication: 'aaa',
      server: AaaServerGroup.fromExisting(fmc, 'servers', 'ISE'),
      ipv4Pools: [AddressPool.fromExisting(fmc, 'pool', 'STAFF-POOL')],
      aliases: ['staff'],
    });
  }),
  RaCryptoMap: on('fmc', (fmc) => {
    const strong = new IpsecTransformSet(fmc, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
    new RaCryptoMap(fmc, 'crypto-map', {
      policy: RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF'),
      zone: SecurityZone.fromExisting(fmc, 'outside', 'outside-zone'),
      ipsecProposals: [strong],
      pfs: 19,
    });
  }),
  RaCertificateMapping: on('fmc', (fmc) => {
    const policy = RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF');
    const map = new CertificateMap(fmc, 'OF-STAFF', {
      rules: [{ field: 'subject-name', operator: 'co', value: 'ou=staff' }],
    });
    const profile = new RaConnectionProfile(fmc, 'staff', {
      policy,
      groupPolicy: FtdGroupPolicy.fromExisting(fmc, 'group', 'GP-STAFF'),
      authentication: 'certificate',
    });
    new RaCertificateMapping(fmc, 'mapping', { policy, mappings: [{ map, profile }] });
  }),
  RaLdapAttributes: on('fmc', (fmc) => {
    new RaLdapAttributes(fmc, 'groups', {
      policy: RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF'),
      realms: [
        {
          realm: Realm.fromExisting(fmc, 'directory', 'example.net'),
          attributes: [
            {
              ldapName: 'memberOf',
              ciscoName: 'Group-Policy',
              values: [
                {
                  ldapValue: 'cn=staff,dc=example,dc=net',
                  to: FtdGroupPolicy.fromExisting(fmc, 'staff', 'GP-STAFF'),
                },
              ],
            },
          ],
        },
      ],
    });
  }),
  DynamicAccessPolicy: on('fmc', (fmc) => {
    new DynamicAccessPolicy(fmc, 'WHO-MAY', {
      records: [
        { name: 'STAFF', priority: 10, message: 'Welcome' },
        { name: 'DfltAccessPolicy', action: 'terminate', message: 'Ask the help desk' },
      ],
      // Read it of a file: readFileSync('dap.xml', 'utf8').
      criteria: `<dapRecordList>
        <dapRecord>
          <dapName><value>STAFF</value></dapName>
          <dapViewsRelation><value>and</value></dapViewsRelation>
          <dapBasicView>
            <dapSelection>
              <dapPolicy><value>match-any</value></dapPolicy>
              <attr><name>aaa.ldap.memberOf</name><operation>EQ</operation><value>vpn-users</value></attr>
            </dapSelection>
          </dapBasicView>
        </dapRecord>
      </dapRecordList>`,
    });
  }),
  RaLocalRealm: on('fmc', (fmc) => {
    const policy = RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF');
    const guests = new RaConnectionProfile(fmc, 'guests', {
      policy,
      groupPolicy: FtdGroupPolicy.fromExisting(fmc, 'group', 'GP-GUESTS'),
      authentication: 'aaa',
      server: 'local',
    });
    const realm = new Realm(fmc, 'guest-users', { type: 'local' });
    new LocalRealmUser(fmc, 'anna', { realm, user: 'anna', password: Secret.fromEnv('ANNA_PASSWORD') });
    new RaLocalRealm(fmc, 'local', { policy, realm, profiles: [guests] });
  }),
  RaLoadBalancing: on('fmc', (fmc) => {
    new RaLoadBalancing(fmc, 'balancing', {
      policy: RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF'),
      address: '203.0.113.200',
      interface: SecurityZone.fromExisting(fmc, 'outside', 'outside-zone'),
      key: Secret.fromEnv('CLUSTER_KEY'),
      members: [
        { device: fmc.ftd('mumbai-pair'), priority: 10 },
        { device: fmc.ftd('pune-ftd'), priority: 5 },
      ],
    });
  }),
  SecureClientFile: on('fmc', (fmc) => {
    new SecureClientFile(fmc, 'umbrella', {
      type: 'umbrella',
      fileName: 'OrgInfo.json',
      content: { text: '{ "organizationId": "1234567" }' },
    });
  }),
};
