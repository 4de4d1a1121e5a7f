/**
 * Two groups of users on one ASA. Windows' own client proves its user by EAP, which ISE judges, and sends everything
 * through the tunnel (the ASA and Windows guide). AnyConnect asks for a password and then for a push of Duo, and reaches
 * two networks through the tunnel. Both share the ASA's certificate, its algorithms and its crypto map.
 */
import {
  AaaServer,
  App,
  AsaFirewall,
  AsaRemoteAccess,
  CertTrustpoint,
  ClientFiles,
  ClientAuth,
  CryptoSuite,
  DuoProxy,
  DuoProxyHost,
  Login,
  PrimaryAuth,
  RemoteAccess,
  Secret,
  SecureClientProfile,
  VpnStack,
  WindowsVpnClient,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const asa = new AsaFirewall(this, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA') });
    const suite = CryptoSuite.aes256Gcm({ group: 20 });
    new CertTrustpoint(asa, 'VPN', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });

    const ise = new AaaServer(asa, 'ISE', {
      hosts: [{ interface: 'inside', host: '10.62.97.21', key: Secret.fromEnv('RADIUS') }],
    });
    const windows = new AsaRemoteAccess(asa, 'windows', {
      suite,
      trustpoint: 'VPN',
      interface: 'outside',
      authentication: ClientAuth.withEap(ise),
      software: ['windows'],
      pool: { from: '192.168.1.10', to: '192.168.1.20', mask: '255.255.255.0' },
      dns: ['10.62.0.53'],
      domain: 'example.net',
    });

    const proxy = new DuoProxyHost(this, 'duo', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    const duo = new DuoProxy(this, 'mfa', {
      hosts: [proxy],
      application: { ikey: 'DIABCDEFGHIJKLMNOPQR', skey: Secret.fromEnv('DUO_SKEY'), apiHost: 'api-1.duosecurity.com' },
      primary: PrimaryAuth.radius(['10.62.97.21'], Secret.fromEnv('ISE_RADIUS')),
    });
    new RemoteAccess(this, 'staff', {
      headend: asa,
      suite,
      trustpoint: 'VPN',
      interface: 'outside',
      authentication: { duo, from: '10.62.0.1', interface: 'inside', secret: Secret.fromEnv('LOCAL_KEY') },
      pool: { from: '192.168.2.1', to: '192.168.2.200', mask: '255.255.255.0' },
      sessions: 200,
      networks: ['10.62.0.0/16', '10.63.0.0/16'],
      domains: { include: ['apps.example.com'], exclude: ['video.apps.example.com'] },
      dns: ['10.62.0.53'],
    });

    const clients = new ClientFiles(this, 'clients', { folder: 'dist/asa-remote-access' });
    new WindowsVpnClient(clients, 'windows', {
      connection: 'Example',
      address: 'vpn.example.net',
      authentication: { method: 'eap-mschapv2' },
      headend: { ...windows.headend, extendedKeyUsage: ['server-auth'] },
    });
    new SecureClientProfile(clients, 'staff', {
      // As long as the ASA waits for the push.
      preferences: { authenticationTimeout: 120 },
      // With IPsec the group is the name of the tunnel group.
      hosts: [{ name: 'Example', address: 'vpn.example.net', userGroup: 'staff' }],
    });
  }
}

const app = new App();
new Network(app, 'asa-remote-access');
app.synth();
