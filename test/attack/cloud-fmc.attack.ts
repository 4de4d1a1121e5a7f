/** A cloud-delivered FMC behind a proxy: what goes wrong at any one request of a run, or at many. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FtdBgp, Login, NetworkObject, Secret, StaticRoute } from 'tunnelwright';
import { startFmc, type FmcFaults, type LabFmc } from '../../lib/lab/devices/fmc';
import { fileStore, type LedgerStore } from '../../lib/run/ledger/store';
import type { Manifest } from '../../lib/run/manifest';
import { jobsIn, type TargetJob } from '../../lib/run/target';
import { doubled, fmcObjects } from '../support/devices';
import { apply, left, plan, rollback, states, words } from '../support/engine';
import { nthRequest } from '../support/killing';
import { partnerTunnel } from '../support/partner-tunnel';
import { fmc, manifestOf } from '../support/scenario';

process.env['PARTNER_KEY'] = 'Vd7-larch!oboe';
process.env['CDFMC_TOKEN'] = 'Qz5-cloud-token';

let proxy: ChildProcess;
let port: number;
beforeAll(async () => {
  proxy = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'support/proxy-process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  port = await new Promise((resolve) => proxy.stdout!.once('data', (data: Buffer) => resolve(Number(data.toString()))));
}, 60_000);
afterAll(() => proxy.stdin!.end());

const program = manifestOf((stack) => {
  const center = fmc(stack, { login: Login.withToken('api', Secret.fromEnv('CDFMC_TOKEN')) });
  const ftd = center.ftd('branch-ftd');
  const lan = new NetworkObject(center, 'lan', { value: '10.40.0.0/16' });
  const far = new NetworkObject(center, 'far', { value: '10.90.0.0/16' });
  partnerTunnel(center, ftd, { ours: lan, theirs: '10.91.0.0/16' });
  new FtdBgp(ftd, 'bgp', {
    asn: 65010,
    neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
    networks: [lan],
  });
  new StaticRoute(ftd, 'far', {
    destination: '10.90.0.0/16',
    network: far,
    interface: 'outside',
    gateway: '203.0.113.1',
  });
});

interface Cloud {
  readonly lab: LabFmc;
  readonly store: LedgerStore;
  works(manifest: Manifest): readonly TargetJob[];
  close(): Promise<void>;
}
const start = async (): Promise<Cloud> => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  const lab = await startFmc({
    bearer: process.env['CDFMC_TOKEN']!,
    requestsPerMinute: 0,
    deployMs: 0,
    delayMs: 0,
    flapSeed: 0,
  });
  // A name that leads to the lab only behind the proxy, and of which all paths begin as at Cisco's gateway.
  const at = {
    host: 'api.us.security.cisco.com',
    port: lab.port,
    proxy: { host: '127.0.0.1', port },
    requestsPerMinute: 100_000,
  };
  const trust = { fingerprint: lab.fingerprint, insecure: false };
  return {
    lab,
    store: fileStore(join(room, 'ledger')),
    works: (manifest) =>
      jobsIn(manifest).map((work) => ({
        ...work,
        target: { ...work.target, settings: { ...work.target.settings, ...at, trust } as typeof work.target.settings },
      })),
    close: async () => {
      await lab.close();
      rmSync(room, { recursive: true, force: true });
    },
  };
};

/** What is there by name: ids are others each time. */
const namesIn = (lab: LabFmc): readonly string[] =>
  [...fmcObjects(lab)]
    .map(([path, body]) => `${path.split('/').slice(0, 2).join('/')} ${String(body.name ?? '')}`)
    .sort();

const faults: Readonly<Record<string, (nth: number) => FmcFaults>> = {
  'answered 401': (nth) => ({ status: { match: nthRequest(nth), code: 401, times: 1 } }),
  'answered 429 with Retry-After': (nth) => ({
    status: { match: nthRequest(nth), code: 429, headers: { 'Retry-After': '1' }, times: 1 },
  }),
  'answered 503': (nth) => ({ status: { match: nthRequest(nth), code: 503, times: 1 } }),
  'reset before it takes effect': (nth) => ({ drop: { match: nthRequest(nth), times: 1 } }),
  'reset, its answer lost': (nth) => ({ drop: { match: nthRequest(nth), times: 1, after: true } }),
};

let requests = 0;
let whole: readonly string[];
beforeAll(async () => {
  const cloud = await start();
  expect(words(await apply(cloud, program))).toBe('');
  expect(new Set(cloud.lab.log.map(({ path }) => path.includes('/auth/')))).toEqual(new Set([false]));
  [requests, whole] = [cloud.lab.log.length, namesIn(cloud.lab)];
  await cloud.close();
}, 60_000);

/** All requests, or some, others for each fault. */
const tried = (offset: number): readonly number[] =>
  Array.from({ length: requests }, (_, i) => i + 1).filter(
    (nth) => process.env['EVERY_REQUEST'] !== undefined || nth % 7 === offset % 7,
  );

/** What is wrong at the end of a run at which one request met a fault. */
const wrongIn = async (cloud: Cloud, where: string): Promise<readonly string[]> => {
  const ended = await apply(cloud, program);
  const wrong = states(ended)['fmc'] === 'applied' ? [] : [`${where}: ${words(ended)}`];
  cloud.lab.faults = {};
  const still = left(await plan(cloud, program));
  const twice = doubled(cloud.lab);
  if (still.length > 0) wrong.push(`${where}: left ${still.join()}`);
  if (twice.length > 0) wrong.push(`${where}: doubled ${twice.join()}`);
  if (JSON.stringify(namesIn(cloud.lab)) !== JSON.stringify(whole)) wrong.push(`${where}: something else is there`);
  return wrong;
};

test.each(Object.entries(faults))(
  'any one request %s: the run ends as if it had not been, and nothing is made twice',
  async (name, fault) => {
    const queue = [...tried(Object.keys(faults).indexOf(name))];
    const failures: string[] = [];
    await Promise.all(
      [1, 2, 3].map(async () => {
        for (let nth = queue.shift(); nth !== undefined; nth = queue.shift()) {
          const cloud = await start();
          cloud.lab.faults = fault(nth);
          const wrong = await wrongIn(cloud, `request ${nth}`);
          const met = cloud.lab.log.find(({ status }) => [0, 401, 429, 503].includes(status));
          if (met === undefined) failures.push(`request ${nth} met no fault`);
          failures.push(...wrong.map((one) => `${met?.method} ${met?.path} ${one}`));
          await cloud.close();
        }
      }),
    );
    expect(failures).toEqual([]);
  },
  600_000,
);

test('every fifth request is refused with 401, in a run and in the way back', async () => {
  const cloud = await start();
  let seen = 0;
  const every = Object.assign(/(?!)/, { test: (line: string) => / \/api\//.test(line) && ++seen % 5 === 0 });
  const before = namesIn(cloud.lab);
  cloud.lab.faults = { status: { match: every, code: 401, times: Infinity } };
  const ended = await apply(cloud, program, { run: 'first' });
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
  expect(doubled(cloud.lab)).toEqual([]);
  const back = await rollback(cloud, program, 'first');
  expect(back.flatMap(({ problems }) => problems)).toEqual([]);
  expect(namesIn(cloud.lab)).toEqual(before);
  await cloud.close();
});

test('a token that has ended stops the run, and the next one with another goes on', async () => {
  const cloud = await start();
  let seen = 0;
  cloud.lab.faults = {
    get revokeToken() {
      seen += 1;
      return seen === Math.floor(requests / 2);
    },
    set revokeToken(_cleared) {},
  };
  const ended = await apply(cloud, program);
  expect(words(ended)).toMatch(/the FMC refuses the token of api: it has ended/);
  expect(words(ended)).not.toContain(process.env['CDFMC_TOKEN']);
  await cloud.close();
});
