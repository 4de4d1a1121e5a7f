/** Each file that a command is given or writes, at fault: said in words at the file, with what to do, and exit code 1. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stableJson } from '../../lib/kernel/json';
import { readSavedPlan } from '../../lib/cli/saved-plan';
import { ProblemError } from '../../lib/kernel/problem';
import { parseManifest, type Manifest } from '../../lib/run/manifest';
import { compiled } from '../support/compiled';
import { expectNoStack, tw, type Ran } from '../support/command';
import { edge, manifestOf } from '../support/scenario';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  mkdirSync(join(room, 'folder'));
  writeFileSync(join(room, 'bad.json'), '{ "format": ');
  writeFileSync(join(room, 'null.json'), 'null');
  writeFileSync(join(room, 'locked'), '{}', { mode: 0 });
  writeFileSync(
    join(room, 'net.json'),
    stableJson(
      manifestOf((stack) => void edge(stack, { host: '127.0.0.1', port: 1 })),
      2,
    ),
  );
  writeFileSync(join(room, 'odd.cfg'), 'ip local pool P 10.0.0.1 10.0.0.9\nfrobnicate all\n');
  writeFileSync(join(room, 'edge.cfg'), 'hostname edge\n');
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

const run = (args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Promise<Ran> =>
  tw({ lab: '', ledgers: join(room, 'ledgers') }, args, { cwd: room, env: { TUNNELWRIGHT_LAB: undefined, ...env } });
/** Words of the engine or of zod that say nothing to a person. */
const raw =
  /\b(ENOENT|EACCES|EISDIR|ENOTDIR|ENOSPC|EFBIG|ENAMETOOLONG|TypeError|SyntaxError|Unexpected token|Cannot read prop|in JSON at)\b/;
const saysWhere = (ran: Ran, file: string): void => {
  expect([ran.code, ran.out]).toEqual([1, '']);
  expect(ran.err).toContain(file);
  expect(ran.err).toMatch(/^\[.+\] .+\n {4}→ .+/);
  expect(ran.err).not.toMatch(raw);
  expect(ran.err).not.toMatch(/fault of Tunnelwright/);
  expectNoStack(ran);
};

const faults = ['folder', 'nowhere', 'bad.json', 'null.json', 'edge.cfg/below', 'x'.repeat(300)] as const;
const reads: Readonly<Record<string, (file: string) => readonly string[]>> = {
  'plan --manifest': (file) => ['plan', '--manifest', file],
  'apply --manifest': (file) => ['apply', '--yes', '--manifest', file],
  'verify --manifest': (file) => ['verify', '--manifest', file],
  'drift --manifest': (file) => ['drift', '--manifest', file],
  'certs --manifest': (file) => ['certs', '--manifest', file],
  'rollback --manifest': (file) => ['rollback', '--run', 'x', '--manifest', file],
  'lint --manifest': (file) => ['lint', '--manifest', file],
  'synth --manifest': (file) => ['synth', '--manifest', file],
  'apply PLAN': (file) => ['apply', file],
  'plan --lab': (file) => ['plan', '--manifest', 'net.json', '--lab', file],
  'lab --manifest': (file) => ['lab', '--manifest', file],
};
/** Every command starts a process: a sample here, all of them where ALL_FAULTS is set. */
const sampled = <T>(all: readonly T[]): readonly T[] =>
  process.env['ALL_FAULTS'] ? all : all.filter((_one, i) => i % 12 === 0);
const table = Object.entries(reads).flatMap(([command, args]) =>
  faults.map((fault) => [command, fault, args] as const),
);
test.each(sampled(table))('%s of %s', async (_command, fault, args) => {
  saysWhere(await run(args(fault)), fault.slice(0, 60));
});

const texts: readonly (readonly [string, readonly string[], string])[] = [
  ['inspect of a directory', ['inspect', 'folder', '--platform', 'ios-xe'], 'folder'],
  ['inspect below a file', ['inspect', 'edge.cfg/below', '--platform', 'ios-xe'], 'edge.cfg/below'],
  ['lint of a directory', ['lint', 'folder', '--platform', 'ios-xe'], 'folder'],
  ['lab --boot of a directory', ['lab', '--manifest', 'net.json', '--boot', 'edge=folder'], 'folder'],
  ['lab --out on a file', ['lab', '--out', 'edge.cfg'], 'edge.cfg'],
];
test.each(texts)('%s', async (_name, args, file) => saysWhere(await run(args), file));

const program = (name: string): string => {
  writeFileSync(
    join(room, name),
    `const tw = require(${JSON.stringify(join(compiled, 'constructs/index.js'))});
const app = new tw.App();
new tw.IosXeRouter(new tw.VpnStack(app, 'net'), 'edge', { host: '127.0.0.1', release: '17.9', login: tw.Login.fromEnv('NO') });
app.synth();\n`,
  );
  return name;
};

describe('where something is written', () => {
  test('synth --out on a file', async () => {
    saysWhere(await run(['synth', '--app', program('main.js'), '--out', 'edge.cfg']), 'edge.cfg');
  });
  test('synth into a directory below a file, by the program itself', () => {
    const ran = spawnSync(process.execPath, [program('main.js')], {
      cwd: room,
      env: { ...process.env, CDKTF_OUTDIR: 'edge.cfg/out' },
      encoding: 'utf8',
    });
    expect([ran.status, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/^\[.*edge\.cfg.*\] .+\n {4}→ .+\n\n1 problem, nothing/),
    ]);
    expect(ran.stderr).not.toMatch(raw);
  });
  test('plan --out on a directory', async () => {
    const ran = await run(['plan', '--manifest', 'net.json', '--out', 'folder']);
    expect(ran.err).toMatch(/\[folder\] is a directory, and a file is needed\n {4}→ /);
    expect(readdirSync(join(room, 'folder'))).toEqual([]);
  });
  test('a ledger directory that is a file', async () => {
    const ran = await run(['plan', '--manifest', 'net.json', '--ledger', 'edge.cfg'], {
      EDGE_USERNAME: 'a',
      EDGE_PASSWORD: 'b',
    });
    expect(ran.out + ran.err).toMatch(/\[.*edge\.cfg.*\] .+\n +→ .+/);
    expectNoStack(ran);
    expect(ran.code).not.toBe(0);
  });
  test('a file that may not be as large: what was there stays whole', () => {
    const out = join(room, 'full');
    mkdirSync(out, { recursive: true });
    const line = `ulimit -f 0; exec ${process.execPath} ${join(compiled, 'lib/cli/main.js')} plan --manifest net.json --out full/p.json`;
    writeFileSync(join(out, 'p.json'), 'before');
    const ran = spawnSync('sh', ['-c', `trap '' XFSZ; ${line}`], { cwd: room, encoding: 'utf8' });
    expect(ran.stderr).not.toMatch(raw);
    expect(ran.stderr).not.toMatch(/^\s+at /m);
    expect(ran.status).not.toBe(0);
    expect(readFileSync(join(out, 'p.json'), 'utf8')).toBe('before');
    expect(readdirSync(out)).toEqual(['p.json']);
  });
});

const root = process.getuid?.() === 0;
(root ? test.skip : test)('a file without the right to read it (not shown to root, who may read all)', async () => {
  chmodSync(join(room, 'locked'), 0);
  saysWhere(await run(['plan', '--manifest', 'locked']), 'locked');
});

test('a ledger of a target that nobody declares any more cannot be read: the plan goes on, and says so', async () => {
  const ledgers = join(room, 'orphans');
  mkdirSync(ledgers);
  writeFileSync(join(ledgers, 'net.gone.json'), '{ not json');
  const ran = await run(['plan', '--manifest', 'net.json', '--ledger', ledgers], {
    EDGE_USERNAME: 'a',
    EDGE_PASSWORD: 'b',
  });
  expect(ran.out).toMatch(/net\/gone is not declared by the program, and its ledger is unreadable: /);
  expect(ran.code).toBe(3);
  expect(existsSync(join(ledgers, 'net.gone.json'))).toBe(true);
});

test('destroy --keep does not end well where a ledger cannot be read: what stays is not known', async () => {
  const keep = async (ledger: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> => {
    const ledgers = mkdtempSync(join(room, 'keep-'));
    writeFileSync(join(ledgers, ledger), '{ not json');
    return run(['destroy', '--keep', '--manifest', 'net.json', '--ledger', ledgers], env);
  };
  const declared = await keep('net.edge.json');
  expect([declared.code, declared.out]).toEqual([
    3,
    expect.stringMatching(
      /^! net\/edge may stay configured, and its ledger is unreadable: [^]*\nWhat stays is known when each ledger can be read\. Then run this again\.\n$/,
    ),
  ]);
  const gone = await keep('net.gone.json', { TUNNELWRIGHT_STARTED_BY: 'terraform' });
  expect([gone.code, gone.out]).toEqual([3, expect.stringMatching(/Then run Terraform again; .* terraform state rm/)]);
});

test('what nobody foresaw is one line that says whose fault it is, and how to see more', () => {
  const start = (env: Readonly<Record<string, string>>) =>
    spawnSync(
      process.execPath,
      [
        '-e',
        `const main = ${JSON.stringify(join(compiled, 'lib/cli/main.js'))};
         require(main);
         delete require.cache[main];
         String.prototype.padStart = () => { throw new TypeError('boom'); };
         process.argv = [process.argv[0], 'inspect', 'odd.cfg', '--platform', 'ios-xe'];
         require('node:module')._load(main, null, true);`,
      ],
      { cwd: room, encoding: 'utf8', env: { ...process.env, ...env } },
    );
  const plain = start({});
  expect([plain.status, plain.stdout, plain.stderr]).toEqual([
    1,
    expect.any(String),
    '[tunnelwright] boom. This is a fault of Tunnelwright\n    → report it; TUNNELWRIGHT_DEBUG=1 shows where it happened\n',
  ]);
  expect(start({ TUNNELWRIGHT_DEBUG: '1' }).stderr).toMatch(/TypeError: boom\n\s+at /);
});

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.problems[0]?.code : String(error);
  }
};

describe('a manifest of which any one part is something else', () => {
  const whole = (): Manifest => JSON.parse(readFileSync(join(room, 'net.json'), 'utf8')) as Manifest;
  /** Every copy of the value with one part of it replaced. */
  const spoilt = (value: unknown, by: unknown, depth = 0): readonly unknown[] =>
    typeof value !== 'object' || value === null || depth > 4
      ? [by]
      : [
          by,
          ...Object.entries(value).flatMap(([key, part]) =>
            spoilt(part, by, depth + 1).map((each) =>
              Array.isArray(value)
                ? value.map((own: unknown, i) => (String(i) === key ? each : own))
                : { ...value, [key]: each },
            ),
          ),
        ];
  test.each([null, 0, 'x', [null], {}])('%j', (by) => {
    const strange = spoilt(whole(), by).flatMap((manifest) => {
      try {
        parseManifest(JSON.stringify(manifest), 'm.json');
        return [];
      } catch (error) {
        return error instanceof ProblemError ? [] : [String(error)];
      }
    });
    expect(strange).toEqual([]);
  });
  const items: readonly (readonly [string, string])[] = [
    ['items', 'items'],
    ['externals', 'externals'],
    ['secrets', 'secrets'],
  ];
  test.each(items)('null among %s is refused, in a manifest and in a saved plan', (_name, key) => {
    const manifest = JSON.parse(JSON.stringify(whole())) as { targets: { desired: Record<string, unknown> }[] };
    manifest.targets[0]!.desired[key] = [null];
    expect(codeOf(() => parseManifest(JSON.stringify(manifest), 'm.json'))).toBe('manifest.corrupt');
    const targets = [{ basis: 'x', work: { stack: 'net', target: manifest.targets[0] } }, null];
    for (const target of targets) {
      const file = join(room, 'p.json');
      writeFileSync(file, JSON.stringify({ format: 'tunnelwright-plan-1', adopt: false, targets: [target] }));
      expect(codeOf(() => readSavedPlan(file))).toBe('plan.corrupt');
    }
  });
});
