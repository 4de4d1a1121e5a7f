import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter } from '../lib/lab/router';
import { edgeConfig } from '../lib/lab/world/edge-config';
import { holdTarget } from '../lib/run/apply';
import type { Work } from '../lib/run/target';
import { fileStore } from '../lib/run/store';
import { lower } from '../lib/synth/manifest';
import { collect } from '../lib/synth/collect';
import { App, IkeV2Proposal, IosXeRouter, Secret, Trust, VpnStack } from '../constructs';
import { elapsed, type Row } from './table';

process.env['BENCH_PASSWORD'] = 'lab-password';

/** About a hundred lines: 25 proposals of four. */
const program = (router: LabRouter, room: string): Work => {
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

const applied = async (router: LabRouter, room: string): Promise<void> => {
  const held = await holdTarget(program(router, room), {
    store: fileStore(room),
    adopt: false,
    progress: () => undefined,
  });
  const ended = await held.go();
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
    const time = await elapsed(() => applied(router, room));
    rows.push({
      what: `apply of 100 lines at ${roundTrip} ms round trip`,
      time: `${(time / 1000).toFixed(2)} s`,
      'round trips at the terminal': roundTrip === 0 ? '' : String(router.counters.roundTrips - before),
    });
    await router.close();
    rmSync(room, { recursive: true });
  }
  return rows;
};

/** Many routers at once, against one alone, all at 50 ms. */
export const fleet = async (size: number): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const count of [1, size]) {
    const routers = await Promise.all(
      Array.from({ length: count }, () => startRouter({ config: edgeConfig, delayMs: 25 })),
    );
    const room = mkdtempSync(join(tmpdir(), 'bench-'));
    const time = await elapsed(() => Promise.all(routers.map((router, i) => applied(router, join(room, String(i))))));
    rows.push({
      what: `${count} router${count === 1 ? '' : 's'} at 50 ms`,
      time: `${(time / 1000).toFixed(2)} s`,
      'memory (rss, lab included)': `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
    });
    await Promise.all(routers.map((router) => router.close()));
    rmSync(room, { recursive: true });
  }
  return rows;
};
