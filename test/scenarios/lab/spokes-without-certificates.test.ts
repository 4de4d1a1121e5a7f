/** Hubs whose spokes have keys or passwords instead of certificates. */
import {
  AaaServerGroup,
  CryptoSuite,
  HubAndSpoke,
  IosXeRouter,
  Login,
  Secret,
  SpokeAuth,
  type HubAndSpokeProps,
  type VpnStack,
} from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import type { Manifest } from '../../../lib/run/manifest';
import { rehearsed } from '../../support/rehearsed';
import { manifestOf, problemsIn } from '../../support/scenario';

const secrets = { KEY_1: 'Aa1-fife~reed/1', KEY_2: 'Bb2-lute~horn/2', RADIUS: 'Rr9-radius~key/9' };
const before = { ...process.env };
beforeAll(() => Object.assign(process.env, secrets));
afterAll(() => {
  process.env = before;
});

const router = (stack: VpnStack, id: string, n: number): IosXeRouter =>
  new IosXeRouter(stack, id, {
    host: `192.0.2.${n}`,
    release: '17.9',
    login: Login.fromEnv('ROUTERS'),
    aaaNewModel: 'on',
  });

type Proof = Pick<HubAndSpokeProps, 'authentication'> & {
  readonly of: (n: number) => Partial<HubAndSpokeProps['spokes'][number]>;
};
type Prove = (hub: IosXeRouter) => Proof;

const keys: Prove = () => ({
  authentication: SpokeAuth.withKeys(),
  of: (n) => ({ key: Secret.fromEnv(`KEY_${n}`) }),
});
const eap: Prove = (hub) => ({
  authentication: SpokeAuth.withEap(
    new AaaServerGroup(hub, 'radius', { privateServers: [{ address: '10.20.0.9', key: Secret.fromEnv('RADIUS') }] }),
    { trustpoint: 'CA-INTERNAL' },
  ),
  of: (n) => ({ eap: { password: Secret.fromEnv(`KEY_${n}`) } }),
});

const declare = (stack: VpnStack, prove: Prove, change: (vpn: HubAndSpoke, second: IosXeRouter) => void = () => {}) => {
  const hub = router(stack, 'hub', 1);
  const spokes = [1, 2].map((n) => router(stack, `spoke${n}`, 10 + n));
  const { authentication, of } = prove(hub);
  const vpn = new HubAndSpoke(stack, 'branches', {
    suite: CryptoSuite.aes256Gcm(),
    authentication,
    domain: 'example.net',
    hub: { device: hub, identity: 'hub.example.net', address: '203.0.113.1', tunnel: '10.60.0.254/32' },
    spokes: spokes.map((device, i) => ({
      device,
      identity: `spoke${i + 1}.example.net`,
      interface: 'GigabitEthernet0/0',
      tunnel: `10.60.0.${i + 1}/32`,
      ...of(i + 1),
    })),
  });
  change(vpn, spokes[1]!);
};
const network = (...args: readonly [Prove, ((vpn: HubAndSpoke, second: IosXeRouter) => void)?]): Manifest =>
  manifestOf((stack) => declare(stack, ...args));

const profileOf = (target: string, prove: Prove): readonly string[] => {
  const stack = Testing.stack();
  declare(stack, prove);
  const lines = Testing.synthTarget(stack, target).cfg.split('\n');
  const from = lines.indexOf('crypto ikev2 profile branches');
  return lines
    .slice(
      from + 1,
      lines.findIndex((line, i) => i > from && !line.startsWith(' ')),
    )
    .map((line) => line.trim());
};

test.each([
  ['keys', keys],
  ['passwords', eap],
])('with %s all come up', async (_, prove) => {
  expect(await rehearsed(network(prove))).toEqual(['spoke1 Tunnel0 up', 'spoke2 Tunnel0 up']);
});

test('a spoke with the key of another stays down', async () => {
  const said = await rehearsed(
    network(keys, (vpn, second) => {
      const part = vpn.on(second);
      part.keyring!.override({ peers: [{ name: 'hub', address: '203.0.113.1', key: Secret.fromEnv('KEY_1') }] });
    }),
  );
  expect(said[0]).toBe('spoke1 Tunnel0 up');
  expect(said[1]).toContain('spoke2 Tunnel0 DOWN');
  expect(said[1]).toContain('Auth exchange failed');
});

test('keys: each end knows the other by one', () => {
  expect(profileOf('hub', keys)).toEqual([
    'match identity remote fqdn domain example.net',
    'identity local fqdn hub.example.net',
    'authentication remote pre-share',
    'authentication local pre-share',
    'keyring local branches',
    'dpd 10 2 on-demand',
    'aaa authorization group psk list branches branches',
    'virtual-template 1',
  ]);
  expect(profileOf('spoke1', keys)).toEqual([
    'match identity remote fqdn domain example.net',
    'identity local fqdn spoke1.example.net',
    'authentication remote pre-share',
    'authentication local pre-share',
    'keyring local branches',
    'dpd 10 2 on-demand',
    'aaa authorization group psk list branches branches',
  ]);
});

test('passwords: a RADIUS server checks that of a spoke, and the hub shows its certificate', () => {
  expect(profileOf('hub', eap)).toEqual([
    'match identity remote fqdn domain example.net',
    'identity local fqdn hub.example.net',
    'authentication remote eap query-identity',
    'authentication local rsa-sig',
    'pki trustpoint CA-INTERNAL',
    'dpd 10 2 on-demand',
    'aaa authentication eap branches',
    'aaa authorization group eap list branches branches',
    'virtual-template 1',
  ]);
  expect(profileOf('spoke1', eap)).toEqual([
    'match identity remote fqdn domain example.net',
    'identity local fqdn spoke1.example.net',
    'authentication remote rsa-sig',
    'authentication local eap mschapv2 username spoke1.example.net password <secret:env:KEY_1>',
    'pki trustpoint CA-INTERNAL verify',
    'dpd 10 2 on-demand',
    'aaa authorization group cert list branches branches',
  ]);
});

test('what a spoke lacks, or has for nothing, is said', () => {
  const one: Prove = () => ({ authentication: SpokeAuth.withKeys(), of: () => ({ key: Secret.fromEnv('KEY_1') }) });
  const none: Prove = (hub) => ({ ...eap(hub), of: (n) => (n === 1 ? { key: Secret.fromEnv('KEY_1') } : {}) });
  expect(problemsIn((stack) => declare(stack, one))).toEqual([
    'net/branches spokes[1].key: is the key of spokes[0] too: give each spoke its own',
  ]);
  expect(problemsIn((stack) => declare(stack, none))).toEqual([
    'net/branches spokes[0].key: the authentication of this VPN does not use it: leave it out',
    "net/branches spokes[0].eap: is missing: write it like eap: { password: Secret.fromEnv('PUNE_PASSWORD') }",
    "net/branches spokes[1].eap: is missing: write it like eap: { password: Secret.fromEnv('PUNE_PASSWORD') }",
  ]);
});
