import {
  DuoAdClient,
  DuoCloud,
  DuoGroup,
  DuoHttpProxy,
  DuoLdapServerAuto,
  DuoOnlyClient,
  DuoPhone,
  DuoPolicy,
  DuoProxyMain,
  DuoRadiusApplication,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  DuoRadiusServerChallenge,
  DuoRadiusServerConcat,
  DuoRadiusServerDuoOnly,
  DuoRadiusServerEap,
  DuoRadiusServerIframe,
  DuoSamlApplication,
  DuoUser,
  Secret,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const duo: Examples = {
  DuoProxyMain: on('duo-proxy', (proxy) => {
    new DuoProxyMain(proxy, 'main', { logAuthEvents: true, logMaxFiles: 9, testConnectivityOnStartup: true });
  }),
  DuoRadiusClient: on('duo-proxy', (proxy) => {
    new DuoRadiusClient(proxy, 'radius_client', {
      hosts: [{ address: '192.0.2.21' }, { address: '192.0.2.22' }],
      secret: Secret.fromEnv('ISE_SECRET'),
      passThroughAll: true,
    });
  }),
  DuoAdClient: on('duo-proxy', (proxy) => {
    new DuoAdClient(proxy, 'ad_client', {
      hosts: ['dc.example.net'],
      searchDn: 'dc=example,dc=net',
      serviceAccountUsername: 'duo',
      serviceAccountPassword: Secret.fromEnv('DIRECTORY_PASSWORD'),
      transport: 'ldaps',
      sslCaCertsFile: 'conf/ca.pem',
    });
  }),
  DuoOnlyClient: on('duo-proxy', (proxy) => {
    // The device has checked the password itself.
    new DuoOnlyClient(proxy, 'duo_only_client', {});
  }),
  DuoCloud: on('duo-proxy', (proxy) => {
    new DuoCloud(proxy, 'cloud', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SYNC_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      serviceAccountUsername: 'duo',
      serviceAccountPassword: Secret.fromEnv('DIRECTORY_PASSWORD'),
    });
  }),
  DuoHttpProxy: on('duo-proxy', (proxy) => {
    new DuoHttpProxy(proxy, 'http_proxy', {
      apiHost: 'api-lab.duosecurity.com',
      port: 8080,
      callers: ['10.20.0.0/16'],
    });
  }),
  DuoRadiusServerAuto: on('duo-proxy', (proxy) => {
    const ise = new DuoRadiusClient(proxy, 'radius_client', {
      hosts: [{ address: '192.0.2.21' }],
      secret: Secret.fromEnv('ISE_SECRET'),
    });
    new DuoRadiusServerAuto(proxy, 'radius_server_auto', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      client: ise,
      callers: [{ address: '192.0.2.1', secret: Secret.fromEnv('EDGE_SECRET') }],
      factors: ['push', 'passcode'],
      failmode: 'secure',
    });
  }),
  DuoRadiusServerChallenge: on('duo-proxy', (proxy) => {
    const ise = new DuoRadiusClient(proxy, 'radius_client', {
      hosts: [{ address: '192.0.2.21' }],
      secret: Secret.fromEnv('ISE_SECRET'),
    });
    new DuoRadiusServerChallenge(proxy, 'radius_server_challenge', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      client: ise,
      callers: [{ address: '192.0.2.3', secret: Secret.fromEnv('ASA_SECRET') }],
    });
  }),
  DuoRadiusServerConcat: on('duo-proxy', (proxy) => {
    const ise = new DuoRadiusClient(proxy, 'radius_client', {
      hosts: [{ address: '192.0.2.21' }],
      secret: Secret.fromEnv('ISE_SECRET'),
    });
    new DuoRadiusServerConcat(proxy, 'radius_server_concat', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      client: ise,
      callers: [{ address: '192.0.2.3', secret: Secret.fromEnv('ASA_SECRET') }],
    });
  }),
  DuoRadiusServerDuoOnly: on('duo-proxy', (proxy) => {
    new DuoRadiusServerDuoOnly(proxy, 'radius_server_duo_only', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      callers: [{ address: '192.0.2.3', secret: Secret.fromEnv('ASA_SECRET') }],
      port: 18120,
    });
  }),
  DuoRadiusServerEap: on('duo-proxy', (proxy) => {
    const directory = new DuoAdClient(proxy, 'ad_client', {
      hosts: ['dc.example.net'],
      searchDn: 'dc=example,dc=net',
      serviceAccountUsername: 'duo',
      serviceAccountPassword: Secret.fromEnv('DIRECTORY_PASSWORD'),
    });
    new DuoRadiusServerEap(proxy, 'radius_server_eap', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      client: directory,
      callers: [{ address: '192.0.2.40', secret: Secret.fromEnv('WIRELESS_SECRET') }],
      certificateFile: 'conf/eap.pem',
      privateKeyFile: 'conf/eap.key',
    });
  }),
  DuoRadiusServerIframe: on('duo-proxy', (proxy) => {
    const ise = new DuoRadiusClient(proxy, 'radius_client', {
      hosts: [{ address: '192.0.2.21' }],
      secret: Secret.fromEnv('ISE_SECRET'),
    });
    new DuoRadiusServerIframe(proxy, 'radius_server_iframe', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      client: ise,
      callers: [{ address: '192.0.2.50', secret: Secret.fromEnv('PORTAL_SECRET') }],
      type: 'citrix_netscaler',
    });
  }),
  DuoLdapServerAuto: on('duo-proxy', (proxy) => {
    const directory = new DuoAdClient(proxy, 'ad_client', {
      hosts: ['dc.example.net'],
      searchDn: 'dc=example,dc=net',
      serviceAccountUsername: 'duo',
      serviceAccountPassword: Secret.fromEnv('DIRECTORY_PASSWORD'),
    });
    new DuoLdapServerAuto(proxy, 'ldap_server_auto', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('DUO_SKEY'),
      apiHost: 'api-lab.duosecurity.com',
      client: directory,
      sslPort: 636,
      sslKeyFile: 'conf/ldap.key',
      sslCertificateFile: 'conf/ldap.pem',
    });
  }),
  DuoGroup: on('duo-admin', (account) => {
    new DuoGroup(account, 'vpn-users', { name: 'VPN users', description: 'may dial in' });
  }),
  DuoPhone: on('duo-admin', (account) => {
    new DuoPhone(account, 'phone', { number: '+15551234567', label: 'of the engineer on call', activation: {} });
  }),
  DuoUser: on('duo-admin', (account) => {
    const group = new DuoGroup(account, 'vpn-users', { name: 'VPN users' });
    const phone = new DuoPhone(account, 'phone', { number: '+15551234567' });
    new DuoUser(account, 'oncall', { realname: 'Engineer on call', phones: [phone], groups: [group] });
  }),
  DuoRadiusApplication: on('duo-admin', (account) => {
    const group = new DuoGroup(account, 'vpn-users', { name: 'VPN users' });
    // Duo makes its keys; `application.secretKey` is for the proxy, and stands in no file.
    new DuoRadiusApplication(account, 'vpn', { name: 'VPN', groups: [group] });
  }),
  DuoPolicy: on('duo-admin', (account) => {
    const policy = new DuoPolicy(account, 'vpn', {
      name: 'VPN',
      newUsers: 'deny',
      // What can be told on the telephone.
      blockedMethods: ['sms', 'phonecall'],
    });
    new DuoRadiusApplication(account, 'application', { name: 'VPN', policy });
  }),
  DuoSamlApplication: on('duo-admin', (account) => {
    const group = new DuoGroup(account, 'staff', { name: 'VPN staff' });
    // For the connection profile `staff` of a firewall; RemoteAccess makes it with `authentication: { saml: account, … }`.
    new DuoSamlApplication(account, 'vpn', {
      name: 'VPN',
      entityId: 'https://vpn.example.net/saml/sp/metadata/staff',
      acsUrls: ['https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff'],
      groups: [group],
    });
  }),
};
