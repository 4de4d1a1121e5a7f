/**
 * Fills the README with real output: the program in it is run, and what it makes is put between the marks.
 * `--check` changes nothing and fails when the README is stale.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { startWorld } from '../lib/lab/world';

const room = '.demo-readme';
const fence = '```';

/** Runs the command; the lab lives in this process, so its clients must not block it. */
const tw = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', ['tsx', 'lib/cli/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (error += data.toString()));
    const failed = (): void => reject(new Error(`${args.join(' ')}\n${out}${error}`));
    child.on('close', (code) => (code === 0 || code === 2 ? resolve(out) : failed()));
  });

const put = (readme: string, mark: string, language: string, text: string): string => {
  const place = new RegExp(`<!-- ${mark} -->[\\s\\S]*?<!-- end -->`);
  if (!place.test(readme)) throw new Error(`README.md has no place for ${mark}`);
  return readme.replace(
    place,
    () => `<!-- ${mark} -->\n${fence}${language}\n${text.trimEnd()}\n${fence}\n<!-- end -->`,
  );
};

const made = async (readme: string): Promise<string> => {
  const program = new RegExp(`${fence}ts\\n([\\s\\S]*?)${fence}`).exec(readme)?.[1];
  if (program === undefined) throw new Error('README.md has no program');
  const main = `${room}/main.ts`;
  writeFileSync(main, program);
  await tw('synth', '--app', main, '--out', `${room}/out`);
  const at = (name: string): string => readFileSync(`${room}/out/stacks/mumbai/${name}`, 'utf8');
  const requests = JSON.parse(at('fmc.requests.json')) as readonly { path: string }[];

  const world = await startWorld();
  world.describe(room);
  const shared = ['--lab', `${room}/lab.json`];
  await tw('apply', '--app', main, '--yes', ...shared);
  writeFileSync(main, program.replace('authentication: ', 'lifetimes: { ike: 14400 },\n  authentication: '));
  const plan = await tw('plan', '--app', main, ...shared);
  await world.close();

  const config = at('edge.cfg').replace(/^! .*\n/gm, '');
  const request = JSON.stringify(
    requests.find((r) => r.path.includes('/ikesettings/')),
    undefined,
    2,
  );
  return [
    ['cfg', 'text', config],
    ['request', 'json', request],
    ['plan', 'text', plan.replaceAll(' (lab)', '')],
  ].reduce((text, [mark, language, body]) => put(text, mark!, language!, body!), readme);
};

const main = async (): Promise<void> => {
  rmSync(room, { recursive: true, force: true });
  mkdirSync(room);
  const before = readFileSync('README.md', 'utf8');
  const after = await made(before);
  rmSync(room, { recursive: true, force: true });
  if (after === before) return;
  if (process.argv.includes('--check')) {
    process.stderr.write('README.md is stale: run `npm run readme` and commit it\n');
    process.exitCode = 1;
  } else writeFileSync('README.md', after);
};

void main();
