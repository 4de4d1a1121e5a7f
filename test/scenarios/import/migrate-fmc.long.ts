import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { adoptionOf } from '../../support/adoption';
import { tw } from '../../support/command';
import { apply, plan, states } from '../../support/engine';
import { stackOf } from '../../support/imported';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario } from '../008-fmc-level-1/network';

type Body = { readonly id: string; readonly [member: string]: unknown };
const topologies = 'policy/ftds2svpns';

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const listed = (on: Rig, at: string): readonly Body[] => on.fmc.objects(at) as readonly Body[];
const named = (on: Rig, at: string, name: string): Body => listed(on, at).find((body) => body['name'] === name)!;
const partOf = (on: Rig, part: string): Body =>
  listed(on, `${topologies}/${named(on, topologies, 'partner').id}/${part}`)[0]!;

/** An FMC with the topology `partner` of IKEv1, and a key. */
const withIkev1 = async (options: RigOptions = {}): Promise<Rig> => {
  Object.assign(process.env, scenario.secrets);
  rig = await startRig({ ...scenario.world, ...options, fmc: { ...scenario.world?.fmc, ...options.fmc, flapSeed: 0 } });
  const on = rig;
  const made = await apply(
    on,
    manifestOf((stack) => scenario.declare(stack, 'whole')),
    { target: 'fmc' },
  );
  expect(states(made)).toEqual({ fmc: 'applied' });
  const policy = on.fmc.touch({
    collection: 'object/ikev1policies',
    body: {
      ...{ name: 'OLD', type: 'IKEv1Policy', priority: 20, lifetimeInSeconds: 28800, encryption: 'AES-128' },
      ...{ hash: 'SHA', diffieHellmanGroup: 5, authenticationMethod: 'Preshared Key' },
    },
    devices: [],
  });
  const proposal = on.fmc.touch({
    collection: 'object/ikev1ipsecproposals',
    body: { name: 'OLD-ESP', type: 'IKEv1IPsecProposal', espEncryption: '3DES', espHash: 'MD5' },
    devices: [],
  });
  const id = named(on, topologies, 'partner').id;
  on.fmc.edit(`${topologies}/${id}/ikesettings`, partOf(on, 'ikesettings').id, {
    ikeV1Settings: {
      authenticationType: 'MANUAL_PRE_SHARED_KEY',
      manualPreSharedKey: 'Old-Key~1',
      policies: [{ id: policy, name: 'OLD', type: 'Ike' }],
    },
  });
  on.fmc.edit(`${topologies}/${id}/ipsecsettings`, partOf(on, 'ipsecsettings').id, {
    ikeV1IpsecProposal: [{ id: proposal, name: 'OLD-ESP', type: 'TransformSet' }],
    perfectForwardSecrecy: { enabled: false },
  });
  on.fmc.edit(topologies, id, { ikeV1Enabled: true, ikeV2Enabled: false });
  return on;
};

const migrate = (on: Rig, out: string, ...more: readonly string[]) =>
  tw(on, ['migrate', 'ikev1', '--fmc', 'fmc.example.net', '--login-env', 'LAB', '--out', out, ...more]);

test.each(['embedded', 'references'] as const)(
  'a topology of IKEv1 becomes one of IKEv2, where an FMC answers its settings as %s',
  async (topologyParts) => {
    const on = await withIkev1({ fmc: { topologyParts } });
    const out = join(on.room, 'out');
    const ran = await migrate(on, out);
    expect([ran.code, ran.out.slice(ran.out.indexOf('\npartner\n'))]).toEqual([
      0,
      `
partner
  Diffie-Hellman group 5 is weak: group 19 takes its place
  IKE hash sha1 is weak: sha256 takes its place
  ESP encryption 3des is weak: aes-cbc-256 takes its place
  ESP integrity md5 is weak: sha256 takes its place
  there was no perfect forward secrecy: group 19 is added

set before plan:
  LAB_PARTNER_AUTHENTICATION_KEY

Each topology changes as a whole with its next deployment: IKEv1 goes off and IKEv2 on, and its tunnels drop. A peer that this
FMC does not manage must be changed in the same window.
`,
    ]);
    expect(filesIn(out)['devices/fmc.ts']).toMatch(
      /\n {2}\/\/ In the place of IKEv1\.\n {2}\/\/ - Diffie-Hellman group 5 is weak: group 19 takes its place\.\n(?: {2}\/\/ - .*\.\n){3} {2}\/\/ - there was no perfect forward secrecy: group 19 is added\.\n(?: {2}\/\/ .*\n)* {2}.*new VpnTopology\(/,
    );
    expect(leaks({ ...ran, code: '', ...filesIn(out) }, ['Old-Key~1'])).toEqual([]);
    process.env['LAB_PARTNER_AUTHENTICATION_KEY'] = 'New-Key~16-characters';
    const { blocked, acting } = await adoptionOf(on, out, 'fmc');
    expect(blocked).toEqual([]);
    expect(acting.filter((line) => line.startsWith('vpn-topology/'))).toEqual(
      [
        'remove ikeV1Enabled: true',
        'add ikeV1Enabled: false',
        'remove ikeV2Enabled: false',
        'add ikeV2Enabled: true',
        'remove ikesettings: ikeV2Settings.authenticationType: CERTIFICATE',
        'add ikesettings: ikeV2Settings.authenticationType: MANUAL_PRE_SHARED_KEY',
        'remove ikesettings: ikeV2Settings.certificateAuth: PARTNER-P12',
        'remove ikesettings: ikeV2Settings.policies: [PARTNER]',
        'add ikesettings: ikeV2Settings.policies: [OLD-ikev2]',
        'remove ipsecsettings: ikeV2IpsecProposal: [PARTNER-ESP]',
        'add ipsecsettings: ikeV2IpsecProposal: [OLD-ESP-ikev2]',
        'remove ipsecsettings: perfectForwardSecrecy.enabled: false',
        'add ipsecsettings: perfectForwardSecrecy.enabled: true',
        'add ipsecsettings: perfectForwardSecrecy.modulusGroup: 19',
      ].map((line) => `vpn-topology/partner ${line}`),
    );
    expect(acting.filter((line) => !/^(vpn-topology|ikev2-policy|ipsec-transform-set)\//.test(line))).toEqual([]);
    const manifest = stackOf(out).manifest;
    const done = await apply(on, manifest, { adopt: true });
    expect(states(done)).toEqual({ fmc: 'applied' });
    expect(named(on, topologies, 'partner')).toMatchObject({ ikeV1Enabled: false, ikeV2Enabled: true });
    expect(named(on, 'object/ikev2policies', 'OLD-ikev2')).toMatchObject({
      ...{ priority: 20, lifetimeInSeconds: 28800, diffieHellmanGroups: [19] },
      ...{ encryptionAlgorithms: ['AES'], integrityAlgorithms: ['SHA-256'], prfIntegrityAlgorithms: ['SHA-256'] },
    });
    const [again] = await plan(on, manifest);
    expect(again!.plan!.changes.filter(({ action }) => action !== 'none')).toEqual([]);
  },
);

test('an FMC without IKEv1 has nothing to migrate, and a topology whose policies are not answered is said and left', async () => {
  const on = await withIkev1();
  const out = join(on.room, 'out');
  const id = named(on, topologies, 'partner').id;
  on.fmc.edit(`${topologies}/${id}/ikesettings`, partOf(on, 'ikesettings').id, { ikeV1Settings: { policies: [] } });
  const ran = await migrate(on, out);
  expect([ran.code, ran.out, existsSync(out)]).toEqual([
    1,
    '  not migrated  partner: its policies or proposals of IKEv1 were not answered\n',
    false,
  ]);
  expect(ran.err).toContain('[fmc.example.net] there is no VPN of IKEv1 to migrate');
  const [, words] = /see what there is: tunnelwright (.*)/.exec(ran.err)!;
  expect(words).toBe(`import --fmc fmc.example.net --login-env LAB --out ${out}`);
  const advice = await tw(
    on,
    words!.split(' ').filter((word) => word !== '--lab' && word !== on.lab),
  );
  expect([advice.code, existsSync(join(out, 'devices/fmc.ts'))]).toEqual([0, true]);
  rmSync(out, { recursive: true });
  on.fmc.edit(topologies, id, { ikeV1Enabled: true, ikeV2Enabled: true });
  const both = await migrate(on, out);
  expect([both.code, both.out]).toEqual([
    0,
    expect.stringContaining('\npartner\n  IKEv2 is on beside it already: IKEv1 goes\n'),
  ]);
  expect(readFileSync(join(out, 'devices/fmc.ts'), 'utf8')).toContain("new VpnTopology(fmc, 'partner'");
});
