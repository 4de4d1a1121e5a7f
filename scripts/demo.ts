/**
 * The whole story in two minutes, on simulated devices: plan, apply, verify, drift, a change in code at both ends, and the
 * way back.
 * Every command is the one that a user runs; only the devices are not real.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { typeOn } from '../test/support/by-hand';
import { startWorld, type World } from '../lib/lab/world';

const room = '.demo';
const program = 'examples/site-to-site-certificate/main.ts';
const env = { TUNNELWRIGHT_LAB: `${room}/lab.json`, TUNNELWRIGHT_LEDGER: `${room}/ledger` };

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const title = (text: string): void => say(`\n━━ ${text}\n`);

interface Expected {
  readonly code: number;
  /** Demanded where standard output passes through here. On a terminal the command writes to it by itself. */
  readonly says?: RegExp;
  /** What is so on the devices afterwards, demanded always. */
  readonly so?: Readonly<Record<string, () => boolean>>;
}

/** The run that apply has named last: on a terminal this script does not read what it prints. */
const lastRun = (): string =>
  readdirSync(env.TUNNELWRIGHT_LEDGER, { recursive: true, encoding: 'utf8' })
    .flatMap((file) => /\.(\d{8}-\d{6}-\w+)\.run$/.exec(file)?.[1] ?? [])
    .sort()
    .at(-1)!;

/** How far a command has come, where nothing is done: on a terminal it is overwritten, in a log it tells nothing. */
const isWaiting = (line: string): boolean =>
  /^\w+: (?:connecting to |reading\b|deploying to .*\(|rolling back \()/.test(line);

/** Hands lines on as they come, without those of waiting. */
const withoutWaiting = (write: (text: string) => void) => {
  let rest = '';
  return {
    take: (data: Buffer): void => {
      const lines = `${rest}${data.toString()}`.split('\n');
      rest = lines.pop()!;
      for (const line of lines) if (!isWaiting(line)) write(`${line}\n`);
    },
    end: (): void => write(rest),
  };
};

/** Runs `tw` on the terminal that we are given, and demands what the story tells. */
const tw = (words: string, { code, says, so = {} }: Expected): Promise<void> =>
  new Promise((resolve, reject) => {
    say(`$ npm run -s tw -- ${words}\n`);
    const onTerminal = process.stdout.isTTY;
    const child = spawn('npm', ['run', '-s', 'tw', '--', ...words.split(' ')], {
      env: { ...process.env, ...env },
      stdio: ['ignore', onTerminal ? 'inherit' : 'pipe', onTerminal ? 'inherit' : 'pipe'],
    });
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      process.stdout.write(data);
    });
    const progress = withoutWaiting((text) => process.stderr.write(text));
    child.stderr?.on('data', progress.take);
    child.on('error', reject);
    child.on('close', (ended) => {
      progress.end();
      const missing = Object.entries(so).find(([, holds]) => !holds());
      if (ended !== code) reject(new Error(`expected exit code ${code}, got ${ended}`));
      else if (!onTerminal && says && !says.test(said)) reject(new Error(`expected to read ${says}`));
      else if (missing) reject(new Error(`expected ${missing[0]}`));
      else resolve();
    });
  });

/** Logs in to the router over SSH, as an administrator, and types. */
const byHand = async (world: World, lines: readonly string[]): Promise<void> => {
  for (const line of lines) say(`  edge# ${line}`);
  await typeOn(world.edge, lines);
};

/** Whether the router runs with a line now. */
const running = (world: World, words: RegExp) => (): boolean => words.test(world.edge.runningConfig());

const firstApply = async (world: World): Promise<void> => {
  title('What would change? Both ends, from one declaration');
  const stored = (): boolean =>
    world.fmc.objects('policy/ftds2svpns').some((one) => (one as { readonly name?: string }).name === 'mumbai-pune');
  await tw(`plan --app ${program} --brief --out ${room}/plan.json`, {
    code: 2,
    says: /9 to create[\s\S]*8 to create/,
    so: { 'a saved plan': () => existsSync(`${room}/plan.json`), 'nothing on the devices': () => !stored() },
  });

  title('Apply exactly that plan: a rollback is armed on the router, the FMC previews before it deploys');
  await tw(`apply ${room}/plan.json`, {
    code: 0,
    says: /edge: applied[\s\S]*fmc: applied/,
    so: {
      'the tunnel on the router, saved': () => /^interface Tunnel100$/m.test(world.edge.startupConfig()),
      'the topology on the FMC': stored,
    },
  });

  title('Is it as declared, and is the tunnel up?');
  await tw(`verify --app ${program} --wait 10`, { code: 0, says: /Tunnel100: up[\s\S]*mumbai-pune: up/ });

  title('A second plan is empty');
  await tw(`plan --app ${program}`, { code: 0, says: /No changes\./ });
};

const drift = async (world: World): Promise<void> => {
  title('Somebody changes the router by hand');
  await byHand(world, ['configure terminal', 'crypto ikev2 profile IKEV2-PROF-CERT', 'lifetime 7200', 'end']);
  say('');
  await tw(`drift --app ${program}`, {
    code: 2,
    says: /drift on edge[\s\S]*\+ lifetime 7200[\s\S]*fmc: no drift/,
    so: { 'the change by hand on the router': running(world, /^ lifetime 7200$/m) },
  });

  title('Apply puts it back');
  await tw(`apply --app ${program} --yes`, {
    code: 0,
    says: /edge: applied[\s\S]*fmc: unchanged/,
    so: { 'the declared lifetime on the router': running(world, /^ lifetime 28800$/m) },
  });
};

const changeInCode = async (world: World): Promise<void> => {
  title('The IKE lifetime is changed in code, once, from 28800 to 14400 seconds: one change at each end');
  const changed = readFileSync(program, 'utf8').replace('ike: 28800', 'ike: 14400');
  writeFileSync(`${room}/main.ts`, changed);
  await tw(`plan --app ${room}/main.ts`, {
    code: 2,
    says: /edge .*: 0 to create, 1 to change, 0 to delete[\s\S]*fmc .*: 0 to create, 1 to change, 0 to delete/,
  });
  await tw(`apply --app ${room}/main.ts --yes`, {
    code: 0,
    says: /edge: applied[\s\S]*fmc: applied/,
    so: { 'the new lifetime on the router': running(world, /^ lifetime 14400$/m) },
  });
};

const rollback = async (world: World): Promise<void> => {
  title('That was one change too many: the last run is taken back at both ends');
  await tw(`rollback --app ${room}/main.ts --run ${lastRun()} --yes --allow-disruption`, {
    code: 0,
    so: { 'the former lifetime on the router': running(world, /^ lifetime 28800$/m) },
  });
  title('The FMC has stored the former policy again; the next apply of the first program deploys it');
  await tw(`apply --app ${program} --yes`, { code: 0, says: /edge: unchanged[\s\S]*fmc: applied/ });
  await tw(`plan --app ${program}`, { code: 0, says: /No changes\./ });
};

const story = async (world: World): Promise<void> => {
  title('The lab is up: an edge router over SSH, an FMC with a firewall pair over HTTPS, both on this machine');
  say(`The program is ${program}; nothing of it is on the devices yet.`);
  say(`export TUNNELWRIGHT_LAB=${env.TUNNELWRIGHT_LAB} TUNNELWRIGHT_LEDGER=${env.TUNNELWRIGHT_LEDGER}`);
  for (const chapter of [firstApply, drift, changeInCode, rollback]) await chapter(world);
  title('That was it. To do it yourself: `npm run tw -- lab` in one terminal, the commands above in another');
};

const main = async (): Promise<void> => {
  rmSync(room, { recursive: true, force: true });
  mkdirSync(room, { recursive: true });
  const world = await startWorld();
  world.describe(room);
  try {
    await story(world);
  } catch (error) {
    process.stderr.write(`\nThe demo did not go as told: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await world.close();
  }
};

void main();
