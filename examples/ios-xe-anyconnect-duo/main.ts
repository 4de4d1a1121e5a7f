/**
 * AnyConnect with a password that ISE checks and a push of Duo: the AnyConnect and Duo guide as one program, with its names
 * and addresses. What router, proxy, ISE, Duo and client must agree on stands once.
 */
import {
  AaaAuthenticationList,
  AccessList,
  AnyConnectProfile,
  App,
  CertTrustpoint,
  ClientFiles,
  CryptoSuite,
  DuoAccount,
  DuoPhone,
  DuoProxy,
  DuoProxyHost,
  DuoRadiusApplication,
  DuoUser,
  HttpServer,
  IosXeRouter,
  IseInternalUser,
  IseNetworkDevice,
  IseServer,
  LocalUser,
  Login,
  Primary,
  RemoteAccess,
  ScpServer,
  Secret,
  SecureClientProfile,
  SslPolicy,
  VpnStack,
  type SecureClientProfileProps,
} from 'tunnelwright';
import type { Construct } from 'constructs';

const user = <T>(value: T) => ({ value, userControllable: true });
const fixed = <T>(value: T) => ({ value, userControllable: false });

/** How the client behaves: the client profile of the AnyConnect and Duo guide, which says what the client does by itself too. */
const preferences: SecureClientProfileProps['preferences'] = {
  useStartBeforeLogon: user(false),
  automaticCertSelection: user(true),
  showPreConnectMessage: false,
  certificateStore: 'All',
  certificateStoreMac: 'All',
  certificateStoreOverride: false,
  proxySettings: 'Native',
  allowLocalProxyConnections: false,
  // The guide has 30, which ends the login of a user whose phone is in a bag.
  authenticationTimeout: 120,
  autoConnectOnStart: user(false),
  minimizeOnConnect: user(true),
  localLanAccess: user(false),
  disableCaptivePortalDetection: fixed(false),
  clearSmartcardPin: user(true),
  ipProtocolSupport: 'IPv4,IPv6',
  autoReconnect: fixed(true),
  autoReconnectBehavior: fixed('ReconnectAfterResume'),
  suspendOnConnectedStandby: false,
  autoUpdate: fixed(true),
  rsaSecurIdIntegration: fixed('Automatic'),
  windowsLogonEnforcement: 'SingleLocalLogon',
  linuxLogonEnforcement: 'SingleLocalLogon',
  windowsVpnEstablishment: 'AllowRemoteUsers',
  linuxVpnEstablishment: 'LocalUsersOnly',
  pppExclusion: fixed('Automatic'),
  enableScripting: fixed(false),
  enableAutomaticServerSelection: user(false),
  captivePortalRemediationBrowserFailover: false,
  allowManualHostInput: true,
};

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    const host = new DuoProxyHost(this, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    const ise = new IseServer(this, 'ise', { host: 'ise.example.net', login: Login.fromEnv('ISE') });
    const account = new DuoAccount(this, 'account', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    });

    // The user, by one name for both factors.
    const phone = new DuoPhone(account, 'phone', { number: '+15551234567', activation: {} });
    new DuoUser(account, 'sadks', { phones: [phone] });
    new IseInternalUser(ise, 'sadks', { password: Secret.fromEnv('USER_PASSWORD') });

    // Passwords go to ISE, then the phone rings. Duo makes the keys of the proxy; no file here has them.
    const application = new DuoRadiusApplication(account, 'application', { name: 'AnyConnect' });
    const iseSecret = Secret.fromEnv('ISE_RADIUS');
    new IseNetworkDevice(ise, 'duo-proxy', { addresses: ['10.197.243.97'], radiusSharedSecret: iseSecret });
    const duo = new DuoProxy(this, 'duo', {
      hosts: [host],
      addresses: ['10.197.243.97'],
      application: { ikey: application.integrationKey, skey: application.secretKey, apiHost: account.apiHost },
      primary: Primary.radius(['10.197.243.116'], iseSecret),
    });

    // From here on method lists decide every login: this is the way in when no server answers.
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    const trustpoint = new CertTrustpoint(edge, 'TP_AnyConnect', {
      enrollment: { type: 'url', url: 'http://192.0.2.80:80/certsrv/mscep/mscep.dll' },
      usage: ['ike'],
      serialNumber: 'none',
      fqdn: 'flexvpn-C8000V.cisco.com',
      ipAddress: 'none',
      subjectName: 'cn=flexvpn-C8000V.cisco.com',
      revocationCheck: ['none'],
      rsaKeypair: { label: 'AnyConnect' },
    });
    const networks = new AccessList(edge, 'split-tunnel-acl', {
      type: 'standard',
      entries: [
        { action: 'permit', source: '192.168.11.0/24' },
        { action: 'permit', source: '192.168.12.0/24' },
      ],
    });

    // What the client reads: on the flash of the router, from where it is downloaded, and for the first time by hand.
    const client: SecureClientProfileProps = {
      preferences,
      hosts: [
        {
          name: 'FlexVPN',
          address: 'flexvpn-C8000V.cisco.com',
          standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-MD5' },
        },
      ],
    };
    new ScpServer(edge, 'scp');
    const file = new SecureClientProfile(edge, 'Client_Profile', client);
    new SecureClientProfile(
      new ClientFiles(this, 'clients', { folder: 'dist/anyconnect-duo' }),
      'Client_Profile',
      client,
    );
    const clientProfile = new AnyConnectProfile(edge, 'profile', { name: 'Client_Profile', file });
    // The web server would sit on the same port.
    new SslPolicy(edge, 'ssl-server', { trustpoint, address: { local: '198.51.100.10', port: 443 } });
    new HttpServer(edge, 'web', { secureServer: false });

    new RemoteAccess(this, 'anyconnect', {
      headend: edge,
      suite: new CryptoSuite({
        ike: { encryption: ['aes-cbc-128'], integrity: ['sha384'], group: [19] },
        esp: { encryption: 'aes-gcm-256' },
      }),
      trustpoint: 'TP_AnyConnect',
      // The router waits for the push: 120 seconds unless the proxy's `timeout` says more.
      authentication: { duo, from: '10.106.54.143', secret: Secret.fromEnv('RADIUS') },
      pool: { name: 'SSLVPN_POOL', from: '192.168.13.1', to: '192.168.13.10' },
      networks,
      dns: ['10.106.60.12'],
      unnumbered: 'GigabitEthernet1',
      template: 'Virtual-Template20',
      autoMode: true,
      clientProfile,
      names: {
        servers: 'FlexVPN_auth_server',
        server: 'rad_server',
        authenticationList: 'FlexVPN_auth',
        authorizationList: 'FlexVPN_authz',
        group: 'ikev2-authz-policy',
        proposal: 'FlexVPN_IKEv2_Proposal',
        policy: 'FlexVPN_IKEv2_Policy',
        profile: 'Flexvpn_ikev2_Profile',
        transformSet: 'TS',
        ipsecProfile: 'Flexvpn_IPsec_Profile',
      },
    });
  }
}

const app = new App();
new Network(app, 'anyconnect-duo');
app.synth();
