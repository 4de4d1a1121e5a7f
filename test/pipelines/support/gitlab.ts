/** Runs the jobs of the pipeline that `init` wrote, as GitLab would, with the forge of the test in its place. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evaluate } from './expressions';
import type { Forge, Pull, Run } from './forge';
import { keep, Shell, type Ended, type Packages } from './steps';

interface Rule {
  readonly if: string;
  readonly when?: 'manual';
}
interface Job {
  readonly rules: readonly Rule[];
  readonly needs?: readonly (string | { readonly job: string; readonly optional?: boolean })[];
  readonly script: readonly string[];
  readonly artifacts?: { readonly paths: readonly string[]; readonly reports?: Readonly<Record<string, string>> };
}
interface Pipeline {
  readonly workflow: { readonly rules: readonly Rule[] };
  readonly default: { readonly before_script: readonly string[] };
  readonly variables: Readonly<Record<string, string>>;
}

/** What happened, to which a pipeline answers. */
export interface Happened {
  readonly source: 'push' | 'merge_request_event' | 'schedule' | 'web';
  readonly pull?: Pull;
  /** Jobs that a person starts. */
  readonly manual?: readonly string[];
}

export interface GitlabOptions {
  readonly forge: Forge;
  readonly packages: Packages;
  /** Variables of the project. */
  readonly variables: Readonly<Record<string, string>>;
  readonly api: string;
  /** Jobs that passed already with the same files, and are not run again. */
  readonly passed: readonly string[];
}

type Variables = Readonly<Record<string, string>>;

const holds = (condition: string, variables: Variables): boolean =>
  Boolean(
    evaluate(
      condition.replace(/\$(\w+)/g, (_, name: string) => `value('${name}')`),
      { value: (name: string) => variables[name] },
    ),
  );

/** How a job of this pipeline is begun: by itself, by a person, or not at all. */
const ruleOf = ({ rules }: Pick<Job, 'rules'>, variables: Variables): Rule | undefined =>
  rules.find((rule) => holds(rule.if, variables));

const given = ({ source, pull }: Happened, { forge, variables, api }: GitlabOptions): Variables => ({
  ...variables,
  CI_PIPELINE_SOURCE: source,
  CI_API_V4_URL: api,
  CI_PROJECT_ID: '4711',
  CI_DEFAULT_BRANCH: forge.branch,
  CI_JOB_URL: 'https://gitlab.example.net/network/office-vpn/-/jobs/1',
  CI_COMMIT_SHA: pull?.head ?? forge.head(forge.branch),
  ...(pull === undefined
    ? { CI_COMMIT_BRANCH: forge.branch }
    : { CI_MERGE_REQUEST_IID: String(pull.number), CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '4711' }),
});

const runJob = async (
  id: string,
  job: Job,
  pipeline: Pipeline,
  happened: Happened,
  run: Run,
  options: GitlabOptions,
): Promise<Ended> => {
  const { forge, packages } = options;
  const folder = forge.checkout(id, happened.pull?.branch);
  for (const need of job.needs ?? []) {
    const kept = run.artifacts.get(typeof need === 'string' ? need : need.job);
    if (kept !== undefined && existsSync(join(kept, 'plan.json'))) keep(kept, folder, 'plan.json');
  }
  const variables = given(happened, options);
  const own = Object.fromEntries(
    Object.entries(pipeline.variables).map(([name, text]) => [
      name,
      text.replace(/\$(\w+)/g, (_, other: string) => variables[other] ?? ''),
    ]),
  );
  const shell = new Shell(folder, ['-eo', 'pipefail']);
  for (const line of pipeline.default.before_script) packages.install(folder, line.replace(/^npm ci ?/, '').split(' '));
  const ended = await shell.step(id, job.script.join('\n'), { ...variables, ...own });
  shell.end();
  const files = [...(job.artifacts?.paths ?? []), ...Object.values(job.artifacts?.reports ?? {})];
  const kept = forge.folder(`${id}-artifacts`);
  for (const file of files) if (existsSync(join(folder, file))) keep(folder, kept, file);
  run.artifacts.set(id, kept);
  return ended;
};

/** Runs the jobs that answer to what happened; gives how each ended. */
export const play = async (happened: Happened, options: GitlabOptions): Promise<ReadonlyMap<string, Ended>> => {
  const { forge, passed } = options;
  const source = forge.checkout('pipeline', happened.pull?.branch);
  const {
    stages,
    workflow,
    default: defaults,
    variables,
    ...jobs
  } = parse(readFileSync(join(source, '.gitlab-ci.yml'), 'utf8')) as Pipeline & { readonly stages: readonly string[] };
  const said = given(happened, options);
  const all = new Map<string, Ended>();
  if (stages.length === 0 || ruleOf(workflow, said) === undefined) return all;
  const commit = said['CI_COMMIT_SHA']!;
  const run: Run = {
    number: forge.runs.length + 1,
    event: happened.source,
    commit,
    succeeded: true,
    artifacts: new Map(),
  };
  forge.runs.push(run);
  const there = new Set<string>();
  for (const [id, job] of Object.entries(jobs as unknown as Readonly<Record<string, Job>>)) {
    const rule = ruleOf(job, said);
    if (rule === undefined || (rule.when === 'manual' && !happened.manual?.includes(id))) continue;
    const needs = (job.needs ?? []).flatMap((need) =>
      typeof need === 'string' ? [need] : need.optional && !there.has(need.job) ? [] : [need.job],
    );
    there.add(id);
    if (passed.includes(id)) continue;
    if (needs.some((need) => !passed.includes(need) && all.get(need)?.code !== 0)) continue;
    const ended = await runJob(id, job, { workflow, default: defaults, variables }, happened, run, options);
    all.set(id, ended);
    if (ended.code !== 0) run.succeeded = false;
  }
  return all;
};
