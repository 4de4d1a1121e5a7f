/** Files that options name: a directory that is not there is no place for them, and a terminal none for a picture. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphCommand } from '../../../../lib/cli/commands/graph';
import { showCommand } from '../../../../lib/cli/commands/show';
import { program } from '../../../../lib/cli/command-line';
import type { ProblemError } from '../../../../lib/kernel/problem';
import { demandDirectory } from '../../../../lib/run/host-io';
import { manifestOf } from '../../../support/scenario';
import { scenario } from '../../../scenarios/002-pre-shared-key/network';
import { writeFileSync } from 'node:fs';

let room: string;
const isTTY = process.stdout.isTTY;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'named-'));
  writeFileSync(join(room, 'net.json'), JSON.stringify(manifestOf((stack) => scenario.declare(stack, 'whole'))));
});
afterEach(() => {
  process.stdout.isTTY = isTTY;
  rmSync(room, { recursive: true, force: true });
});
const refusal = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error: ProblemError) => error.problems[0],
    );

test('no directory is made for a file that an option names', async () => {
  const file = join(room, 'slip/x.html');
  const words = { path: `--html ${file}`, message: `there is no directory ${join(room, 'slip')}` };
  expect(await refusal(() => demandDirectory(file, '--html'))).toMatchObject(words);
  expect(await refusal(() => showCommand('none.json', { html: file }))).toMatchObject(words);
  expect(await refusal(() => graphCommand({ html: file }))).toMatchObject(words);
  expect(existsSync(join(room, 'slip'))).toBe(false);
  demandDirectory('x.html', '--html');
});

test('graph takes a file with its form, and floods no terminal', async () => {
  const manifest = join(room, 'net.json');
  const file = join(room, 'net.html');
  expect(await graphCommand({ manifest, html: file })).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/i);
  process.stdout.isTTY = true;
  expect(await refusal(() => graphCommand({ manifest }))).toMatchObject({
    message: 'a terminal shows no picture, only its text',
    hint: 'write it to a file: --svg network.svg',
  });
  expect(await refusal(() => graphCommand({ manifest, dot: 'x.dot', out: 'y.dot' }))).toMatchObject({
    message: '--out names a file too, y.dot',
  });
  const known = program(() => undefined).commands.find((one) => one.name() === 'graph')!;
  expect(known.options.filter(({ optional }) => optional).map(({ long }) => long)).toEqual([
    '--svg',
    '--html',
    '--dot',
  ]);
});
