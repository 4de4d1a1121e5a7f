import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { titled } from '../../lib/cli/output/report';
import { plain, showPlan } from '../../lib/plan/show';
import type { TargetResult } from '../../lib/run/target-result';
import { content, fmcObjects, photo } from '../support/devices';
import { apply, left, plan, rollback, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { manifestOf, type Scenario } from '../support/scenario';
import { tunnel } from '../scenarios/001-certificate-tunnel/network';

const folder = join(__dirname, '../scenarios');
const named = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'network.ts')));
const withSecrets = named.flatMap((name): readonly (readonly [string, Scenario])[] => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { scenario } = require(join(folder, name, 'network')) as { scenario: Scenario };
  return scenario?.secrets === undefined ? [] : [[`${name.slice(0, 3)} ${scenario.title}`, scenario]];
});
/** Of each platform one; all with EVERY_SECRET set. */
const sample = ['002', '016', '022', '024', '026'];
const tried = withSecrets.filter(([name]) => process.env['EVERY_SECRET'] || sample.includes(name.slice(0, 3)));

const lost = (ended: readonly TargetResult[]): readonly string[] =>
  ended.flatMap(({ work, problems }) => problems.map(({ code }) => `${work.target.id} ${code}`));

/** All that the devices hold, secrets too; what waits on the FMC is deployed, so that it shows what it keeps. */
const whole = async (rig: Rig): Promise<string> => {
  rig.fmc.deployAs('ravi', ['mumbai-pair', 'branch-ftd']);
  await new Promise((next) => setTimeout(next, 60));
  const seen = photo(rig);
  const labels = new Map(
    [...fmcObjects(rig.fmc)].map(([path, body]) => [body.id, body.name ?? path.split('/').at(-2)!]),
  );
  const deployed = [...labels].reduce((text, [id, label]) => text.replaceAll(id, label), seen.deployed);
  return JSON.stringify([content(seen), deployed, rig.ise.objects('networkdevice'), rig.ise.objects('internaluser')]);
};

describe.each(tried)('a rotation of every secret of %s', (_name, scenario) => {
  let rig: Rig;
  const old = scenario.secrets!;
  /** Of the same length, and as hard to type. */
  const fresh = Object.fromEntries(
    Object.entries(old).map(([name, value]) => [
      name,
      value.replace(/[a-z0-9](?=[^a-z0-9]*$)/i, (last) => (last === 'b' ? 'c' : 'b')),
    ]),
  );
  beforeEach(async () => {
    Object.assign(process.env, old);
    rig = await startRig({ ...scenario.world, fmc: { ...scenario.world?.fmc, deployMs: 0 } });
  });
  afterEach(() => rig.close());

  test('is taken back with the earlier values only, and is never said to be without them', async () => {
    const manifest = manifestOf((stack) => scenario.declare(stack, 'whole'));
    await apply(rig, manifest, { run: 'first' });
    const before = await whole(rig);
    Object.assign(process.env, fresh);
    const planned = await plan(rig, manifest);
    const shown = planned.flatMap((ended) =>
      ended.plan === undefined ? [] : showPlan(titled(ended), plain, { steps: false, undo: true }),
    );
    // What is sent back stands deeper than the heading and is not part of a shown difference.
    expect(shown.filter((line) => /^ {4}\S|^ {5}\S/.test(line) && line.includes('<secret:other>'))).toEqual([]);
    expect(shown.join('\n')).toMatch(/! rollback needs the present secret of .+, which is not kept here/);
    const rotated = await apply(rig, manifest, { run: 'rotation' });
    expect([words(rotated), left(await plan(rig, manifest))]).toEqual(['', []]);
    const after = JSON.stringify(content(photo(rig)));
    const did = Object.entries(states(rotated)).flatMap(([id, state]) => (state === 'applied' ? [id] : []));
    expect(did.length).toBeGreaterThan(0);

    const refused = await rollback(rig, manifest, 'rotation');
    for (const id of did) expect([id, states(refused)[id]]).toEqual([id, expect.stringMatching(/failed|skipped/)]);
    expect(lost(refused)).toContain(`${did[0]} rollback.secret`);
    expect(words(refused)).toMatch(
      /the previous value of its secret [A-Z_0-9]+ is not known here[^]*--previous-secret/,
    );
    expect(JSON.stringify(content(photo(rig)))).toBe(after);

    const back = await rollback(rig, manifest, 'rotation', { previous: Object.values(old) });
    expect(lost(back)).toEqual([]);
    expect(await whole(rig)).toBe(before);
    Object.assign(process.env, old);
    expect(left(await plan(rig, manifest)).filter((line) => !/: deploy to/.test(line))).toEqual([]);
  });
});

describe('an FMC on which a deployment alone is taken back', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ fmc: { deployMs: 0 } });
  });
  afterEach(() => rig.close());
  const only = { target: 'fmc' };

  test('says which run has stored it, what the next deployment would do, and how that is taken back too', async () => {
    const [first, edited] = (['whole', 'edited'] as const).map((variant) =>
      manifestOf((stack) => tunnel(stack, variant)),
    );
    await apply(rig, first!, { ...only, run: 'run-1' });
    const before = photo(rig);
    rig.fmc.faults.failDeploy = 'mumbai-pair';
    expect(states(await apply(rig, edited!, { ...only, run: 'run-2' }))).toEqual({ fmc: 'failed' });
    rig.fmc.faults = {};
    expect(states(await apply(rig, edited!, { ...only, run: 'run-3' }))).toEqual({ fmc: 'applied' });

    const back = await rollback(rig, edited!, 'run-3', only);
    expect([states(back), photo(rig).deployed]).toEqual([{ fmc: 'applied' }, before.deployed]);
    expect(words(back)).toMatch(
      /what run run-2 stored is stored still, and the next deployment would bring it back: to take that back too, tunnelwright rollback --run run-2$/m,
    );
    expect(left(await plan(rig, edited!, only)).join()).toMatch(
      /deploy to mumbai-pair \(1 staged\): mumbai-pair was rolled back, and this brings to it what is stored now/,
    );

    const unstaged = await rollback(rig, edited!, 'run-2', only);
    expect([states(unstaged), content(photo(rig))]).toEqual([{ fmc: 'applied' }, content(before)]);
    rig.fmc.deployAs('ravi', ['mumbai-pair']);
    await new Promise((next) => setTimeout(next, 60));
    expect(photo(rig).deployed).toMatch(/"lifetimeInSeconds":28800/);
    expect(photo(rig).deployed).not.toMatch(/"lifetimeInSeconds":14400/);
  });
});
