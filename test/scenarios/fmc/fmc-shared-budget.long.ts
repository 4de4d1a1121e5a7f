/** Processes that work with one FMC at the same time, which refuses more than 120 requests in a minute. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFmc, type LabFmc } from '../../../lib/lab/devices/fmc';
import { targets } from '../../../lib/model/targets';
import { compiled } from '../../support/compiled';

const bearer = 'of-an-api-user';
/** Asks so many times, and prints a point for each answer. */
const program = `
const { openClient } = require('./lib/platforms/fmc/client/client');
const { fileStore } = require('./lib/run/ledger/store');
const [settings, ledgers, requests] = JSON.parse(process.env.ASK);
const store = fileStore(ledgers);
const ports = {
  value: async (ref) => (typeof ref === 'string' ? ref : ${JSON.stringify(bearer)}),
  progress: (text) => console.error(text),
  exchange: store.exchange.bind(store),
};
(async () => {
  const client = await openClient('fmc', settings, ports);
  let left = requests;
  const ask = async () => {
    while (left-- > 0) {
      await client.get('/fmc_platform/v1/info/serverversion');
      process.stdout.write('.');
    }
  };
  // The FMC takes ten at the same time, of all together.
  await Promise.all(Array.from({ length: 4 }, ask));
  await client.close();
})();
`;

let room: string;
let lab: LabFmc;
beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'budget-'));
  lab = await startFmc({ version: '7.2', bearer });
});
afterAll(async () => {
  await lab.close();
  rmSync(room, { recursive: true, force: true });
});

interface Asking {
  readonly child: ChildProcess;
  /** The answers that it has had when it is over. */
  readonly ended: Promise<number>;
}

/** A process that asks; `at` is told how many answers it has had. */
const ask = (requests: number, at: (answers: number, child: ChildProcess) => void = () => undefined): Asking => {
  const settings = targets.fmc.parse({
    host: lab.host,
    port: lab.port,
    version: '7.2',
    login: { username: 'api', token: { secret: 'env', name: 'FMC_TOKEN' } },
    trust: { fingerprint: lab.fingerprint },
  });
  const env = { ...process.env, ASK: JSON.stringify([settings, room, requests]) };
  const child = spawn(process.execPath, ['-e', program], { cwd: compiled, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let answers = 0;
  child.stdout.on('data', (data: Buffer) => {
    answers += data.length;
    at(answers, child);
  });
  return { child, ended: new Promise((done) => child.once('close', () => done(answers))) };
};

test('two processes never send more than the FMC takes, and one that is killed does not keep the others waiting', async () => {
  const first = ask(110);
  const killed = ask(100, (answers, child) => void (answers >= 15 && child.kill('SIGKILL')));
  const answered = await killed.ended;
  expect(answered).toBeLessThan(100);
  const next = ask(40);
  expect(await Promise.all([first.ended, next.ended])).toEqual([110, 40]);
  expect(lab.counters.rejected).toBe(0);
  expect(lab.counters.requests).toBeGreaterThan(120);
}, 300_000);
