/** A program over the rows of a CSV file, from synth to the end of a rollout: `node .bench/bench/rows.js 5000` alone. */
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Told } from './lab-process';
import { table, type Row } from './table';

const command = join(__dirname, '..', 'lib', 'cli', 'main.js');

/** Five objects on each router, and waves of one, of a tenth and of all others. */
const program = `
const of = require(${JSON.stringify(join(__dirname, '..', 'constructs', 'index.js'))});
const rows = of.Inventory.fromCsv(__dirname + '/routers.csv', ['name', 'host', 'port', 'fingerprint', 'region']);
const app = new of.App();
const stack = new of.VpnStack(app, 'rows');
const login = { username: 'lab', password: of.Secret.fromEnv('BENCH_PASSWORD') };
for (const { name, host, port, fingerprint, region } of rows) {
  const device = new of.IosXeRouter(stack, name, { host, port: Number(port), release: '17.9', login, trust: of.Trust.fingerprint(fingerprint) });
  of.Labels.of(device).add('region', region);
  const proposal = new of.IkeV2Proposal(device, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19, 20] });
  new of.IkeV2Policy(device, 'strong-policy', { proposals: [proposal], fvrf: 'any' });
  new of.IpsecTransformSet(device, 'strong-set', { encryption: 'aes-gcm-256' });
  new of.CertificateMap(device, 'map', { rules: [{ field: 'subject-name', operator: 'co', value: 'cn = ' + name }] });
  new of.LoopbackInterface(device, 'loopback', { name: 'Loopback77', address: '10.77.0.1/32' });
}
new of.Rollout(stack, 'march', { waves: [{ count: 1 }, { percent: 10, parallel: 50 }, { parallel: 50 }], gate: { failures: 0 } });
app.synth();
`;

/** Each process, the program of the user too, says at its end what it took. */
const preload = `data:text/javascript,${encodeURIComponent(
  "import { appendFileSync } from 'node:fs'; process.on('exit', () => { const { userCPUTime: u, systemCPUTime: s, maxRSS } = process.resourceUsage(); appendFileSync(process.env.BENCH_TOOK, JSON.stringify({ cpu: (u + s) / 1e6, rss: maxRSS / 1024 }) + '\\n'); })",
)}`;

interface Took {
  readonly seconds: number;
  readonly cpu: number;
  readonly rss: number;
}

/** Runs a command of ours. Another exit code than these is an error. */
const run = (room: string, args: readonly string[], codes: readonly number[]): Promise<Took> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const file = join(room, 'took');
    writeFileSync(file, '');
    const child = spawn(process.execPath, [command, ...args], {
      cwd: room,
      env: {
        ...process.env,
        BENCH_PASSWORD: 'lab-password',
        BENCH_TOOK: file,
        NODE_OPTIONS: `--import=${preload}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (words = (words + part.toString()).slice(-4000)));
    child.on('close', (code) => {
      const seconds = (performance.now() - begun) / 1000;
      if (code === null || !codes.includes(code))
        return reject(new Error(`${args.join(' ')} ended with ${code}: ${words}`));
      const all = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly cpu: number; readonly rss: number });
      resolve({
        seconds,
        cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
        rss: Math.max(...all.map(({ rss }) => rss)),
      });
    });
  });

const lab = async (count: number) => {
  const child = fork(join(__dirname, 'lab-process.js'), [String(count)]);
  const next = (): Promise<Told> => new Promise((resolve) => child.once('message', (said) => resolve(said as Told)));
  const first = await next();
  const cpu = async (): Promise<number> => {
    const answer = next();
    child.send('cpu');
    const said = await answer;
    return 'cpuMs' in said ? said.cpuMs / 1000 : 0;
  };
  return { places: 'places' in first ? first.places : [], cpu, close: () => child.kill() };
};

const steps: readonly (readonly [string, readonly string[], readonly number[]])[] = [
  ['synth', ['synth', '--out', 'out'], [0]],
  ['lint', ['lint'], [0, 2]],
  ['plan', ['plan', '--manifest', 'out', '--brief'], [2]],
  ['rollout start', ['rollout', 'start', '--manifest', 'out', '--yes'], [0]],
];

/** What each command takes for so many routers, which are in a process of their own. */
export const rows = async (count: number): Promise<readonly Row[]> => {
  const routers = await lab(count);
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  const lines = routers.places.map(
    ({ host, port, fingerprint }, n) => `r${n},${host},${port},${fingerprint},${n % 2 ? 'north' : 'south'}`,
  );
  writeFileSync(join(room, 'routers.csv'), ['name,host,port,fingerprint,region', ...lines, ''].join('\n'));
  writeFileSync(join(room, 'main.cjs'), program);
  writeFileSync(join(room, 'cdktf.json'), JSON.stringify({ language: 'typescript', app: 'node main.cjs' }));
  const found: Row[] = [];
  try {
    for (const [what, args, codes] of steps) {
      const before = await routers.cpu();
      const took = await run(room, args, codes);
      const theirs = (await routers.cpu()) - before;
      found.push({
        what: `${what}, ${count.toLocaleString('en')} routers of a CSV file, 5 objects each`,
        time: `${took.seconds.toFixed(1)} s`,
        'CPU of ours': `${took.cpu.toFixed(1)} s`,
        'CPU of the simulated routers': theirs < 0.05 ? '' : `${theirs.toFixed(1)} s`,
        'memory (rss)': `${took.rss.toFixed(0)} MiB`,
      });
    }
    return found;
  } finally {
    routers.close();
    rmSync(room, { recursive: true });
  }
};

if (require.main === module)
  void rows(Number(process.argv[2] ?? 1000)).then((found) => process.stdout.write(`${table(found)}\n`));
