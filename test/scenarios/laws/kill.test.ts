import type { ChildProcess } from 'node:child_process';
import type { Manifest } from '../../../lib/run/manifest';
import { armed } from '../../support/by-hand';
import { tw } from '../../support/command';
import { content, doubled, photo, touched, type Photo } from '../../support/devices';
import { apply, left, plan, states, verify, words } from '../../support/engine';
import { afterBytes, atRequest, countBytes, healthy } from '../../support/killing';
import { randomOf } from '../../support/random';
import { startRig, type Rig } from '../../support/rig';
import { figuresOf } from '../../attack/support/figures';
import { manifestOf, type Variant } from '../../support/scenario';
import { scenario as certificates } from '../001-certificate-tunnel/network';
import { scenario as keyed } from '../002-pre-shared-key/network';
import { bare } from '../007-router-without-archive/network';

const seeds = Array.from({ length: Number(process.env['KILLS'] ?? 2) }, (_, i) => i + 1);
const figures = figuresOf('kills');
afterAll(() => figures.report());
const base = Number(process.env['KILL_SEED'] ?? 20260);
/** What the killed run is doing: making everything, changing something, taking everything away. */
const works: readonly (readonly [Variant, Variant])[] = [
  ['nothing', 'whole'],
  ['whole', 'edited'],
  ['whole', 'nothing'],
];
const networks = { certificates: certificates.declare, key: keyed.declare };
type Network = keyof typeof networks;
type Manifests = Record<Variant, Manifest>;
const manifestsOf = {} as Record<Network, Manifests>;
/** What an undisturbed run costs, by what it does, and what it leads to. */
const measured = new Map<Manifest, { readonly bytes: number; readonly requests: number; readonly end: object }>();

const measure = async (manifests: Manifests): Promise<void> => {
  const rig = await startRig();
  const boot = photo(rig);
  for (const variant of ['whole', 'edited', 'whole', 'nothing'] as const) {
    const bytes = countBytes(rig);
    const before = rig.fmc.log.length;
    await apply(rig, manifests[variant]);
    const cost = { bytes: bytes(), requests: rig.fmc.log.length - before, end: content(photo(rig), boot) };
    if (!measured.has(manifests[variant])) measured.set(manifests[variant], cost);
  }
  await rig.close();
};

beforeAll(async () => {
  Object.assign(process.env, keyed.secrets);
  for (const network of ['certificates', 'key'] as const) {
    const of = (variant: Variant) => manifestOf((stack) => networks[network](stack, variant));
    manifestsOf[network] = { whole: of('whole'), edited: of('edited'), less: of('less'), nothing: of('nothing') };
    await measure(manifestsOf[network]);
  }
});

/** A run of the real command that dies when the device has got so much of it. */
const killed = async (rig: Rig, to: Manifest, random: () => number): Promise<string> => {
  const { bytes, requests } = measured.get(to)!;
  const manifest = rig.save(to);
  let child: ChildProcess | undefined;
  const kill = (): void => void child?.kill('SIGKILL');
  const atRouter = random() < 0.5;
  const step = 1 + Math.floor(random() * (atRouter ? bytes : requests));
  const after = random() < 0.5;
  if (atRouter) afterBytes(rig, step, kill);
  else atRequest(rig, step, after, kill);
  const { code } = await tw(rig, ['apply', '--manifest', manifest, '--yes', '--allow-disruption'], {
    started: (c) => (child = c),
  });
  healthy(rig);
  figures.count(code === null ? 'kills' : 'ended before');
  return `${atRouter ? `byte ${step} to the router` : `request ${step} to the FMC, ${after ? 'after' : 'before'} its effect`}${code === null ? '' : `, ended by itself with ${code}`}`;
};

const finished = async (rig: Rig, to: Manifest, boot: Photo): Promise<void> => {
  const ended = await apply(rig, to);
  expect(ended.map((e) => [e.state, words([e])]).filter(([state]) => !/applied|unchanged/.test(state!))).toEqual([]);
  expect(left(await plan(rig, to))).toEqual([]);
  expect(new Set(Object.values(states(await apply(rig, to))))).toEqual(new Set(['unchanged']));
  expect(touched(boot, photo(rig))).toEqual([]);
  expect(doubled(rig.fmc)).toEqual([]);
  expect(content(photo(rig), boot)).toEqual(measured.get(to)!.end);
  expect(rig.edge.startupConfig()).toBe(rig.edge.runningConfig());
  for (const work of rig.works(to)) {
    const ledger = await rig.store.read(`net/${work.target.id}`);
    expect(new Set(ledger.entries.map((entry) => entry.state))).toEqual(
      new Set(ledger.entries.length === 0 ? [] : ['owned']),
    );
  }
  expect(await armed(rig.edge)).toEqual([]);
};

test.concurrent.each(seeds)('killed at a random step, a second run finishes the work (seed %i)', async (n) => {
  const seed = base + n;
  const random = randomOf(seed);
  const archive = random() < 0.6;
  const rig = await startRig(archive ? {} : { router: { config: bare, enrolled: ['CA-INTERNAL'] } });
  let where = 'before it was killed';
  try {
    const boot = photo(rig);
    const network = n % 2 === 0 ? 'key' : 'certificates';
    const manifests = manifestsOf[network];
    const [from, to] = works[Math.floor(random() * works.length)]!;
    if (from !== 'nothing') await apply(rig, manifests[from]);
    where = await killed(rig, manifests[to], random);
    if (process.env['KILL_SHOW'])
      process.stderr.write(
        `${n}: ${network}, ${from} to ${to}, ${archive ? 'with' : 'without'} archive, killed at ${where}\n`,
      );
    await finished(rig, manifests[to], boot);
    expect((await verify(rig, manifests[to])).flatMap((v) => v.tunnels).every((t) => t.up)).toBe(true);
    figures.count('finished by the next run');
  } catch (error) {
    console.error(`KILL_SEED=${base} seed ${n}: killed at ${where}`);
    throw error;
  } finally {
    await rig.close();
  }
});
