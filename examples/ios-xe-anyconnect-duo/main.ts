/**
 * AnyConnect with a password that ISE checks and a push of Duo: the AnyConnect and Duo guide as one program, with its names
 * and addresses. What router, proxy, ISE, Duo and client must agree on stands once.
 */
import {
  AaaAuthenticationList,
  AccessList,
  App,
  CertTrustpoint,
  ClientFiles,
  ClientProfileDownload,
  CryptoSuite,
  DuoAccount,
  DuoPhone,
  DuoProxy,
  DuoProxyHost,
  DuoRadiusApplication,
  DuoUser,
  IosXeRouter,
  IseInternalUser,
  IseNetworkDevice,
  IseServer,
  LocalUser,
  Login,
  PrimaryAuth,
  RemoteAccess,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';
import { clientProfile } from './client-profile';
import { names } from './names';

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
      primary: PrimaryAuth.radius(['10.197.243.116'], iseSecret),
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

    // What the client reads: downloaded from the router when it connects, and handed out by hand for the first time.
    const download = new ClientProfileDownload(edge, 'Client_Profile', {
      profile: clientProfile,
      trustpoint,
      address: '198.51.100.10',
      sslPolicy: 'ssl-server',
      copy: new ClientFiles(this, 'clients', { folder: 'dist/anyconnect-duo' }),
    });

    const access = new RemoteAccess(this, 'anyconnect', {
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
      clientProfile: download.clientProfile,
      names,
    });
    // Users may come in by any VRF; RemoteAccess has no prop for that.
    access.router?.protection?.policy.override({ fvrf: 'any' });
  }
}

const app = new App();
new Network(app, 'anyconnect-duo');
app.synth();
