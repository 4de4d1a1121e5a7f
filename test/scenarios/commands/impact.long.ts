import { tw } from '../../support/command';
import { photo } from '../../support/devices';
import { apply, plan, states } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';
import { scenario as levelOne } from '../008-fmc-level-1/network';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const whole = () => manifestOf((stack) => tunnel(stack, 'whole'));
const edited = () => manifestOf((stack) => tunnel(stack, 'edited'));
const nothing = () => manifestOf((stack) => tunnel(stack, 'nothing'));
const impacts = async (manifest: ReturnType<typeof whole>) =>
  (await plan(rig, manifest)).flatMap(({ plan: found }) =>
    (found?.changes ?? []).flatMap(({ address, impact }) =>
      impact ? [[address, impact.effect, ...impact.tunnels]] : [],
    ),
  );

test('a plan says what it does to tunnels that are up', async () => {
  expect(await impacts(whole())).toEqual([]);
  expect(states(await apply(rig, whole()))).toEqual({ edge: 'applied', fmc: 'applied' });
  expect(await impacts(edited())).toEqual([
    ['ikev2-profile/mumbai-pune', 're-keys later', 'Tunnel100'],
    ['ikev2-policy/mumbai-pune', 're-keys later', 'mumbai-pune'],
  ]);
  const gone = await impacts(nothing());
  expect(gone).toContainEqual(['tunnel-interface/Tunnel100', 'drops now', 'Tunnel100']);
});

test('apply drops no tunnel that is up, unless it is told to', async () => {
  await apply(rig, whole());
  const [file, before] = [rig.save(nothing()), photo(rig)];
  const refused = await tw(rig, ['apply', '--yes', '--target', 'edge', '--manifest', file]);
  expect(refused.code).toBe(1);
  expect(refused.out).toMatch(
    /would drop tunnels that are up: edge Tunnel100\. Nothing was changed\. .*--allow-disruption/,
  );
  expect(photo(rig)).toEqual(before);
  const allowed = await tw(rig, ['apply', '--yes', '--allow-disruption', '--target', 'edge', '--manifest', file]);
  expect(allowed.out).toMatch(/edge: applied/);
});

test('what only re-keys later is not held back', async () => {
  await apply(rig, whole());
  const ran = await tw(rig, ['apply', '--yes', '--manifest', rig.save(edited())]);
  expect(ran.out).toMatch(/re-keys later: 1 tunnel \(Tunnel100\)/);
  expect(ran.out).toMatch(/edge: applied/);
});

test('Terraform, which passes no option, says it by the environment', async () => {
  await apply(rig, whole());
  const file = rig.save(nothing());
  const env = { TUNNELWRIGHT_ALLOW_DISRUPTION: 'yes' };
  const ran = await tw(rig, ['apply', '--yes', '--target', 'edge', '--manifest', file], { env });
  expect(ran.out).toMatch(/edge: applied/);
});

describe('what a deployment of an FMC does', () => {
  const only = { target: 'fmc' };
  const two = () => manifestOf((stack) => levelOne.declare(stack, 'whole'));
  beforeEach(() => void Object.assign(process.env, levelOne.secrets));
  afterEach(() => Object.keys(levelOne.secrets!).forEach((name) => delete process.env[name]));

  test('nothing is said of a tunnel that is down, and of what does not touch one', async () => {
    expect(states(await apply(rig, two(), only))).toEqual({ fmc: 'applied' });
    rig.fmc.tunnelUp = () => false;
    const nothingDeclared = manifestOf((stack) => levelOne.declare(stack, 'nothing'));
    expect(await impacts(nothingDeclared)).toEqual([]);
  });

  test('a topology that goes, and a proposal of one that is changed, drop its tunnels now', async () => {
    expect(states(await apply(rig, two(), only))).toEqual({ fmc: 'applied' });
    rig.fmc.tunnelUp = () => true;
    const gone = await impacts(manifestOf((stack) => levelOne.declare(stack, 'nothing')));
    expect(gone).toEqual(
      expect.arrayContaining([
        ['vpn-topology/partner', 'drops now', 'partner'],
        ['vpn-endpoint/partner/branch-ftd', 'drops now', 'partner'],
        ['tunnel-interface/branch-ftd/Tunnel9', 'drops now', 'partner'],
      ]),
    );
    expect(gone.map(([address]) => address)).not.toContain('network-object/partner-server');
    // Lifetimes of IPsec stand in the crypto map.
    expect(await impacts(manifestOf((stack) => levelOne.declare(stack, 'edited')))).toEqual([
      ['vpn-topology/partner', 'drops now', 'partner'],
    ]);
  });

  test('apply holds it back unless it is told to', async () => {
    expect(states(await apply(rig, two(), only))).toEqual({ fmc: 'applied' });
    rig.fmc.tunnelUp = () => true;
    const file = rig.save(manifestOf((stack) => levelOne.declare(stack, 'nothing')));
    const refused = await tw(rig, ['apply', '--yes', '--manifest', file]);
    expect([refused.code, refused.out]).toEqual([
      1,
      expect.stringMatching(/would drop tunnels that are up: fmc partner\. Nothing was changed\. .*--allow-disruption/),
    ]);
    const allowed = await tw(rig, ['apply', '--yes', '--allow-disruption', '--manifest', file]);
    expect(allowed.out).toMatch(/fmc: applied/);
  });
});
