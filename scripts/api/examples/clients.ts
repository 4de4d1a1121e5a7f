import {
  CertTrustpoint,
  ClientFiles,
  IkeV2Proposal,
  IosXeRouter,
  IpsecTransformSet,
  Login,
  RadiusAuthorization,
  Secret,
  SecureClientLocalPolicy,
  SecureClientProfile,
  StrongSwanClient,
  WindowsVpnClient,
} from 'tunnelwright';
import { inStack, on, type Examples } from '../example';

export const clients: Examples = {
  SecureClientProfile: on(['folder', 'iosxe', 'fmc'], (device) => {
    new SecureClientProfile(device, 'Staff', {
      // A push to a phone takes as long as its user.
      preferences: { authenticationTimeout: 90 },
      // Where the headend is declared in the same stack, give its construct.
      hosts: [{ name: 'Mumbai', address: { address: 'vpn.example.net', headend: 'elsewhere' } }],
    });
  }),
  SecureClientLocalPolicy: on('folder', (clients) => {
    new SecureClientLocalPolicy(clients, 'policy', { strictCertificateTrust: true, restrictPreferenceCaching: 'All' });
  }),
  WindowsVpnClient: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    const trustpoint = new CertTrustpoint(edge, 'CA-INTERNAL', {
      enrollment: { type: 'terminal' },
      revocationCheck: ['crl'],
      fqdn: 'vpn.example.net',
      ekuRequest: ['server-auth'],
    });
    const proposal = new IkeV2Proposal(edge, 'STRONG', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    const transformSet = new IpsecTransformSet(edge, 'STRONG-ESP', { encryption: 'aes-gcm-256' });

    const clients = new ClientFiles(stack, 'clients', { folder: 'dist/clients' });
    // It offers what the headend takes, and calls it by a name of its certificate.
    new WindowsVpnClient(clients, 'windows', {
      connection: 'Mumbai',
      address: 'vpn.example.net',
      authentication: { method: 'eap-mschapv2' },
      headend: { proposals: [proposal], transformSets: [transformSet], trustpoint },
    });
  }),
  StrongSwanClient: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    const trustpoint = new CertTrustpoint(edge, 'CA-INTERNAL', {
      enrollment: { type: 'terminal' },
      revocationCheck: ['crl'],
      fqdn: 'vpn.example.net',
    });
    const proposal = new IkeV2Proposal(edge, 'STRONG', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    const transformSet = new IpsecTransformSet(edge, 'STRONG-ESP', { encryption: 'aes-gcm-256' });

    const clients = new ClientFiles(stack, 'clients', { folder: 'dist/clients' });
    new StrongSwanClient(clients, 'linux', {
      address: 'vpn.example.net',
      authentication: { method: 'pubkey', certificate: 'oncall.pem' },
      headend: { proposals: [proposal], transformSets: [transformSet], trustpoint },
    });
  }),
  RadiusAuthorization: on('folder', (files) => {
    new RadiusAuthorization(files, 'users', {
      entries: [
        {
          name: 'oncall@example.net',
          password: Secret.fromEnv('RADIUS_PASSWORD'),
          attributes: {
            framedIpAddress: '10.61.0.101',
            framedIpNetmask: '255.255.255.255',
            dnsServers: ['10.20.0.53'],
          },
        },
      ],
    });
  }),
};
