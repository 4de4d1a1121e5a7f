import { rebind } from '../../../lib/run/ledger/corrections';
import { askIdentity } from '../../../lib/run/ask-device';
import { platformOf } from '../../../lib/platforms';
import { actions, apply, drift, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { scenario } from '../026-ise-and-duo/network';

/** Objects of an ISE and of a Duo account have ids too: who renames one, or makes another under our name, is found out. */
interface Shown {
  readonly [member: string]: unknown;
}
interface Hands {
  objects(collection: string): readonly object[];
  touch(collection: string, body: object): string;
  edit(collection: string, id: string, change: object | undefined): void;
}
/** A kind of objects: its target, where they are, and the member that holds the name. */
interface Kind {
  readonly target: 'ise' | 'duo';
  readonly collection: string;
  readonly kind: string;
  readonly member: string;
}
const kindOf = (target: Kind['target'], collection: string, kind: string, member = 'name'): Kind => ({
  target,
  collection,
  kind,
  member,
});
const profiles = kindOf('ise', 'authorizationprofile', 'ise-authorization-profile');
const kinds: readonly Kind[] = [
  profiles,
  kindOf('ise', 'downloadableacl', 'ise-downloadable-acl'),
  kindOf('ise', 'internaluser', 'ise-internal-user'),
  kindOf('ise', 'networkdevice', 'ise-network-device'),
  kindOf('ise', 'policy-set', 'ise-policy-set'),
  kindOf('duo', '/admin/v1/groups', 'duo-group'),
  kindOf('duo', '/admin/v1/phones', 'duo-phone', 'number'),
  kindOf('duo', '/admin/v1/users', 'duo-user', 'username'),
];

const whole = () => manifestOf((stack) => scenario.declare(stack, 'whole'));
const less = (kind: string) => {
  const manifest = whole();
  return {
    ...manifest,
    targets: manifest.targets.map((target) => ({
      ...target,
      desired: { ...target.desired, items: target.desired.items.filter((item) => item.kind !== kind) },
    })),
  };
};

let rig: Rig;
beforeAll(async () => {
  Object.assign(process.env, scenario.secrets);
  rig = await startRig(scenario.world);
  expect(words(await apply(rig, whole()))).toBe('');
});
afterAll(async () => {
  await rig.close();
  Object.keys(scenario.secrets ?? {}).forEach((name) => delete process.env[name]);
});

const handsOf = ({ target }: Kind): Hands => rig[target];
/** The first object of ours of a kind, as it is there. */
const ourOne = async (which: Kind) => {
  const { target, collection, kind, member } = which;
  const { entries } = await rig.store.read(`net/${target}`);
  const entry = entries.find((one) => one.kind === kind)!;
  const { assigned } = entry.content as { readonly assigned: string };
  const all = handsOf(which).objects(collection) as readonly Shown[];
  const body = all.find((one) => one['id'] === assigned)!;
  return { address: entry.address, id: assigned, name: String(body[member]), body };
};

test.each(kinds)('$target $kind: one that is renamed by hand is drift, and put back it is the same', async (which) => {
  const { target, collection, member } = which;
  const { address, id, name } = await ourOne(which);
  const other = member === 'number' ? '+15550100999' : `${name}-by-hand`;
  handsOf(which).edit(collection, id, { [member]: other });
  expect(actions(await drift(rig, whole()))).toEqual([`${target} update ${address}`]);
  const planned = await plan(rig, whole(), { target });
  const change = planned[0]!.plan!.changes.find((one) => one.address === address)!;
  const changed = change.differences.map(({ sign, text }) => `${sign} ${text}`);
  expect(changed).toEqual(expect.arrayContaining([`remove ${member}: ${other}`, `add ${member}: ${name}`]));
  expect(states(await apply(rig, whole(), { target }))).toEqual({ [target]: 'applied' });
  const after = (handsOf(which).objects(collection) as readonly Shown[]).find((one) => one['id'] === id);
  expect(after).toMatchObject({ [member]: name });
  expect(left(await plan(rig, whole(), { target }))).toEqual([]);
});

test('an authorization profile that is renamed by hand goes when it is no longer declared', async () => {
  const { address, id, name } = await ourOne(profiles);
  rig.ise.edit('authorizationprofile', id, { name: `${name}-by-hand` });
  const planned = await plan(rig, less('ise-authorization-profile'), { target: 'ise' });
  expect(actions(planned)).toContain(`ise delete ${address}`);
  rig.ise.edit('authorizationprofile', id, { name });
});

test('an authorization profile that somebody has made again under our name is not ours', async () => {
  const { id, address, name, body } = await ourOne(profiles);
  const { id: _id, ...again } = body;
  rig.ise.edit('authorizationprofile', id, undefined);
  const made = rig.ise.touch('authorizationprofile', again);
  const refused = words(await apply(rig, whole(), { target: 'ise' }));
  expect(refused).toContain(`authorizationprofile:${name} already exists on ise and is not managed by Tunnelwright`);
  expect(actions(await plan(rig, less('ise-authorization-profile'), { target: 'ise' }))).not.toContain(
    `ise delete ${address}`,
  );
  // An ISE that was rebuilt has other ids for all: who says so goes by names again.
  const [work] = rig.works(whole(), 'ise');
  const shown = await askIdentity(work!, { store: rig.store, adopt: false, progress: () => undefined });
  await rebind(rig.store, 'net/ise', shown, platformOf('ise').dialect);
  expect(left(await plan(rig, whole(), { target: 'ise' }))).toEqual([]);
  expect(states(await apply(rig, whole(), { target: 'ise' }))).toEqual({ ise: 'unchanged' });
  expect(await ourOne(profiles)).toMatchObject({ id: made });
});
