/**
 * AnyConnect with a password and a push of Duo, on the router and on the Duo authentication proxy: what both must agree on
 * stands once. The AnyConnect and Duo guide.
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  AccessList,
  AnyConnectProfile,
  App,
  Authorization,
  CertTrustpoint,
  Clients,
  CryptoSuite,
  DuoProxy,
  DuoProxyHost,
  FlexVpnRemoteAccess,
  HttpServer,
  IosXeRouter,
  LocalUser,
  Login,
  Primary,
  Secret,
  SslPolicy,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    // From here on method lists decide every login: this is the way in when no server answers.
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    new AaaNewModel(edge, 'aaa', {});

    // Passwords go to ISE, then the user's phone rings. The router waits for that: 120 seconds unless `timeout` says more.
    const proxy = new DuoProxy(this, 'duo', {
      hosts: [new DuoProxyHost(this, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') })],
      addresses: ['10.197.243.97'],
      application: {
        ikey: 'DIABCDEFGHIJKLMNOPQR',
        skey: Secret.fromEnv('DUO_SKEY'),
        apiHost: 'api-0123abcd.duosecurity.com',
      },
      primary: Primary.radius(['10.197.243.116'], Secret.fromEnv('ISE_RADIUS')),
    });
    const servers = proxy.serverGroup(edge, 'FlexVPN_auth_server', {
      from: '10.106.54.143',
      secret: Secret.fromEnv('RADIUS'),
      server: 'rad_server',
    });

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
    const split = new AccessList(edge, 'split-tunnel-acl', {
      type: 'standard',
      entries: [
        { action: 'permit', source: '192.168.11.0/24' },
        { action: 'permit', source: '192.168.12.0/24' },
      ],
    });

    new FlexVpnRemoteAccess(edge, 'anyconnect', {
      suite: new CryptoSuite({
        ike: { encryption: ['aes-cbc-128'], integrity: ['sha384'], group: [19] },
        esp: { encryption: 'aes-gcm-256' },
      }),
      trustpoint: 'TP_AnyConnect',
      authentication: Clients.withEap(servers, { list: 'FlexVPN_auth' }),
      match: { any: true },
      authorization: Authorization.byRouter(
        [
          {
            name: 'ikev2-authz-policy',
            pool: { name: 'SSLVPN_POOL', from: '192.168.13.1', to: '192.168.13.10' },
            dns: ['10.106.60.12'],
            networks: split,
          },
        ],
        { list: 'FlexVPN_authz' },
      ),
      unnumbered: 'GigabitEthernet1',
      template: 'Virtual-Template20',
      autoMode: true,
      anyconnectProfile: new AnyConnectProfile(edge, 'Client_Profile', { file: 'bootflash:/Client_Profile.xml' }),
      names: {
        proposal: 'FlexVPN_IKEv2_Proposal',
        policy: 'FlexVPN_IKEv2_Policy',
        profile: 'Flexvpn_ikev2_Profile',
        transformSet: 'TS',
        ipsecProfile: 'Flexvpn_IPsec_Profile',
      },
    });

    // Where AnyConnect downloads the profile; the web server would sit on the same port.
    new SslPolicy(edge, 'ssl-server', { trustpoint, address: { local: '198.51.100.10', port: 443 } });
    new HttpServer(edge, 'web', { secureServer: false });
  }
}

const app = new App();
new Network(app, 'anyconnect-duo');
app.synth();
