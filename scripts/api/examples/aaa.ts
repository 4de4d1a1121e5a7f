import {
  AaaAccountingList,
  AaaAttributeList,
  AaaAuthenticationList,
  AaaAuthorizationList,
  AaaNewModel,
  AaaServer,
  AaaServerGroup,
  CertTrustpoint,
  FtdGroupPolicy,
  LdapAttributeMap,
  LdapServer,
  LocalUser,
  RadiusServer,
  RaLdapAttributes,
  Realm,
  RemoteAccessPolicy,
  SamlServer,
  Secret,
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
    const policy = RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF');
    const staff = FtdGroupPolicy.fromExisting(fmc, 'staff', 'GP-STAFF');
    new RaLdapAttributes(fmc, 'groups', {
      policy,
      realms: [
        {
          realm: Realm.fromExisting(fmc, 'directory', 'example.net'),
          attributes: [
            {
              ldapName: 'memberOf',
              ciscoName: 'Group-Policy',
              values: [{ ldapValue: 'cn=staff,dc=example,dc=net', to: staff }],
            },
          ],
        },
      ],
    });
  }),
  SamlServer: on('fmc', (fmc) => {
    new SamlServer(fmc, 'SSO', {
      entityId: 'https://sso.example.net/metadata',
      signInUrl: 'https://sso.example.net/login',
      identityProviderCertificate: CertTrustpoint.fromExisting(fmc, 'idp', 'SSO-CERTIFICATE'),
      signature: 'rsa-sha256',
    });
  }),
};
