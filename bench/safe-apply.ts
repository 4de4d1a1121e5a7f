import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter } from '../lib/lab/devices/iosxe';
import { edgeConfig } from '../lib/lab/world/edge-config';
import { lockTarget } from '../lib/run/apply';
import type { TargetJob } from '../lib/run/target';
import { fileStore } from '../lib/run/ledger/store';
import { lower } from '../lib/synth/manifest';
import { collect } from '../lib/synth/collect';
import { App, IkeV2Proposal, IosXeRouter, Secret, Trust, VpnStack } from '../constructs';
import type { Place, Told } from './lab-process';
import { elapsed, type Row } from './table';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

process.env['BENCH_PASSWORD'] = 'lab-password';

/** About a hundred lines: 25 proposals of four. */
const program = (router: Place, room: string): TargetJob => {
  mkdirSync(room, { recursive: true });
  const stack = new VpnStack(new App({ outdir: mkdtempSync(join(room, 'out-')) }), 'bench');
  const edge = new IosXeRouter(stack, 'edge', {
    host: router.host,
    port: router.port,
    release: '17.9',
    login: { username: 'lab', password: Secret.fromEnv('BENCH_PASSWORD') },
    trust: Trust.fingerprint(router.fingerprint),
  });
  for (let n = 0; n < 25; n++)
    new IkeV2Proposal(edge, `PROPOSAL-${n}`, { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19, 20] });
  const { manifest } = lower(collect(stack));
  return { stack: 'bench', target: manifest.targets[0]! };
};

const applied = async (work: TargetJob, room: string): Promise<void> => {
  const held = await lockTarget(work, {
    store: fileStore(room),
    adopt: false,
    progress: () => undefined,
  });
  const ended = await held.apply();
  await held.release();
  if (ended.state !== 'applied')
    throw new Error(`ended as ${ended.state}: ${ended.problems.map((p) => p.message).join('; ')}`);
};

/** Plan, push, second session, confirm, save: how long, and how often the client waited for the device. */
export const safeApply = async (): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const roundTrip of [0, 50, 200]) {
    const router = await startRouter({ config: edgeConfig, delayMs: roundTrip / 2 });
    const room = mkdtempSync(join(tmpdir(), 'bench-'));
    const before = router.counters.roundTrips;
    const work = program(router, room);
    const time = await elapsed(() => applied(work, room));
    rows.push({
      what: `apply of 100 lines at ${roundTrip} ms round trip`,
      time: seconds(time),
      'round trips at the terminal': roundTrip === 0 ? '' : String(router.counters.roundTrips - before),
      'all of it, both logins, in round trips': roundTrip === 0 ? '' : (time / roundTrip).toFixed(1),
    });
    await router.close();
    rmSync(room, { recursive: true });
  }
  return rows;
};

const lab = async (count: number) => {
  const child = fork(join(__dirname, 'lab-process.js'), [String(count)]);
  const told = (): Promise<Told> => new Promise((resolve) => child.once('message', (said) => resolve(said as Told)));
  const first = await told();
  return {
    places: 'places' in first ? first.places : [],
    cpuMs: async (): Promise<number> => {
      const answer = told();
      child.send('cpu');
      const said = await answer;
      return 'cpuMs' in said ? said.cpuMs : 0;
    },
    close: () => void child.kill(),
  };
};

/** Many routers at once, against one alone, all at 50 ms; the routers are a process of their own. */
export const fleet = async (size: number): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const count of [1, size]) {
    const routers = await lab(count);
    const room = mkdtempSync(join(tmpdir(), 'bench-'));
    const works = routers.places.map((place, i) => [program(place, join(room, String(i))), i] as const);
    const begun = process.cpuUsage();
    const time = await elapsed(() => Promise.all(works.map(([work, i]) => applied(work, join(room, String(i))))));
    const { user, system } = process.cpuUsage(begun);
    rows.push({
      what: `apply, ${count} router${count === 1 ? '' : 's'} at 50 ms`,
      time: seconds(time),
      'CPU of ours': seconds((user + system) / 1000),
      'CPU of the simulated routers': seconds(await routers.cpuMs()),
      'memory (rss)': `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
    });
    routers.close();
    rmSync(room, { recursive: true });
  }
  return rows;
};
