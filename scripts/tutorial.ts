/**
 * Runs docs/tutorial.md from top to bottom in an empty folder, against simulated devices, and fills its blocks with what
 * the commands print. `--check` changes nothing and fails when the page is stale.
 *
 * The page is the program. A step is a comment, and the block behind it:
 *   file NAME           the block is written to the file
 *   show NAME           the block is what the file holds
 *   set                 the block exports variables
 *   edit NAME "A" "B"   A becomes B in the file
 *   lab                 starts the simulated devices; the block is what is printed
 *   run WORDS = CODE    runs `tunnelwright WORDS`, demands the exit code; the block is what is printed. RUN is the last run
 *   type TARGET         the block is typed on a device
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { typeOn } from '../test/support/by-hand';
import { displayed, lastRun, stepsOf, type Step } from './tutorial/page';

const page = 'docs/tutorial.md';
const room = resolve('.tutorial');
const variables: Record<string, string> = {};
const command = [resolve('node_modules/tsx/dist/cli.mjs'), resolve('lib/cli/main.ts')];

const start = (words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...command, ...words], {
    cwd: room,
    // The programs of the page import 'tunnelwright', which the project's own settings find as it is here.
    env: { ...process.env, TSX_TSCONFIG_PATH: resolve('tsconfig.json'), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What the command prints on standard output. How far it has come goes to standard error, in an order of its own. */
const run = (words: readonly string[], code: number): Promise<string> =>
  new Promise((done, refuse) => {
    const child = start(words);
    let [out, error] = ['', ''];
    child.stdout!.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr!.on('data', (data: Buffer) => (error += data.toString()));
    child.on('close', (ended) =>
      ended === code
        ? done(out)
        : refuse(new Error(`${words.join(' ')}: exit code ${ended}, not ${code}\n${out}${error}`)),
    );
  });

/** Starts the lab; it runs on beside the steps that follow. */
const startLab = (words: readonly string[]): Promise<{ readonly lab: ChildProcess; readonly out: string }> =>
  new Promise((done, refuse) => {
    const lab = start(words);
    let out = '';
    lab.stderr!.on('data', (data: Buffer) => process.stderr.write(data));
    lab.on('close', () => refuse(new Error(`the lab ended: ${out}`)));
    lab.stdout!.on('data', (data: Buffer) => {
      out += data.toString();
      if (/^End with/m.test(out)) done({ lab, out });
    });
  });

interface Reach {
  readonly devices: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
}

/** Types lines on a simulated device, as a colleague would. */
const type = (at: string, lines: readonly string[]): Promise<void> => {
  const { devices } = JSON.parse(readFileSync(join(room, '.lab/lab.json'), 'utf8')) as Reach;
  return typeOn(devices[at]!, lines);
};

const edit = (file: string, before: string, after: string): void => {
  const text = readFileSync(join(room, file), 'utf8');
  if (!text.includes(before)) throw new Error(`${page}: ${file} does not contain '${before}'`);
  writeFileSync(join(room, file), text.replace(before, after));
};

const perform = async (step: Step, labs: ChildProcess[], printed: string[]): Promise<string | undefined> => {
  const { verb, words, block } = step;
  if (verb === 'file') writeFileSync(join(room, words[0]!), block);
  else if (verb === 'show') return readFileSync(join(room, words[0]!), 'utf8');
  else if (verb === 'edit') edit(words[0]!, words[1]!, words[2]!);
  else if (verb === 'set') {
    for (const [, name, value] of block.matchAll(/^export (\w+)=(.*)$/gm)) variables[name!] = value!.replace(/'/g, '');
  } else if (verb === 'type') {
    await type(
      words[0]!,
      block
        .trim()
        .split('\n')
        .map((line) => line.replace(/^\S*# /, '')),
    );
  } else if (verb === 'lab') {
    const { lab, out } = await startLab(['lab', ...words]);
    labs.push(lab);
    return `$ npx tunnelwright ${['lab', ...words].join(' ')}\n${out}`;
  } else {
    const asked = words.map((word) => (word === 'RUN' ? lastRun(printed) : word));
    const out = await run(asked, step.code);
    printed.push(out);
    return `$ npx tunnelwright ${asked.join(' ')}\n${out}`;
  }
  return undefined;
};

const filled = async (text: string): Promise<string> => {
  const labs: ChildProcess[] = [];
  const printed: string[] = [];
  const blocks: string[] = [];
  try {
    for (const step of stepsOf(text)) {
      const shown = await perform(step, labs, printed);
      if (shown !== undefined) blocks.push(shown);
    }
  } finally {
    for (const lab of labs) lab.removeAllListeners('close').kill('SIGINT');
  }
  return displayed(text, blocks);
};

const main = async (): Promise<void> => {
  rmSync(room, { recursive: true, force: true });
  mkdirSync(room);
  const before = readFileSync(page, 'utf8');
  const after = await filled(before);
  rmSync(room, { recursive: true, force: true });
  if (after === before) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${page} is stale: run \`npm run tutorial\` and commit it\n`);
    process.exitCode = 1;
  } else writeFileSync(page, after);
};

void main();
