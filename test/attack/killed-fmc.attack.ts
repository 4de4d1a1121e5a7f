import type { ChildProcess } from 'node:child_process';
import type { Manifest } from '../../lib/run/manifest';
import { tw } from '../support/command';
import { content, doubled, fmcObjects, photo, touched, type Photo } from '../support/devices';
import { apply, left, plan, states, words } from '../support/engine';
import { healthy } from '../support/killing';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { synthesised } from '../support/seed-examples';
import { scenario as levelOne } from '../scenarios/016-remote-access-level-1/network';
import { scenario as realms } from '../scenarios/055-realms/network';
import { scenario as routed } from '../scenarios/044-bgp-of-a-firewall/network';
import { dying, type Death } from './support/dying';
import { figuresOf } from './support/figures';

/** Whether every event is tried, or some of each. `2/3`: the second third, where several run side by side. */
const everyRequest = process.env['EVERY_REQUEST'] !== undefined;
const [part = 1, parts = 1] =
  /^(\d+)\/(\d+)$/
    .exec(process.env['EVERY_REQUEST'] ?? '')
    ?.slice(1)
    .map(Number) ?? [];
const kills = Number(process.env['KILLS'] ?? 1);
const only = { target: 'fmc' };
const figures = figuresOf('kills-fmc');

/** A program, and what becomes of it in three versions. */
interface Program {
  readonly version: string;
  readonly whole: Manifest;
  readonly edited: Manifest;
  readonly nothing: Manifest;
}

/** The example with other words in what it declares. */
const edited = (manifest: Manifest, words: Readonly<Record<string, string>>): Manifest =>
  JSON.parse(
    Object.entries(words).reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replaceAll(from, to);
    }, JSON.stringify(manifest)),
  ) as Manifest;

const emptied = (manifest: Manifest): Manifest => ({
  ...manifest,
  targets: manifest.targets.map((target) => ({ ...target, desired: { items: [], externals: [], secrets: [] } })),
});

const fast = (manifest: Manifest): Manifest => ({
  ...manifest,
  targets: manifest.targets.map((target) => ({ ...target, settings: { ...target.settings, retrySeconds: 0.01 } })),
});

const example = (name: string, version: string, changes: Readonly<Record<string, string>>): Program => {
  const { said, manifests } = synthesised(name, { FMC_VERSION: version });
  expect(said).toBe('');
  const whole = fast(manifests[0]!);
  return { version, whole, edited: edited(whole, changes), nothing: emptied(whole) };
};

const programs: Readonly<Record<string, () => Program>> = {
  // Another lifetime, another group in a proposal, and a network that goes and one that comes.
  'site-to-site-certificate': () =>
    example('site-to-site-certificate', '7.6', { '28800': '14400', '10.20.0.0': '10.21.0.0' }),
  // A pool that changes, and a group of servers that goes where another comes.
  'ftd-remote-access-ikev2': () =>
    example('ftd-remote-access-ikev2', '7.7', { '172.31.1.220': '172.31.1.210', 'CCIElab-AAA': 'Other-AAA' }),
  'remote access of level 1': () => {
    const of = (variant: 'whole' | 'less' | 'nothing') => manifestOf((stack) => levelOne.declare(stack, variant));
    return { version: '7.4.1', whole: of('whole'), edited: of('less'), nothing: of('nothing') };
  },
  realms: () => {
    const of = (variant: 'whole' | 'less' | 'nothing') => manifestOf((stack) => realms.declare(stack, variant));
    return { version: '7.4.1', whole: of('whole'), edited: of('less'), nothing: of('nothing') };
  },
  // Two resources of one noun, which are made again in another autonomous system.
  'BGP of a firewall': () => {
    const of = (variant: 'whole' | 'nothing') => manifestOf((stack) => routed.declare(stack, variant));
    const whole = of('whole');
    return { version: '7.6', whole, edited: edited(whole, { '"65010"': '"65011"' }), nothing: of('nothing') };
  },
};
type Phase = keyof Omit<Program, 'version'>;
const works: readonly (readonly [string, Phase, Phase])[] = [
  ['made', 'nothing', 'whole'],
  ['changed', 'whole', 'edited'],
  ['removed', 'whole', 'nothing'],
];

/** What runs on the firewalls, with names in the place of ids. */
const deployedOn = (rig: Rig): string => {
  const labels = new Map(
    [...fmcObjects(rig.fmc)].map(([path, body]) => [body.id, body.name ?? path.split('/').at(-2)!]),
  );
  return [...labels].reduce((text, [id, label]) => text.replaceAll(id, label), photo(rig).deployed);
};

interface Calm {
  readonly events: number;
  readonly stored: object;
  readonly deployed: string;
}
const start = (program: Program): Promise<Rig> => startRig({ fmc: { version: program.version } });

/** The same work without a death. */
const calm = async (program: Program, from: Phase, to: Phase): Promise<Calm> => {
  const rig = await start(program);
  try {
    if (from !== 'nothing') await apply(rig, program[from], only);
    const counted = dying(rig);
    const ended = await apply(counted.rig, program[to], only);
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    return { events: counted.events(), stored: content(photo(rig)), deployed: deployedOn(rig) };
  } finally {
    await rig.close();
  }
};

/** Kills a run, runs once more, and says everything that is then not as it should be. */
const survive = async (
  program: Program,
  from: Phase,
  to: Phase,
  death: Death,
  end: Calm,
): Promise<readonly string[]> => {
  const rig = await start(program);
  try {
    const boot: Photo = photo(rig);
    if (from !== 'nothing') await apply(rig, program[from], only);
    const mortal = dying(rig, death);
    await apply(mortal.rig, program[to], only).catch(() => undefined);
    healthy(rig);
    const where = `event ${death.nth} ${death.after ? 'after' : 'before'} its effect (${mortal.last()})`;
    const again = await apply(rig, program[to], only);
    const wrong: string[] = [];
    const note = (what: string): void => void wrong.push(`${where}: ${what}`);
    if (!/applied|unchanged/.test(states(again)['fmc']!)) note(words(again));
    const still = left(await plan(rig, program[to], only));
    if (still.length > 0) note(`left: ${still.join()}`);
    if (doubled(rig.fmc).length > 0) note(`doubled: ${doubled(rig.fmc).join()}`);
    if (touched(boot, photo(rig)).length > 0) note(`touched: ${touched(boot, photo(rig)).join()}`);
    if (JSON.stringify(content(photo(rig))) !== JSON.stringify(end.stored)) note('something else is stored');
    if (deployedOn(rig) !== end.deployed) note('something else runs');
    const { entries } = await rig.store.read(`${program[to].stack}/fmc`);
    const unsettled = entries.filter(({ state }) => state !== 'owned');
    if (unsettled.length > 0) note(`the ledger holds ${unsettled.map((e) => `${e.state} ${e.address}`).join()}`);
    return wrong;
  } finally {
    await rig.close();
  }
};

/** All deaths, or so many that are spread over the run, others for each work. */
const deaths = (events: number, offset: number): readonly Death[] => {
  const all = Array.from({ length: events }, (_, i) => i + 1).flatMap((nth) =>
    [false, true].map((after): Death => ({ nth, after })),
  );
  if (everyRequest) return all.filter((_, i) => i % parts === part - 1);
  const step = all.length / kills;
  return Array.from(
    { length: kills },
    (_, i) => all[Math.floor((((i + offset) % kills) + ((offset * 0.37) % 1)) * step) % all.length]!,
  );
};

beforeAll(() => {
  Object.assign(process.env, { RADIUS: 'Qz5-radius~1' }, levelOne.secrets, routed.secrets, realms.secrets);
});

afterAll(() => figures.report());

const table = Object.keys(programs).flatMap((name, p) =>
  works.map(([done, from, to], w) => [name, done, from, to, p * works.length + w] as const),
);
test.each(table)(
  '%s, %s: killed anywhere, one further run ends in the declared state',
  async (name, _done, from, to, offset) => {
    const program = programs[name]!();
    const end = await calm(program, from, to);
    const queue = [...deaths(end.events, offset)];
    const tried = queue.length;
    const failures: string[] = [];
    await Promise.all(
      [1, 2, 3].map(async () => {
        for (let death = queue.shift(); death !== undefined; death = queue.shift()) {
          const wrong = await survive(program, from, to, death, end);
          failures.push(...wrong);
          figures.count('kills');
          figures.count('faults', wrong.length > 0 ? 1 : 0);
        }
        // A long run is followed while it goes on.
        if (everyRequest && failures.length > 0) process.stderr.write(`${failures.join('\n')}\n`);
      }),
    );
    if (everyRequest)
      process.stderr.write(`${name}, ${_done}: ${tried} kills at ${end.events} events, ${failures.length} faults\n`);
    expect(failures).toEqual([]);
  },
  everyRequest || kills > 2 ? 3_600_000 : 60_000,
);

test('SIGKILL between the deletion of a remote access policy and its deployment: one further run deploys', async () => {
  const program = programs['remote access of level 1']!();
  const rig = await start(program);
  try {
    await apply(rig, program.whole, only);
    let child: ChildProcess | undefined;
    const killing = (line: string): boolean => {
      if (!/^POST .*deploymentrequests/.test(line)) return false;
      child?.kill('SIGKILL');
      return true;
    };
    rig.fmc.faults.drop = { match: Object.assign(/(?!)/, { test: killing }), times: 1 };
    const args = ['apply', '--manifest', rig.save(program.nothing), '--yes', '--allow-disruption', '--target', 'fmc'];
    const { code } = await tw(rig, args, { started: (started) => (child = started) });
    expect(code).toBeNull();
    healthy(rig);
    expect(left(await plan(rig, program.nothing, only)).join()).toMatch(/deploy to branch-ftd/);
    const again = await apply(rig, program.nothing, only);
    expect(states(again)).toEqual({ fmc: 'applied' });
    expect(left(await plan(rig, program.nothing, only))).toEqual([]);
    expect((await rig.store.read('net/fmc')).entries).toEqual([]);
  } finally {
    await rig.close();
  }
});
