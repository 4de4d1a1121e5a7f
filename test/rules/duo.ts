import {
  AaaAuthenticationList,
  AaaServerGroup,
  DuoAdClient,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  DuoRadiusServerChallenge,
  IkeV2Profile,
  CertTrustpoint,
  LoopbackInterface,
  RadiusServer,
  Secret,
  type DuoRadiusServerAutoProps,
  type VpnStack,
} from 'tunnelwright';
import { duoProxyHost, edge } from '../support/scenario';
import type { RuleExample } from '../support/rule-example';

const application = {
  ikey: 'DIABCDEFGHIJKLMNOPQR',
  skey: Secret.fromEnv('DUO_SKEY'),
  apiHost: 'api-0123abcd.duosecurity.com',
};
const callers = [{ address: '10.255.0.1', secret: Secret.fromEnv('EDGE_SECRET') }];

/** A proxy before ISE. */
const proxy = (stack: VpnStack, props: Partial<DuoRadiusServerAutoProps>) => {
  const here = duoProxyHost(stack);
  const secret = Secret.fromEnv('ISE_SECRET');
  const client = new DuoRadiusClient(here, 'radius_client', { hosts: [{ address: '10.0.0.5' }], secret });
  new DuoRadiusServerAuto(here, 'radius_server_auto', { ...application, client, callers, ...props });
  return here;
};

/** A router that asks the proxy from its loopback interface, for users with EAP. */
const router = (stack: VpnStack, timeout: number): void => {
  const here = edge(stack);
  const sourceInterface = new LoopbackInterface(here, 'loop', { name: 'Loopback0', address: '10.255.0.1/32' });
  const duo = new RadiusServer(here, 'duo', { address: '192.0.2.97', timeout, key: Secret.fromEnv('EDGE_SECRET') });
  const group = new AaaServerGroup(here, 'DUO', { servers: [duo], sourceInterface });
  const list = new AaaAuthenticationList(here, 'USERS', { methods: [group] });
  const trustpoint = new CertTrustpoint(here, 'TP', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
  new IkeV2Profile(here, 'staff', {
    matchRemoteKeyIds: ['staff'],
    authenticationLocal: 'rsa-sig',
    authenticationRemote: [{ method: 'eap', queryIdentity: true }],
    trustpoints: [{ trustpoint, use: 'sign' }],
    aaaAuthentication: [{ method: 'eap', list }],
  });
};

export const duo: Readonly<Record<string, RuleExample>> = {
  'TW-DUO-001': {
    bad: (stack) => proxy(stack, { failmode: 'safe' }),
    says: ['lets users in without a second factor when Duo cannot be reached'],
    good: (stack) => proxy(stack, { failmode: 'secure' }),
  },
  'TW-DUO-002': {
    bad: (stack) => {
      proxy(stack, {});
      router(stack, 30);
    },
    says: ['waits 30 seconds for the Duo proxy, and a push takes up to 60'],
    good: (stack) => {
      proxy(stack, {});
      router(stack, 60);
    },
  },
  'TW-DUO-003': {
    bad: (stack) => {
      proxy(stack, { callers: [{ address: '10.106.54.143', secret: Secret.fromEnv('EDGE_SECRET') }] });
      router(stack, 120);
    },
    says: ['asks from 10.255.0.1, and duo answers 10.106.54.143'],
    good: (stack) => {
      proxy(stack, { callers: [{ address: '10.255.0.0/24', secret: Secret.fromEnv('EDGE_SECRET') }] });
      router(stack, 120);
    },
  },
  'TW-DUO-004': {
    bad: (stack) => {
      const here = duoProxyHost(stack);
      const client = new DuoAdClient(here, 'ad_client', {
        hosts: ['dc.example.net'],
        searchDn: 'DC=example,DC=net',
        serviceAccountUsername: 'duo',
        serviceAccountPassword: Secret.fromEnv('DUO_LDAP'),
      });
      new DuoRadiusServerAuto(here, 'radius_server_auto', { ...application, client, callers });
      router(stack, 120);
    },
    says: ['its clients use EAP, and radius_server_auto of duo asks the directory ad_client'],
    good: (stack) => {
      proxy(stack, {});
      router(stack, 120);
    },
  },
  'TW-DUO-005': {
    bad: (stack) => {
      const here = proxy(stack, {});
      new DuoRadiusServerChallenge(here, 'radius_server_challenge', { ...application, callers });
    },
    says: ['listens on port 1812 for callers that radius_server_auto answers too'],
    good: (stack) => {
      const here = proxy(stack, {});
      new DuoRadiusServerChallenge(here, 'radius_server_challenge', { ...application, callers, port: 1645 });
    },
  },
};
