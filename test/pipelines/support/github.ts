/** Runs the steps of the workflow that `init` wrote, as GitHub would, with the forge of the test in its place. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Forge, Pull, Run } from './forge';
import { evaluate, filledIn, isTrue, type Scope } from './expressions';
import { ghIn } from './gh';
import { keep, Shell, type Ended, type Packages } from './steps';

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What happened, to which a workflow answers. */
export interface Happened {
  readonly event: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch';
  readonly pull?: Pull;
  readonly inputs?: { readonly run?: string; readonly disruption?: boolean };
}

export interface Ran {
  readonly run: Run;
  /** By job: its steps that were run, in their order. A job that was skipped is not there. */
  readonly jobs: Readonly<Record<string, readonly Ended[]>>;
  /** What a step of a job printed, with how far it has come. */
  out(job: string, step: string): string;
  /** Its command, and what it printed; where it printed nothing, what it said instead. */
  shown(job: string, step: string): string;
}

export interface GithubOptions {
  readonly forge: Forge;
  readonly packages: Packages;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Jobs that passed already with the same files, and are not run again. */
  readonly passed: readonly string[];
}

const token = 'token-of-the-run';

/** What a workflow knows of what happened. */
const contextOf = ({ event, pull }: Happened, forge: Forge): Scope => ({
  event_name: event,
  repository: 'example/office-vpn',
  ref: pull ? `refs/pull/${pull.number}/merge` : `refs/heads/${forge.branch}`,
  ref_name: pull ? `${pull.number}/merge` : forge.branch,
  base_ref: pull ? forge.branch : '',
  event: {
    repository: { default_branch: forge.branch },
    pull_request: { number: pull?.number, head: { repo: { full_name: pull?.repository } } },
  },
});

/** One job, in a clone of its own. */
const runJob = async (
  id: string,
  job: Job,
  happened: Happened,
  run: Run,
  { forge, packages, vars, secrets }: GithubOptions,
): Promise<readonly Ended[]> => {
  const folder = happened.pull ? forge.checkout(id, happened.pull.branch, forge.branch) : forge.checkout(id);
  const [environment, summary] = [`${folder}.env`, `${folder}.summary`];
  writeFileSync(environment, '');
  const shell = new Shell(folder, ['-e']);
  const ended: Ended[] = [];
  const failed = (): boolean => ended.some(({ code }) => code !== 0);
  const scope = (): Scope => ({
    vars,
    secrets,
    inputs: { run: '', disruption: false, ...happened.inputs },
    github: { token, ...contextOf(happened, forge) },
    always: () => true,
    cancelled: () => false,
    success: () => !failed(),
    hashFiles: (file: string) => (existsSync(join(folder, file)) ? 'there' : ''),
  });
  const said = (given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(given).map(([name, text]) => [name, filledIn(String(text), scope())]));
  const written = (): Readonly<Record<string, string>> =>
    Object.fromEntries([...readFileSync(environment, 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, a, b]) => [a!, b!]));
  const gh = ghIn(forge, folder, token, job.permissions);
  for (const step of job.steps) {
    const name = step.name ?? step.run ?? step.uses!;
    const asks = step.if !== undefined && /\b(always|cancelled|success)\(/.test(step.if);
    if ((!asks && failed()) || (step.if !== undefined && !isTrue(step.if, scope()))) continue;
    if (step.run === 'npm ci') packages.install(folder);
    else if (step.run !== undefined) {
      const env = {
        ...said(job.env),
        ...written(),
        ...said(step.env),
        ...(await gh.env()),
        GITHUB_ENV: environment,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_SHA: forge.git(folder, 'rev-parse', 'HEAD'),
        GITHUB_REPOSITORY: 'example/office-vpn',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_RUN_ID: String(run.number),
      };
      ended.push(await shell.step(name, filledIn(step.run, scope()), env));
    } else if (step.uses!.startsWith('actions/upload-artifact@')) {
      const { name: artifact, path } = step.with as { readonly name: string; readonly path: string };
      const kept = forge.folder(artifact);
      keep(folder, kept, path);
      run.artifacts.set(artifact, kept);
    } else if (step.uses!.startsWith('github/codeql-action/upload-sarif@')) {
      JSON.parse(readFileSync(join(folder, String(step.with!['sarif_file'])), 'utf8'));
    } else if (!/^actions\/(checkout|setup-node)@/.test(step.uses!)) throw new Error(`${step.uses} is not played here`);
  }
  shell.end();
  gh.close();
  return ended;
};

/** Runs the jobs that answer to what happened. */
export const play = async (happened: Happened, options: GithubOptions): Promise<Ran> => {
  const { forge, vars, passed } = options;
  const { event, pull, inputs } = happened;
  const source = pull ? forge.checkout('workflow', pull.branch, forge.branch) : forge.checkout('workflow');
  const { on, jobs } = parse(readFileSync(join(source, '.github/workflows/vpn.yml'), 'utf8')) as Workflow;
  if (event === 'push' && !on.push.branches.includes(forge.branch)) throw new Error('a push is not heard');
  const commit = pull?.head ?? forge.head(forge.branch);
  const run: Run = { number: 7000 + forge.runs.length, event, commit, succeeded: true, artifacts: new Map() };
  forge.runs.push(run);
  const all: Record<string, readonly Ended[]> = {};
  const fine = new Set(event === 'schedule' ? [] : passed);
  const scope = {
    vars: { VPN_RUNNER: '', ...vars },
    github: contextOf(happened, forge),
    inputs: { run: '', ...inputs },
  };
  for (const [id, job] of Object.entries(jobs)) {
    if (passed.includes(id)) continue;
    if (job.needs !== undefined && !fine.has(job.needs)) continue;
    if (job.if !== undefined && evaluate(job.if, scope) !== true) continue;
    all[id] = await runJob(id, job, happened, run, options);
    if (all[id].every(({ code }) => code === 0)) fine.add(id);
    else run.succeeded = false;
  }
  const stepOf = (job: string, step: string): Ended | undefined => all[job]?.find(({ name }) => name === step);
  return {
    run,
    jobs: all,
    out: (job, step) => stepOf(job, step)?.out ?? `(${job}: ${step} was not run)`,
    shown: (job, step) => {
      const { printed, out } = stepOf(job, step)!;
      return `$ ${jobs[job]!.steps.find(({ name }) => name === step)!.run}\n${printed || out}`;
    },
  };
};
