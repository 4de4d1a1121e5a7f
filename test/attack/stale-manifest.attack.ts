/** A program that writes nothing plans nothing: what another program left behind is never taken for it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../support/compiled';
import { tw, type Ran } from '../support/command';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  mkdirSync(join(room, 'tmp'));
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

const program = (name: string, end: string, stack = 'net'): string => {
  const text = `const tw = require(${JSON.stringify(join(compiled, 'constructs/index.js'))});
const app = new tw.App();
const stack = new tw.VpnStack(app, '${stack}');
new tw.IosXeRouter(stack, 'edge', { host: '127.0.0.1', release: '17.9', login: tw.Login.fromEnv('NO_SUCH') });
${end}\n`;
  writeFileSync(join(room, name), text);
  return name;
};
const run = (args: readonly string[], started?: (child: { kill(signal: 'SIGTERM'): unknown }) => void): Promise<Ran> =>
  tw({ lab: '', ledgers: join(room, 'ledgers') }, args, {
    cwd: room,
    env: { TUNNELWRIGHT_LAB: undefined, TMPDIR: join(room, 'tmp') },
    ...(started ? { started } : {}),
  });
/** What is left of commands in the directory for temporary files; that of tsx is its own. */
const left = (): readonly string[] => readdirSync(join(room, 'tmp')).filter((name) => name.startsWith('tunnelwright-'));
const good = (): string => program('good.js', 'app.synth();');

describe('beside the manifest of an earlier program', () => {
  beforeAll(async () => {
    const ran = await run(['synth', '--app', good()]);
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('cdktf.out/stacks/net/tunnelwright.json')]);
  });
  const ends: Readonly<Record<string, readonly [command: readonly string[], end: string, says: RegExp]>> = {
    'never calls synth': [
      ['apply', '--yes'],
      '',
      /\[bad\.js\] the program ended with 0 and wrote no manifest\n\s+→ declare a VpnStack/,
    ],
    'exits before': [
      ['apply', '--yes'],
      "console.error('so long'); process.exit(0);",
      /wrote no manifest; its last words: so long/,
    ],
    'exits with a code': [
      ['plan'],
      'process.exit(7); app.synth();',
      /\[bad\.js\] the program ended with 7 and said nothing/,
    ],
    'fails after synth': [['synth'], 'app.synth(); process.exit(9);', /\[bad\.js\] the program ended with 9/],
  };
  test.each(Object.entries(ends))('a program that %s', async (_name, [command, end, says]) => {
    const before = readFileSync(join(room, 'cdktf.out/stacks/net/tunnelwright.json'), 'utf8');
    const ran = await run([...command, '--app', program('bad.js', end, 'other')]);
    expect([ran.code, ran.out, ran.err]).toEqual([1, '', expect.stringMatching(says)]);
    expect(readFileSync(join(room, 'cdktf.out/stacks/net/tunnelwright.json'), 'utf8')).toBe(before);
    expect(existsSync(join(room, 'cdktf.out/stacks/other'))).toBe(false);
    expect(left()).toEqual([]);
  });
});

test('two commands at once do not share a directory, and neither leaves one', async () => {
  const apps = ['one', 'two'].map((name) => program(`${name}.js`, 'app.synth();', name));
  const ran = await Promise.all(apps.map((app) => run(['plan', '--app', app])));
  expect(ran.map(({ out }) => /\[(one|two)\/edge\]/.exec(out)?.[1])).toEqual(['one', 'two']);
  expect(left()).toEqual([]);
  expect(existsSync(join(room, 'cdktf.out/stacks/one'))).toBe(false);
});

test('ended in the middle, a command ends its program and leaves no directory', async () => {
  const app = program('slow.js', "console.error('at work'); setTimeout(() => app.synth(), 600000);");
  const ran = await run(['plan', '--app', app], (child) => {
    const { stderr } = child as unknown as { stderr: NodeJS.ReadableStream };
    stderr.once('data', () => child.kill('SIGTERM'));
  });
  expect(ran.code).not.toBe(0);
  expect(ran.err).toMatch(/interrupted. Nothing was changed/i);
  expect(left()).toEqual([]);
});
