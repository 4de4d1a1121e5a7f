import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './mapping';

/** How much a run does: by its flags. */
export interface Amounts {
  readonly kills: number;
  readonly fuzz: number;
}

/** A part of a run, and a row of the page. */
export interface Suite {
  readonly name: string;
  readonly title: string;
  /** Files, or folders of them. */
  readonly tests: readonly string[];
  readonly env: (amounts: Amounts) => Readonly<Record<string, string>>;
}

const nothing = (): Readonly<Record<string, string>> => ({});
const own = ['fuzz.test.ts', 'killed-fmc.attack.ts'];
/** Hostile devices, networks, files and hands: everything that has no row of its own. */
const hostile = readdirSync(join(root, 'test/attack'))
  .filter((file) => /\.(test|attack)\.ts$/.test(file) && !own.includes(file))
  .map((file) => `test/attack/${file}`);

/** Those whose files are there. A new suite is an entry here. */
export const suites: readonly Suite[] = [
  {
    name: 'kills',
    title: 'the command killed at a random byte or request, a router and an FMC in one run',
    tests: ['test/scenarios/laws/kill.test.ts'],
    env: ({ kills }) => ({ KILLS: String(kills) }),
  },
  {
    name: 'kills-fmc',
    title: 'a run of each FMC example killed at a request',
    tests: ['test/attack/killed-fmc.attack.ts'],
    env: ({ kills }) => ({ KILLS: String(Math.ceil(kills / 10)) }),
  },
  {
    name: 'kills-postgres',
    title:
      'ledgers in PostgreSQL: the command killed at a random byte; two runs at once, one frozen, the database stopped',
    tests: ['test/stores/team.stores.ts'],
    env: ({ kills }) => ({ STORE_KILLS: String(kills) }),
  },
  {
    name: 'kills-s3',
    title: "ledgers in S3 (moto's): the command killed at a random byte; one frozen past its lease",
    tests: ['test/stores/team-s3.stores.ts'],
    env: ({ kills }) => ({ STORE_KILLS: String(kills) }),
  },
  {
    name: 'kills-rollout',
    title: 'a rollout of 16 routers whose process, or PostgreSQL with its ledgers, is killed; another process goes on',
    tests: ['test/stores/rollout.stores.ts'],
    env: ({ kills }) => ({ ROLLOUT_KILLS: String(kills) }),
  },
  {
    name: 'kills-temporal',
    title:
      'a rollout that Temporal carries, ten routers for each kill: of a worker, of both, of its server, of PostgreSQL',
    tests: ['test/temporal/kills.temporal.ts'],
    env: ({ kills }) => ({ KILLS: String(kills) }),
  },
  {
    name: 'faults',
    title: 'faults of devices: refusals, drops, reloads, throttling, wrong answers',
    tests: [
      'command-lines/router-faults',
      'command-lines/router-drops',
      'command-lines/router-reload',
      'command-lines/asa-faults',
      'fmc/fmc-faults',
      'laws/services-faults',
    ].map((name) => `test/scenarios/${name}.test.ts`),
    env: nothing,
  },
  {
    name: 'fuzz',
    title: 'every parser fed with mutated texts and answers',
    tests: ['test/attack/fuzz.test.ts'],
    env: ({ fuzz }) => ({ FUZZ: String(fuzz) }),
  },
  { name: 'hostile', title: 'hostile devices, networks, files and hands', tests: hostile, env: nothing },
];
