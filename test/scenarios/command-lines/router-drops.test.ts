import { armed } from '../../support/by-hand';
import { photo, touched } from '../../support/devices';
import { apply, left, plan, states } from '../../support/engine';
import { nthTime } from '../../support/killing';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';

let rig: Rig;
afterEach(() => rig.close());
const only = { target: 'edge' };
const manifest = () => manifestOf((stack) => tunnel(stack, 'whole'));

/** Old, new, or armed to go back to old: never between. And the next run finishes. */
const endsWell = async (): Promise<void> => {
  expect(['applied', 'unchanged']).toContain(states(await apply(rig, manifest(), only))['edge']);
  expect(left(await plan(rig, manifest(), only))).toEqual([]);
  expect(await armed(rig.edge)).toEqual([]);
  expect(rig.edge.startupConfig()).toBe(rig.edge.runningConfig());
};

/** Every so many bytes of what a whole apply sends; EVERY_BYTE=7 tries more of them. */
const stride = Number(process.env['EVERY_BYTE'] ?? 263);
const offsets = Array.from({ length: Math.ceil(1900 / stride) }, (_, i) => 1 + i * stride);

test.each(offsets)(
  'the session drops after %i bytes from us: the router is left old or new, never between',
  async (bytes) => {
    rig = await startRig();
    const boot = photo(rig);
    const old = rig.edge.runningConfig();
    rig.edge.faults.dropAfterBytes = bytes;
    const state = states(await apply(rig, manifest(), only))['edge'];
    rig.edge.faults = {};
    const pending = await armed(rig.edge);
    const now = rig.edge.runningConfig();
    if (state === 'failed' && pending.length === 0 && !now.includes('interface Tunnel100')) expect(now).toBe(old);
    if (now !== old && pending.length === 0)
      expect(left(await plan(rig, manifest(), only)).join()).not.toMatch(/create|update/);
    await endsWell();
    expect(touched(boot, photo(rig))).toEqual([]);
  },
);

test.each([
  ['while the change is typed', /^authentication remote/],
  ['before it is confirmed', /^configure confirm/],
  ['before it is saved', /^write memory/],
])('the device reloads %s: it is back at what was saved, and a second run finishes', async (_when, line) => {
  rig = await startRig();
  const saved = rig.edge.startupConfig();
  const seen = nthTime(line, 1);
  rig.edge.faults.dropOn = {
    test: (text: string) => {
      const now = seen.test(text);
      if (now) rig.edge.reload();
      return now;
    },
  } as RegExp;
  expect(states(await apply(rig, manifest(), only))['edge']).toMatch(/failed|unknown/);
  expect(rig.edge.runningConfig()).toBe(saved);
  rig.edge.faults = {};
  await endsWell();
});
