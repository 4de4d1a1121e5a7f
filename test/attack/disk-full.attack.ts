/**
 * The disk of the ledger is full, truly: a file system of 64 pages of which some are free. A run that cannot write down
 * what it does says so and is finished by the next one, once there is room again. `PAGES=all` tries every size.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../lib/run/manifest';
import { scenario } from '../scenarios/002-pre-shared-key/network';
import { expectNoStack, tw } from '../support/command';
import { content, doubled, photo, touched } from '../support/devices';
import { apply, left, plan, states } from '../support/engine';
import { startRig } from '../support/rig';
import { manifestOf } from '../support/scenario';

const page = 4096;
const pages = 64;
const mount = (directory: string): boolean =>
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${pages * page}`, 'tunnelwright', directory]).status === 0;
const unmount = (directory: string): void => void spawnSync('umount', [directory]);

const trial = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
const can = mount(trial);
if (can) unmount(trial);
rmSync(trial, { recursive: true });
if (!can) console.log('A small file system cannot be mounted here (not root, or not Linux): a full disk is not tried.');

/** Takes all pages but so many. */
const fill = (directory: string, free: number): void => {
  writeFileSync(join(directory, 'other'), Buffer.alloc(page * (pages - 1)));
  for (let size = pages - 1 - free; size >= 0; size--) {
    writeFileSync(join(directory, 'other'), Buffer.alloc(page * size));
    if (freeIn(directory) >= free) return;
  }
};
const freeIn = (directory: string): number =>
  Number(spawnSync('stat', ['-f', '-c', '%f', directory], { encoding: 'utf8' }).stdout);

const free = process.env['PAGES'] === 'all' ? Array.from({ length: 24 }, (_, i) => i) : [0, 2, 4, 7];
let whole: Manifest;
beforeAll(() => {
  Object.assign(process.env, scenario.secrets);
  whole = manifestOf((stack) => scenario.declare(stack, 'whole'));
});

(can ? test.each(free) : test.skip.each(free))('with room for %i pages', async (room) => {
  const rig = await startRig();
  mkdirSync(rig.ledgers, { recursive: true });
  expect(mount(rig.ledgers)).toBe(true);
  try {
    const boot = photo(rig);
    fill(rig.ledgers, room);
    const ran = await tw(rig, ['apply', '--manifest', rig.save(whole), '--yes']);
    expectNoStack(ran);
    if (ran.code !== 0) expect(`${ran.out}${ran.err}`).toMatch(/there is no room left for it/);
    expect(`${ran.out}${ran.err}`).not.toMatch(/fault of Tunnelwright/);
    rmSync(join(rig.ledgers, 'other'));

    await apply(rig, whole);
    expect(left(await plan(rig, whole))).toEqual([]);
    expect(new Set(Object.values(states(await apply(rig, whole))))).toEqual(new Set(['unchanged']));
    expect(touched(boot, photo(rig))).toEqual([]);
    expect(doubled(rig.fmc)).toEqual([]);
    expect(content(photo(rig), boot)).not.toEqual(content(boot, boot));
    for (const work of rig.works(whole))
      expect(new Set((await rig.store.read(`net/${work.target.id}`)).entries.map(({ state }) => state))).toEqual(
        new Set(['owned']),
      );
  } finally {
    unmount(rig.ledgers);
    await rig.close();
  }
});
