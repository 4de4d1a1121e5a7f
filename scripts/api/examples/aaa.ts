import {
  AaaAccountingList,
  AaaAttributeList,
  AaaAuthenticationList,
  AaaAuthorizationList,
  AaaNewModel,
  AaaServer,
  AaaServerGroup,
  CertTrustpoint,
  LdapAttributeMap,
  LdapServer,
  LocalRealmUser,
  LocalUser,
  RadiusServer,
  Realm,
  SamlServer,
  SamlServerOverride,
  Secret,
  TrustedCa,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const aaa: Examples = {
  AaaNewModel: on('iosxe', (edge) => {
    // From here on method lists decide every login: this user is the way in when no server answers.
    const admin = new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN_SECRET') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    new AaaNewModel(edge, 'aaa', { fallback: admin });
  }),
  AaaAuthenticationList: on('iosxe', (edge) => {
    const servers = AaaServerGroup.fromExisting(edge, 'servers', 'ISE');
    new AaaAuthenticationList(edge, 'VPN-USERS', { methods: [servers] });
  }),
  AaaAuthorizationList: on('iosxe', (edge) => {
    new AaaAuthorizationList(edge, 'VPN-GROUPS', { methods: ['local'] });
  }),
  AaaAccountingList: on('iosxe', (edge) => {
    const servers = AaaServerGroup.fromExisting(edge, 'servers', 'ISE');
    new AaaAccountingList(edge, 'VPN-SESSIONS', { record: 'start-stop', methods: [servers] });
  }),
  AaaAttributeList: on('iosxe', (edge) => {
    new AaaAttributeList(edge, 'RED-SPOKES', {
      attributes: [
        { type: 'interface-config', value: 'vrf forwarding RED' },
        { type: 'interface-config', value: 'ip unnumbered Loopback20' },
      ],
    });
  }),
  RadiusServer: [
    on('iosxe', (edge) => {
      new RadiusServer(edge, 'ISE-1', { address: '192.0.2.21', timeout: 60, key: Secret.fromEnv('RADIUS_KEY') });
    }),
    on('fmc', (fmc) => {
      const server = new RadiusServer(fmc, 'ise-1', {
        address: '192.0.2.21',
        timeout: 60,
        key: Secret.fromEnv('RADIUS_KEY'),
      });
      new AaaServerGroup(fmc, 'ISE', { servers: [server] });
    }),
  ],
  AaaServerGroup: [
    on('iosxe', (edge) => {
      const first = new RadiusServer(edge, 'ISE-1', { address: '192.0.2.21', key: Secret.fromEnv('RADIUS_KEY') });
      const second = new RadiusServer(edge, 'ISE-2', { address: '192.0.2.22', key: Secret.fromEnv('RADIUS_KEY') });
      new AaaServerGroup(edge, 'ISE', { servers: [first, second] });
    }),
    on('fmc', (fmc) => {
      const server = new RadiusServer(fmc, 'ise-1', { address: '192.0.2.21', key: Secret.fromEnv('RADIUS_KEY') });
      new AaaServerGroup(fmc, 'ISE', { servers: [server], interimAccountingMinutes: 15 });
    }),
  ],
  AaaServer: on('asa', (asa) => {
    new AaaServer(asa, 'ISE', {
      hosts: [{ interface: 'inside', host: '192.0.2.21', key: Secret.fromEnv('RADIUS_KEY'), timeout: 60 }],
      dynamicAuthorization: true,
    });
  }),
  LdapServer: on('iosxe', (edge) => {
    new LdapServer(edge, 'DIRECTORY', {
      address: '192.0.2.31',
      baseDn: 'cn=users,dc=example,dc=net',
      bind: { rootDn: 'cn=vpn,cn=users,dc=example,dc=net', password: Secret.fromEnv('LDAP_PASSWORD') },
      bindFirst: true,
    });
  }),
  LdapAttributeMap: on('iosxe', (edge) => {
    new LdapAttributeMap(edge, 'GROUPS', { maps: [{ ldap: 'memberOf', aaa: 'supplicant-group' }] });
  }),
  LocalUser: on(['iosxe', 'asa'], (device) => {
    new LocalUser(device, 'operator', { privilege: 5, secret: Secret.fromEnv('OPERATOR_SECRET') });
  }),
  Realm: on('fmc', (fmc) => {
    const authority = TrustedCa.fromExisting(fmc, 'ca', 'CORP-ROOT');
    new Realm(fmc, 'staff', {
      type: 'ad',
      domain: 'corp.example.net',
      user: { name: 'vpn@corp.example.net', password: Secret.fromEnv('DIRECTORY_PASSWORD') },
      baseDn: 'dc=corp,dc=example,dc=net',
      groupDn: 'dc=corp,dc=example,dc=net',
      servers: [
        { host: 'dc-1.corp.example.net', authority },
        { host: 'dc-2.corp.example.net', authority },
      ],
    });
  }),
  TrustedCa: on('fmc', (fmc) => {
    new Realm(fmc, 'partners', {
      type: 'ldap',
      user: { name: 'cn=vpn,dc=example,dc=net', password: Secret.fromEnv('DIRECTORY_PASSWORD') },
      baseDn: 'dc=example,dc=net',
      groupDn: 'dc=example,dc=net',
      servers: [
        {
          host: 'ldap.example.net',
          encryption: 'starttls',
          authority: TrustedCa.fromExisting(fmc, 'ca', 'PARTNERS-ROOT'),
        },
      ],
    });
  }),
  LocalRealmUser: on('fmc', (fmc) => {
    const guests = new Realm(fmc, 'guests', { type: 'local' });
    new LocalRealmUser(fmc, 'anna', { realm: guests, user: 'anna', password: Secret.fromEnv('ANNA_PASSWORD') });
  }),
  SamlServer: on('fmc', (fmc) => {
    new SamlServer(fmc, 'SSO', {
      entityId: 'https://sso.example.net/metadata',
      signInUrl: 'https://sso.example.net/login',
      identityProviderCertificate: CertTrustpoint.fromExisting(fmc, 'idp', 'SSO-CERTIFICATE'),
      signature: 'rsa-sha256',
    });
  }),
  SamlServerOverride: on('fmc', (fmc) => {
    const provider = {
      entityId: 'https://sso.example.net/metadata',
      signInUrl: 'https://sso.example.net/login',
      identityProviderCertificate: CertTrustpoint.fromExisting(fmc, 'idp', 'SSO-CERTIFICATE'),
    };
    const sso = new SamlServer(fmc, 'SSO', {
      ...provider,
      baseUrl: 'https://vpn.example.net',
      overridable: true,
    });
    // Users of this firewall come back to its own address.
    new SamlServerOverride(fmc.ftd('branch-ftd'), 'SSO', {
      object: sso,
      ...provider,
      baseUrl: 'https://vpn-pune.example.net',
    });
  }),
};
