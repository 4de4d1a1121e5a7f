import { sampled } from '../../support/sampled';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, VpnStack } from 'tunnelwright';
import { planned, titled } from '../../../lib/cli/output/report';
import { savedPlan } from '../../../lib/cli/saved-plan';
import { plain, showPlan } from '../../../lib/plan/show';
import { terraformJson } from '../../../lib/plan/terraform-json';
import type { TargetResult } from '../../../lib/run/target-result';
import type { Manifest } from '../../../lib/run/manifest';
import { content, doubled, photo, routersOf, touched, type Photo } from '../../support/devices';
import { actions, apply, left, plan, rollback, states, takeBack, verify, words } from '../../support/engine';
import { misowned } from '../../support/ownership';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf, type Scenario, type Variant } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';

// A scenario whose devices never are the same twice (new keys) has a test of its own and no network here.
const numbered = join(__dirname, '..');
const folders = readdirSync(numbered).filter((name) => existsSync(join(numbered, name, 'network.ts')));
const scenarios = folders.map((name): readonly [string, Scenario] => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { scenario } = require(`../${name}/network`) as { scenario: Scenario };
  return [`${name.slice(0, 3)} ${scenario.title}`, scenario];
});

/** Everything that a person could read of a run. */
const said = (all: readonly TargetResult[]): Record<string, string> => ({
  plan: all
    .flatMap((ended) => (ended.plan === undefined ? [] : showPlan(titled(ended), plain, { steps: true, undo: true })))
    .join('\n'),
  json: JSON.stringify(terraformJson(all.map(planned))),
  saved: savedPlan(all, { adopt: false }),
  words: words(all),
});

/** Deletions of something that another, deleted later, still refers to. */
const disorder = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap(({ plan: p }) => {
    const deletions = p!.changes.filter((change) => change.action === 'delete');
    return deletions.flatMap((change, i) =>
      deletions
        .slice(i + 1)
        .filter((later) => later.refs.includes(change.address))
        .map((later) => `${change.address} before ${later.address}, which refers to it`),
    );
  });

const synthesised = (scenario: Scenario): Readonly<Record<string, string>> => {
  const outdir = mkdtempSync(join(tmpdir(), 'tunnelwright-out-'));
  const app = new App({ outdir });
  scenario.declare(new VpnStack(app, 'net'), 'whole');
  app.synth();
  const files = filesIn(outdir);
  rmSync(outdir, { recursive: true });
  return files;
};

describe.each(sampled(scenarios, 5))('%s', (_name, scenario) => {
  const secrets = Object.values(scenario.secrets ?? {});
  const manifests = {} as Record<Variant, Manifest>;
  let rig: Rig;
  let boot: Photo;
  let first: readonly TargetResult[];
  /** Nothing is left that the run did, and the ledgers say so too. */
  const rolledBack = async (variant: Variant, run: string): Promise<void> => {
    const ended = heard(await rollback(rig, manifests[variant], run));
    expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
  };
  const everything: Record<string, string>[] = [];
  const heard = (all: readonly TargetResult[]): readonly TargetResult[] => {
    everything.push(said(all));
    return all;
  };
  const applied = async (variant: Variant, run?: string): Promise<readonly TargetResult[]> => {
    const ended = heard(await apply(rig, manifests[variant], run === undefined ? {} : { run }));
    expect(ended.filter(({ state }) => state !== 'applied' && state !== 'unchanged').map((e) => words([e]))).toEqual(
      [],
    );
    const second = await plan(rig, manifests[variant]);
    expect(left(second)).toEqual([]);
    expect(await misowned(rig, second, boot)).toEqual([]);
    return ended;
  };

  beforeAll(async () => {
    Object.assign(process.env, scenario.secrets);
    for (const variant of ['whole', 'edited', 'less', 'nothing'] as const)
      manifests[variant] = manifestOf((stack) => scenario.declare(stack, variant));
    // Deployments end at once: what is seen of them on the way has tests of its own.
    rig = await startRig({ ...scenario.world, fmc: { ...scenario.world?.fmc, deployMs: 0 } });
    boot = photo(rig);
  });
  afterAll(() => rig.close());

  test('synth twice gives the same bytes, without a secret', () => {
    const [one, two] = [synthesised(scenario), synthesised(scenario)];
    expect(Object.keys(one)).toContain('stacks/net/tunnelwright.json');
    expect(two).toEqual(one);
    expect(leaks(one, secrets)).toEqual([]);
  });

  test('a first plan creates, and touches nothing', async () => {
    first = heard(await plan(rig, manifests.whole));
    expect(await misowned(rig, first, boot)).toEqual([]);
    expect(words(first)).toBe('');
    expect(new Set(actions(first).map((text) => text.split(' ')[1]))).toEqual(
      new Set(scenario.inOthers ? ['create', 'update'] : ['create']),
    );
    expect(photo(rig)).toEqual(boot);
    const again = await plan(rig, manifests.whole);
    expect(again.map(({ plan: p, basis }) => [p, basis])).toEqual(first.map(({ plan: p, basis }) => [p, basis]));
  });

  test('apply makes it so: the next plan is empty, verify agrees, and what was there is untouched', async () => {
    await applied('whole', 'first');
    expect(touched(boot, photo(rig))).toEqual([]);
    expect(doubled(rig.fmc)).toEqual([]);
    for (const router of Object.values(routersOf(rig))) expect(router.startupConfig()).toBe(router.runningConfig());
    const verified = await verify(rig, manifests.whole);
    expect(left(verified)).toEqual([]);
    const up = verified.flatMap((v) => v.tunnels.filter((t) => t.up).map((t) => `${v.work.target.id} ${t.name}`));
    expect(up.sort()).toEqual([...(scenario.up ?? [])].sort());
    expect(new Set(Object.values(states(await apply(rig, manifests.whole))))).toEqual(new Set(['unchanged']));
  });

  test('the first run is rolled back, and what is gone is made again', async () => {
    const before = photo(rig);
    await rolledBack('whole', 'first');
    expect(content(photo(rig))).toEqual(content(boot));
    for (const router of Object.values(routersOf(rig))) expect(router.startupConfig()).toBe(router.runningConfig());
    for (const work of rig.works(manifests.whole))
      expect(await rig.store.read(`net/${work.target.id}`)).toMatchObject({ entries: [], secrets: {} });
    expect(actions(await plan(rig, manifests.whole))).toEqual(actions(first));
    await applied('whole');
    expect(photo(rig).routers).toEqual(before.routers);
    expect([...photo(rig).fmc.values()].length).toBe(before.fmc.size);
  });

  test('a change of one thing changes that, and its way back leads back', async () => {
    const before = photo(rig);
    const edit = heard(await plan(rig, manifests.edited));
    expect([...actions(edit)].sort()).toEqual([...scenario.edits].sort());
    await applied('edited');
    expect(touched(boot, photo(rig))).toEqual([]);
    if (!scenario.changesSecret) {
      expect(await takeBack(rig, manifests.edited, edit)).toEqual([]);
      expect(content(photo(rig))).toEqual(content(before));
      await applied('edited', 'edit');
      await rolledBack('edited', 'edit');
      expect(content(photo(rig))).toEqual(content(before));
    }
    await applied('whole');
    expect(content(photo(rig))).toEqual(content(before));
  });

  test('what is left out goes, and only that', async () => {
    const removal = heard(await plan(rig, manifests.less));
    expect([...actions(removal)].sort()).toEqual([...scenario.deletes].sort());
    expect(disorder(removal)).toEqual([]);
    await applied('less');
    expect(touched(boot, photo(rig))).toEqual([]);
    expect(left(await plan(rig, manifests.less))).toEqual([]);
  });

  test('without any construct the devices are as they were', async () => {
    await applied('whole');
    const gone = heard(await plan(rig, manifests.nothing));
    expect(disorder(gone)).toEqual([]);
    expect(new Set(actions(gone).map((text) => text.split(' ')[1]))).toEqual(new Set(['delete']));
    await applied('nothing');
    expect(photo(rig).routers).toEqual(boot.routers);
    expect([...photo(rig).fmc]).toEqual([...boot.fmc]);
    expect([...photo(rig).services]).toEqual([...boot.services]);
    for (const work of rig.works(manifests.nothing)) {
      const ledger = await rig.store.read(`net/${work.target.id}`);
      expect(ledger).toMatchObject({ entries: [], secrets: {} });
    }
  });

  test('no secret stands in anything that was said or written', () => {
    const files = Object.entries(filesIn(rig.room)).filter(
      ([name]) => name !== 'password' && name !== 'duo-secret-key',
    );
    expect(leaks(Object.fromEntries(files), [...secrets, 'lab-password'])).toEqual([]);
    for (const texts of everything) expect(leaks(texts, [...secrets, 'lab-password'])).toEqual([]);
    for (const manifest of Object.values(manifests))
      expect(leaks({ manifest: JSON.stringify(manifest) }, secrets)).toEqual([]);
  });
});
