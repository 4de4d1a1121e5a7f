/** What devices and files say reaches a terminal with what is hidden in it made visible, whatever command says it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clean, colour, own } from '../../lib/cli/output/streams';
import { stableJson } from '../../lib/kernel/json';
import { visible } from '../../lib/kernel/text';
import { sourcesOf } from '../architecture/sources';
import { tw } from '../support/command';

/** OSC 52 writes the clipboard; CSI moves the cursor; C1 does both without an escape; the rest deceives a reader. */
const hostile = '\u001b]52;c;eA==\u0007 \u001b[2J \u009b31m \u202eevil \u200b \ufeff \u2028';

const active = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

let room: string;
beforeAll(() => (room = mkdtempSync(join(tmpdir(), 'tunnelwright-'))));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(room, name), text);
  return join(room, name);
};
const run = (...args: readonly string[]) => tw({ lab: '', ledgers: join(room, 'ledgers') }, args);

test('what is hidden is written out; tabs and line breaks stay', () => {
  expect(visible('a\u001b[0m\u0085\u202e\u200b\ud800\tb\n\r\nc\r')).toBe(
    'a\\u{1b}[0m\\u{85}\\u{202e}\\u{200b}\\u{d800}\tb\n\r\nc\\u{d}',
  );
  expect(visible('Zürich भारत 東京 😀')).toBe('Zürich भारत 東京 😀');
});

test('JSON escapes it, and keeps the value', () => {
  const value = { [hostile]: `${hostile}\u{e0001}` };
  expect(stableJson(value)).not.toMatch(active);
  expect(JSON.parse(stableJson(value))).toEqual(value);
});

test('our own sequences pass, and nobody can write one', () => {
  expect(clean(`${own('\u001b[2K')}\u001b[2K`)).toBe('\u001b[2K\\u{1b}[2K');
  expect(clean(own('\u001b[2K').replace(/[0-9a-f]{24}/g, '0'.repeat(24)))).not.toMatch(active);
  expect(clean(colour('red')('\u001b[2Jx'))).toMatch(/\\u\{1b\}\[2Jx/);
});

describe('commands', () => {
  const config = (): string =>
    file('edge.cfg', `hostname ${hostile}\ncrypto ikev2 proposal ${hostile}\n encryption ${hostile}\nodd ${hostile}\n`);
  const words: Readonly<Record<string, () => readonly string[]>> = {
    inspect: () => ['inspect', config(), '--platform', 'ios-xe'],
    'inspect --json': () => ['inspect', config(), '--platform', 'ios-xe', '--json'],
    lint: () => ['lint', config(), '--platform', 'ios-xe'],
    'lint --json': () => ['lint', config(), '--platform', 'ios-xe', '--json'],
    'lint --sarif': () => ['lint', config(), '--platform', 'ios-xe', '--sarif'],
    'a file that is not there': () => [
      'inspect',
      `/nowhere/${hostile.replaceAll('\u0000', '')}`,
      '--platform',
      'ios-xe',
    ],
    'an option that there is not': () => ['plan', `--${hostile}`],
    'a program that says it': () => ['plan', '--app', file('says.js', `console.error(${JSON.stringify(hostile)})`)],
  };
  test.each(Object.entries(words))('%s', async (_name, args) => {
    const { out, err } = await run(...args());
    expect(`${out}${err}`).not.toBe('');
    expect(out.replaceAll('\n', '')).not.toMatch(active);
    expect(err.replaceAll('\n', '')).not.toMatch(active);
  });
});

test('only one file of the command writes to the terminal', () => {
  // Besides: problems of a program and of its tables, which runs without the command; words of programs that a declaration names.
  const open = ['lib/cli/output/streams.ts', 'lib/synth/stack.ts', 'lib/kernel/uncaught.ts', 'lib/run/program.ts'];
  const writers = [...sourcesOf('lib'), ...sourcesOf('constructs')]
    .map(({ path }) => path)
    .filter((path) => !open.includes(path) && !path.startsWith('lib/lab/'))
    .filter((path) => {
      const code = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
      return /process\.std(out|err)\b|\bconsole\.(log|error|warn|info|debug)\(/.test(code);
    });
  expect(writers).toEqual([]);
});
