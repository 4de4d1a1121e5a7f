/**
 * What the clients of one headend read: the profile of Cisco Secure Client, a script for Windows, a file for strongSwan,
 * and the RADIUS server's word on a user. All of it agrees with the router, or synth says where not.
 */
import {
  App,
  CertTrustpoint,
  ClientFiles,
  IkeV2Policy,
  IkeV2Proposal,
  IosXeRouter,
  IpsecTransformSet,
  Login,
  RadiusAuthorization,
  Rules,
  Secret,
  SecureClientLocalPolicy,
  SecureClientProfile,
  StrongSwanClient,
  VpnStack,
  WindowsVpnClient,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    const trustpoint = new CertTrustpoint(edge, 'root', {
      enrollment: { type: 'terminal' },
      revocationCheck: ['crl'],
      fqdn: 'flexra.example.net',
      ekuRequest: ['server-auth'],
    });
    const proposal = new IkeV2Proposal(edge, 'users', {
      encryption: ['aes-gcm-256'],
      prf: ['sha384'],
      group: [20],
    });
    new IkeV2Policy(edge, 'users-policy', { proposals: [proposal] });
    const transformSet = new IpsecTransformSet(edge, 'users-esp', { encryption: 'aes-gcm-256' });
    Rules.waive(transformSet, 'TW-REF-003', {
      reason: 'the profiles of this headend stand in another program',
      until: '2099-12-31',
    });
    const headend = { proposals: [proposal], transformSets: [transformSet], trustpoint };

    const clients = new ClientFiles(this, 'clients', { folder: 'dist/clients' });
    new SecureClientProfile(clients, 'FlexVPN', {
      // A push to a phone takes as long as its user.
      preferences: { authenticationTimeout: 90, autoReconnectBehavior: 'ReconnectAfterResume' },
      hosts: [
        {
          name: 'FlexVPN',
          address: 'flexra.example.net',
          standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-MSCHAPv2', ikeIdentity: 'acvpn' },
        },
      ],
    });
    new SecureClientLocalPolicy(clients, 'policy');
    new WindowsVpnClient(clients, 'windows', {
      connection: 'FlexVPN',
      address: 'flexra.example.net',
      authentication: { method: 'eap-mschapv2' },
      headend,
    });
    new StrongSwanClient(clients, 'linux', {
      address: 'flexra.example.net',
      authentication: { method: 'pubkey', certificate: 'joe.pem' },
      headend,
    });

    const radius = new ClientFiles(this, 'radius', { folder: 'dist/radius' });
    new RadiusAuthorization(radius, 'users', {
      entries: [
        {
          name: 'joe@example.net',
          password: Secret.fromEnv('RADIUS'),
          attributes: { framedIpAddress: '10.0.1.101', framedIpNetmask: '255.255.255.255', dnsServers: ['10.0.1.1'] },
        },
      ],
    });
  }
}

const app = new App();
new Network(app, 'clients');
app.synth();
