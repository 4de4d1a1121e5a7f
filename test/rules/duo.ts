import {
  AaaAuthenticationList,
  AaaServerGroup,
  CertTrustpoint,
  DuoAdClient,
  DuoHttpProxy,
  DuoProxy,
  DuoProxyHost,
  DuoProxyMain,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  IkeV2Profile,
  IosXeRouter,
  Login,
  LoopbackInterface,
  PrimaryAuth,
  RadiusServer,
  Secret,
  type DuoProxyProps,
  type DuoRadiusServerAutoProps,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const secret = Secret.fromEnv('EDGE_RADIUS');
const application = {
  ikey: 'DIABCDEFGHIJKLMNOPQR',
  skey: Secret.fromEnv('DUO_SKEY'),
  apiHost: 'api-0123abcd.duosecurity.com',
};
const hostIn = (stack: VpnStack): DuoProxyHost =>
  new DuoProxyHost(stack, 'duo', { host: '10.197.243.97', login: Login.fromEnv('DUO_PROXY') });
const edgeIn = (stack: VpnStack): IosXeRouter =>
  new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
const ise = (host: DuoProxyHost): DuoRadiusClient =>
  new DuoRadiusClient(host, 'radius_client', { hosts: [{ address: '10.197.243.116' }], secret });
const directory = {
  hosts: ['dc.example.net'],
  searchDn: 'DC=example,DC=net',
  serviceAccountUsername: 'duo',
  serviceAccountPassword: Secret.fromEnv('LDAP'),
};
const server = (host: DuoProxyHost, id: string, props: Partial<DuoRadiusServerAutoProps>): DuoRadiusServerAuto =>
  new DuoRadiusServerAuto(host, id, {
    ...application,
    callers: [{ address: '10.106.54.143', secret }],
    ...props,
  });

/** A router that asks a Duo proxy for the EAP of its users. */
const login = (stack: VpnStack, props: Partial<DuoProxyProps> = {}): void => {
  const edge = edgeIn(stack);
  const proxy = new DuoProxy(stack, 'mfa', {
    hosts: [hostIn(stack)],
    application,
    primary: PrimaryAuth.radius(['10.197.243.116'], secret),
    ...props,
  });
  const group = proxy.serverGroup(edge, 'duo', { from: '10.106.54.143', secret });
  const list = new AaaAuthenticationList(edge, 'users', { methods: [group] });
  new IkeV2Profile(edge, 'RA', {
    matchRemoteAny: true,
    authenticationLocal: 'rsa-sig',
    trustpoints: [CertTrustpoint.fromExisting(edge, 'certificate', 'CA')],
    authenticationRemote: [{ method: 'eap', queryIdentity: true }],
    aaaAuthentication: [{ method: 'eap', list }],
  });
};

/** A router with a RADIUS server of its own making, and the proxy's list. */
const byHand =
  (props: { readonly timeout?: number; readonly key?: string; readonly caller: string; readonly source?: true }) =>
  (stack: VpnStack): void => {
    const edge = edgeIn(stack);
    const host = hostIn(stack);
    server(host, 'radius_server_auto', { client: ise(host), callers: [{ address: props.caller, secret }] });
    const radius = new RadiusServer(edge, 'rad_server', {
      address: '10.197.243.97',
      key: Secret.fromEnv(props.key ?? 'EDGE_RADIUS'),
      ...(props.timeout === undefined ? {} : { timeout: props.timeout }),
    });
    const source = new LoopbackInterface(edge, 'Loopback0', { address: '10.106.54.143/32' });
    new AaaServerGroup(edge, 'duo', { servers: [radius], ...(props.source ? { sourceInterface: source } : {}) });
  };

export const duo: Readonly<Record<string, RuleExample>> = {
  'TW-DUO-001': {
    bad: (stack) => {
      const host = hostIn(stack);
      const client = ise(host);
      server(host, 'radius_server_auto', { client });
      server(host, 'radius_server_auto2', { client, callers: [{ address: '10.106.54.0/24', secret }] });
    },
    says: ['[radius_server_auto2] and [radius_server_auto] both listen on UDP port 1812 for 10.106.54.143'],
    good: (stack) => {
      const host = hostIn(stack);
      const client = ise(host);
      server(host, 'radius_server_auto', { client });
      server(host, 'radius_server_auto2', { client, port: 18120 });
      server(host, 'radius_server_auto3', { client, callers: [{ address: '10.106.55.1', secret }] });
    },
  },
  'TW-DUO-002': {
    bad: (stack) => {
      const host = hostIn(stack);
      ise(host);
      new DuoAdClient(host, 'ad_client', directory);
      server(host, 'radius_server_auto', {});
    },
    says: ['[radius_server_auto] names no client, and there is not exactly one to take'],
    good: (stack) => {
      const host = hostIn(stack);
      ise(host);
      server(host, 'radius_server_auto', {});
    },
  },
  'TW-DUO-003': {
    bad: (stack) => {
      const host = hostIn(stack);
      const client = new DuoAdClient(host, 'ad_client', directory);
      server(host, 'radius_server_auto', { client, passThroughAttributes: ['Class'] });
    },
    says: ['[radius_server_auto] hands attributes on, and [ad_client] returns none'],
    good: (stack) => {
      const host = hostIn(stack);
      server(host, 'radius_server_auto', { client: ise(host), passThroughAttributes: ['Class'] });
    },
  },
  'TW-DUO-004': {
    bad: (stack) => login(stack, { primary: PrimaryAuth.directory(directory) }),
    says: ['users of the IKEv2 profile RA on edge log in with EAP, and [ad_client] is not a valid RADIUS server'],
    good: (stack) => login(stack),
  },
  'TW-DUO-005': {
    bad: (stack) => login(stack, { failmode: 'safe' }),
    says: ['[radius_server_auto] lets users in with the password alone when Duo cannot be reached'],
    good: (stack) => login(stack),
  },
  'TW-DUO-006': {
    bad: byHand({ timeout: 30, caller: '10.106.54.143' }),
    says: ['waits 30 seconds for [radius_server_auto] of duo, and a push takes up to 60'],
    good: byHand({ timeout: 60, caller: '10.106.54.143' }),
  },
  'TW-DUO-007': {
    bad: byHand({ timeout: 120, caller: '192.0.2.1', source: true }),
    says: ['asks [radius_server_auto] of duo from 10.106.54.143, and that listens only to 192.0.2.1'],
    good: byHand({ timeout: 120, caller: '10.106.54.128/25', source: true }),
  },
  'TW-DUO-008': {
    bad: byHand({ timeout: 120, caller: '10.106.54.143', source: true, key: 'OTHER' }),
    says: ['has the key <secret:env:OTHER>, and [radius_server_auto] of duo has <secret:env:EDGE_RADIUS> for it'],
    good: byHand({ timeout: 120, caller: '10.106.54.143', source: true }),
  },
  'TW-DUO-009': {
    bad: (stack) => {
      const host = hostIn(stack);
      new DuoProxyMain(host, 'main', { httpProxyHost: 'proxy.example.net' });
      new DuoHttpProxy(host, 'http_proxy', { apiHost: application.apiHost });
    },
    says: ['[http_proxy] does not go with httpProxyHost of [main]'],
    good: (stack) => {
      const host = hostIn(stack);
      new DuoProxyMain(host, 'main', {});
      new DuoHttpProxy(host, 'http_proxy', { apiHost: application.apiHost });
    },
  },
};
