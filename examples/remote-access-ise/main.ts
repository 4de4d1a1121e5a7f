/**
 * Who may log in and what each user is given, as code on ISE, in two shapes. On the router Duo's proxy stands before ISE (the
 * AnyConnect and Duo guide): it asks ISE for the password and then the phone. On the ASA ISE stands in front: it asks Duo as
 * a RADIUS token server, and gives group policy and access list itself.
 */
import {
  AaaAuthenticationList,
  AaaServer,
  App,
  AsaFirewall,
  CertTrustpoint,
  CryptoSuite,
  DuoAdClient,
  DuoProxy,
  DuoProxyHost,
  DuoRadiusServerAuto,
  IosXeRouter,
  IseIdentityGroup,
  IseInternalUser,
  IseServer,
  LocalUser,
  Login,
  PrimaryAuth,
  RemoteAccess,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

const iseAddress = '10.197.243.116';
const proxyAddress = '10.197.243.97';
const keys = { ikey: 'DIABCDEFGHIJKLMNOPQR', skey: Secret.fromEnv('DUO_SKEY'), apiHost: 'api-1.duosecurity.com' };

class Network extends VpnStack {
  private readonly suite = CryptoSuite.aes256Gcm({ group: 20 });
  private readonly ise = new IseServer(this, 'ise', { host: 'ise.example.net', login: Login.fromEnv('ISE') });
  private readonly host = new DuoProxyHost(this, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const engineers = new IseIdentityGroup(this.ise, 'engineers', { name: 'VPN-Engineers' });
    new IseInternalUser(this.ise, 'sadks', { password: Secret.fromEnv('USER_PASSWORD'), groups: [engineers] });
    this.duoBeforeIse(engineers);
    this.iseInFront();
  }

  /** Router, proxy, ISE: the proxy is the network device of ISE. */
  private duoBeforeIse(engineers: IseIdentityGroup): void {
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    // From here on method lists decide every login: this is the way in when no server answers.
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    const duo = new DuoProxy(this, 'duo', {
      hosts: [this.host],
      addresses: [proxyAddress],
      application: keys,
      // What ISE gives a user goes through the proxy to the router.
      primary: PrimaryAuth.radius([iseAddress], Secret.fromEnv('ISE_RADIUS'), { attributes: 'all' }),
    });
    new RemoteAccess(this, 'staff', {
      headend: edge,
      suite: this.suite,
      trustpoint: 'root',
      authentication: { duo, from: '10.106.54.143', secret: Secret.fromEnv('RADIUS') },
      pool: { from: '192.168.13.1', to: '192.168.13.10' },
      networks: ['192.168.11.0/24', '192.168.12.0/24'],
      unnumbered: 'Loopback0',
      ise: {
        server: this.ise,
        callers: [proxyAddress],
        secret: Secret.fromEnv('ISE_RADIUS'),
        users: [
          { name: 'Engineers', who: engineers, given: { attributes: { routeSetPrefixes: ['192.168.11.0/24'] } } },
        ],
        rank: 0,
      },
    });
  }

  /** ASA, ISE, proxy. `Duo-Token` is a RADIUS token server of ISE, which has no API: it is made by hand, once. */
  private iseInFront(): void {
    const asa = new AsaFirewall(this, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA') });
    new CertTrustpoint(asa, 'VPN', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
    const directory = new DuoAdClient(this.host, 'ad_client', {
      hosts: ['10.197.243.10'],
      searchDn: 'DC=example,DC=net',
      serviceAccountUsername: 'duo',
      serviceAccountPassword: Secret.fromEnv('LDAP'),
    });
    new DuoRadiusServerAuto(this.host, 'radius_server_auto2', {
      ...keys,
      port: 18120,
      client: directory,
      callers: [{ address: iseAddress, secret: Secret.fromEnv('LOCAL_KEY') }],
    });
    const servers = new AaaServer(asa, 'ISE', {
      // As long as ISE waits for the push.
      hosts: [{ interface: 'inside', host: iseAddress, key: Secret.fromEnv('REMOTE_KEY'), timeout: 60 }],
    });
    new RemoteAccess(this, 'partners', {
      headend: asa,
      suite: this.suite,
      trustpoint: 'VPN',
      interface: 'outside',
      authentication: servers,
      pool: { from: '192.168.2.1', to: '192.168.2.200', mask: '255.255.255.0' },
      networks: ['10.62.0.0/16'],
      ise: {
        server: this.ise,
        callers: ['10.62.0.1'],
        secret: Secret.fromEnv('REMOTE_KEY'),
        sources: ['Duo-Token'],
        users: [
          {
            name: 'Partners',
            who: {
              dictionary: 'Network Access',
              attribute: 'UserName',
              operator: 'endsWith',
              value: '@partner.example',
            },
            given: { groupPolicy: 'partners' },
            accessList: ['permit tcp any 10.62.0.0 255.255.0.0 eq 443', 'deny ip any any'],
          },
        ],
        rank: 1,
      },
    });
  }
}

const app = new App();
new Network(app, 'remote-access-ise');
app.synth();
