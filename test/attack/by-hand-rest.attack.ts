import { actions, apply, drift, left, plan, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as mesh } from '../scenarios/021-mesh-with-an-asa/network';
import { scenario as services } from '../scenarios/026-ise-and-duo/network';

type Named = { readonly id: string; readonly name?: string; readonly username?: string };

/* What is set by hand on an object that we created, and that the program leaves to its default. */
let rig: Rig;
beforeAll(async () => {
  Object.assign(process.env, mesh.secrets, services.secrets);
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterAll(() => rig.close());

const seen = async (
  manifest: ReturnType<typeof manifestOf>,
  target: string,
  address: string,
  differences: readonly string[],
): Promise<void> => {
  expect(actions(await drift(rig, manifest))).toEqual([`${target} update ${address}`]);
  const planned = await plan(rig, manifest, { target });
  const change = planned.flatMap((ended) => ended.plan!.changes).find(({ action }) => action === 'update')!;
  const marks = { add: '+', remove: '-', context: ' ' } as const;
  expect(change.differences.slice(1).map(({ sign, text }) => `${marks[sign]} ${text}`)).toEqual(differences);
  expect(words(await apply(rig, manifest, { target }))).toBe('');
  expect(left(await plan(rig, manifest, { target }))).toEqual([]);
};

test('a tunnel interface of an FMC that is disabled or described by hand is drift', async () => {
  const manifest = manifestOf((stack) => mesh.declare(stack, 'whole'));
  expect(words(await apply(rig, manifest))).toBe('');
  const devices = rig.fmc.objects('devices/devicerecords') as readonly Named[];
  const [at, tunnel] = devices
    .map(({ id }) => `devices/devicerecords/${id}/virtualtunnelinterfaces`)
    .flatMap((path) => (rig.fmc.objects(path) as readonly Named[]).map((one) => [path, one] as const))[0]!;
  const address = manifest.targets
    .find(({ id }) => id === 'fmc')!
    .desired.items.map((item) => item as { readonly address: string; readonly kind: string })
    .filter(({ kind }) => kind === 'tunnel-interface')
    .map((item) => item.address);
  rig.fmc.edit(at, tunnel.id, { enabled: false });
  const drifted = actions(await drift(rig, manifest));
  expect(address.map((one) => `fmc update ${one}`)).toContain(drifted[0]);
  const [, , which] = drifted[0]!.split(' ');
  await seen(manifest, 'fmc', which!, ['- enabled: false', '+ enabled: true']);
  rig.fmc.edit(at, tunnel.id, { description: 'by hand' });
  await seen(manifest, 'fmc', which!, ['- description: by hand']);
});

test('what is set by hand on objects of ISE and Duo is drift', async () => {
  const manifest = manifestOf((stack) => services.declare(stack, 'whole'));
  expect(words(await apply(rig, manifest))).toBe('');
  const idOf = (all: readonly object[], name: string, key = 'id'): string =>
    String(
      (all as readonly Record<string, unknown>[]).find((one) => one['name'] === name || one['username'] === name)![key],
    );
  rig.ise.edit('networkdevice', idOf(rig.ise.objects('networkdevice'), 'duo-proxy'), { coaPort: 1701 });
  await seen(manifest, 'ise', 'ise-network-device/duo-proxy', ['- coaPort: 1701', '+ coaPort: 1700']);
  rig.ise.edit('internaluser', idOf(rig.ise.objects('internaluser'), 'alice'), { enabled: false });
  await seen(manifest, 'ise', 'ise-internal-user/alice', ['- enabled: false', '+ enabled: true']);
  const users = '/admin/v1/users';
  rig.duo.edit(users, idOf(rig.duo.objects(users), 'alice'), { notes: 'by hand' });
  await seen(manifest, 'duo', 'duo-user/alice', ['- notes: by hand']);
});
