import {
  AaaAuthenticationList,
  AaaServerGroup,
  CertTrustpoint,
  ClientFiles,
  IkeV2Profile,
  IosXeRouter,
  Login,
  RadiusServer,
  Secret,
  SecureClientProfile,
  type SecureClientProfileProps,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

/** A router for users with EAP, whose RADIUS server may take 120 seconds: a push on a telephone. */
const headend = (stack: VpnStack): void => {
  const router = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
  const trustpoint = new CertTrustpoint(router, 'TP', {
    enrollment: { type: 'terminal' },
    fqdn: 'vpn.example.net',
    subjectName: 'cn=vpn.example.net',
  });
  const duo = new RadiusServer(router, 'duo', { address: '192.0.2.10', timeout: 120, key: Secret.fromEnv('KEY') });
  const group = new AaaServerGroup(router, 'DUO', { servers: [duo] });
  const list = new AaaAuthenticationList(router, 'USERS', { methods: [group] });
  new IkeV2Profile(router, 'staff', {
    matchRemoteKeyIds: ['staff'],
    authenticationLocal: 'rsa-sig',
    authenticationRemote: [{ method: 'eap', queryIdentity: true }],
    trustpoints: [{ trustpoint, use: 'sign' }],
    aaaAuthentication: [{ method: 'eap', list }],
  });
};
const client = (stack: VpnStack, props: SecureClientProfileProps): void => {
  headend(stack);
  new SecureClientProfile(new ClientFiles(stack, 'clients', { folder: 'clients' }), 'Client_Profile', props);
};

export const clients: Readonly<Record<string, RuleExample>> = {
  'TW-CLIENT-001': {
    bad: (stack) => client(stack, { hosts: [{ name: 'FlexVPN', address: 'flexvpn.example.net' }] }),
    says: ["hosts[0].address: no headend of this stack is known as 'flexvpn.example.net'"],
    good: (stack) => client(stack, { hosts: [{ name: 'FlexVPN', address: 'vpn.example.net' }] }),
  },
  'TW-CLIENT-002': {
    bad: (stack) =>
      client(stack, {
        preferences: { authenticationTimeout: 30 },
        hosts: [{ name: 'FlexVPN', address: 'vpn.example.net' }],
      }),
    says: ['waits 30 seconds, and edge waits 120 for the RADIUS server duo'],
    good: (stack) =>
      client(stack, {
        preferences: { authenticationTimeout: 120 },
        hosts: [{ name: 'FlexVPN', address: 'vpn.example.net' }],
      }),
  },
  'TW-CLIENT-003': {
    bad: (stack) =>
      client(stack, {
        hosts: [
          {
            name: 'FlexVPN',
            address: 'vpn.example.net',
            standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-GTC', ikeIdentity: 'guests' },
          },
        ],
      }),
    says: ['FlexVPN: says that it is guests, and no IKEv2 profile of edge matches this key id'],
    good: (stack) =>
      client(stack, {
        hosts: [
          {
            name: 'FlexVPN',
            address: 'vpn.example.net',
            standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-GTC', ikeIdentity: 'staff' },
          },
        ],
      }),
  },
  'TW-CLIENT-004': {
    pack: 'nsa-cisa-remote-access',
    bad: (stack) => client(stack, { hosts: [{ name: 'FlexVPN', address: 'vpn.example.net', primaryProtocol: 'SSL' }] }),
    says: ['FlexVPN: connects by SSL'],
    good: (stack) =>
      client(stack, { hosts: [{ name: 'FlexVPN', address: 'vpn.example.net', primaryProtocol: 'IPsec' }] }),
  },
};
