/** The commands of GitHub's `gh` that the workflow uses, on the forge of the test. What is not known here is refused. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { comment, type Forge, type Pull } from './forge';

interface Asked {
  readonly forge: Forge;
  /** Words that are no options, and options. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** A file of the job. */
  readonly file: (name: string) => string;
  readonly folder: string;
}

interface Command {
  readonly options: readonly string[];
  readonly flags?: readonly string[];
  /** What the token of the job must be allowed, as GitHub documents it for these requests. */
  readonly needs: Readonly<Record<string, 'read' | 'write'>>;
  readonly does: (asked: Asked) => unknown;
}

const issue = (forge: Forge, number: string) => forge.issues.find((each) => each.number === Number(number))!;

/** The user that a workflow's own token is of. */
const actions = 'github-actions[bot]';
const pullOf = (forge: Forge, number: string): Pull => forge.pulls.find((pull) => pull.number === Number(number))!;

const commands: Readonly<Record<string, Command>> = {
  'pr comment': {
    options: ['body-file'],
    needs: { 'pull-requests': 'write' },
    does: ({ forge, words: [number], options, file }) =>
      comment(pullOf(forge, number!), actions, file(options['body-file']!)),
  },
  'api issues/comments': {
    options: [],
    flags: ['paginate'],
    needs: { 'pull-requests': 'read' },
    does: ({ forge, words: [number] }) =>
      pullOf(forge, number!).comments.map(({ id, author, body }) => ({ id, user: { login: author }, body })),
  },
  'api issues/comment': {
    options: ['method', 'field'],
    flags: ['silent'],
    needs: { 'pull-requests': 'write' },
    does: ({ forge, words: [id], options, file }) => {
      if (options['method'] !== 'PATCH') throw new Error(`gh api: ${options['method']} is not known here`);
      const one = forge.pulls.flatMap(({ comments }) => comments).find((each) => each.id === Number(id))!;
      one.body = file(/^body=@(.+)$/.exec(options['field']!)![1]!);
    },
  },
  'run list': {
    options: ['workflow', 'event', 'commit', 'status', 'limit', 'json'],
    needs: { actions: 'read' },
    does: ({ forge, options }) =>
      forge.runs
        .filter((run) => run.event === options['event'] && run.commit === options['commit'] && run.succeeded)
        .reverse()
        .slice(0, Number(options['limit']))
        .map(({ number }) => ({ databaseId: number })),
  },
  'run download': {
    options: ['name'],
    needs: { actions: 'read' },
    does: ({ forge, words: [number], options, folder }) =>
      cpSync(forge.runs.find((run) => run.number === Number(number))!.artifacts.get(options['name']!)!, folder, {
        recursive: true,
      }),
  },
  'label create': {
    options: ['description'],
    flags: ['force'],
    needs: { issues: 'write' },
    does: () => undefined,
  },
  'issue list': {
    options: ['label', 'state', 'limit', 'json'],
    needs: { issues: 'read' },
    does: ({ forge, options }) =>
      forge.issues
        .filter(({ open, labels }) => open && labels.includes(options['label']!))
        .map(({ number }) => ({ number })),
  },
  'issue create': {
    options: ['title', 'label', 'body-file'],
    needs: { issues: 'write' },
    does: ({ forge, options, file }) => {
      const said = [file(options['body-file']!)];
      const { title = '', label = '' } = options;
      forge.issues.push({ number: forge.issues.length + 1, title, labels: [label], said, open: true });
    },
  },
  'issue comment': {
    options: ['body-file'],
    needs: { issues: 'write' },
    does: ({ forge, words: [number], options, file }) => issue(forge, number!).said.push(file(options['body-file']!)),
  },
  'issue close': {
    options: ['comment'],
    needs: { issues: 'write' },
    does: ({ forge, words: [number], options }) => {
      const one = issue(forge, number!);
      one.said.push(options['comment']!);
      one.open = false;
    },
  },
  'api commits/pulls': {
    options: [],
    needs: { contents: 'read', 'pull-requests': 'read' },
    does: ({ forge, words: [commit] }) =>
      forge.pulls
        .filter(({ merged }) => merged === commit)
        .map(({ head, repository }) => ({ head: { sha: head, repo: { full_name: repository } } })),
  },
};

/** Requests of `gh api`, by what follows the name of the repository: each is a command of its own here. */
const requests: readonly (readonly [RegExp, string])[] = [
  [/^commits\/(\w+)\/pulls$/, 'api commits/pulls'],
  [/^issues\/(\d+)\/comments$/, 'api issues/comments'],
  [/^issues\/comments\/(\d+)$/, 'api issues/comment'],
];

const named = ([first = '', ...rest]: readonly string[]): readonly [string, readonly string[]] => {
  if (first !== 'api') return [`${first} ${rest[0] ?? ''}`, rest.slice(1)];
  const path = rest.find((word) => word.startsWith('repos/example/office-vpn/')) ?? '';
  const below = path.slice('repos/example/office-vpn/'.length);
  const [pattern, name] = requests.find(([each]) => each.test(below)) ?? [];
  const others = rest.filter((word) => word !== path);
  return pattern === undefined ? [`api ${below}`, others] : [name!, [pattern.exec(below)![1]!, ...others]];
};

const answer = (
  forge: Forge,
  folder: string,
  permissions: Readonly<Record<string, string>>,
  args: readonly string[],
) => {
  const [name, words] = named(args);
  const command = commands[name];
  if (command === undefined) throw new Error(`gh ${args.join(' ')}: not known here`);
  for (const [scope, right] of Object.entries(command.needs))
    if (permissions[scope] !== right && permissions[scope] !== 'write')
      throw new Error(`gh ${name}: the token of the job may not ${right} ${scope}`);
  const known: NonNullable<ParseArgsConfig['options']> = { jq: { type: 'string' } };
  for (const option of command.options) known[option] = { type: 'string' };
  for (const flag of command.flags ?? []) known[flag] = { type: 'boolean' };
  const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true });
  const options = values as Readonly<Record<string, string>>;
  const file = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const result = command.does({ forge, words: positionals, options, file, folder });
  if (options['jq'] === undefined) return '';
  const env = { ...process.env, GITHUB_REPOSITORY: 'example/office-vpn' };
  return execFileSync('jq', ['-r', options['jq']], { input: JSON.stringify(result), encoding: 'utf8', env });
};

const program = `#!/usr/bin/env node
fetch(process.env.FORGE, { method: 'POST', body: JSON.stringify({ args: process.argv.slice(2), token: process.env.GH_TOKEN }) })
  .then(async (response) => {
    (response.ok ? process.stdout : process.stderr).write(await response.text());
    process.exitCode = response.ok ? 0 : 1;
  });
`;

/** Puts `gh` in front of the PATH of a job with these rights. */
export const ghIn = (
  forge: Forge,
  folder: string,
  token: string,
  permissions: Readonly<Record<string, string>>,
): { readonly env: () => Promise<NodeJS.ProcessEnv>; close(): void } => {
  const bin = forge.folder('bin');
  writeFileSync(join(bin, 'gh'), program);
  chmodSync(join(bin, 'gh'), 0o755);
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      const asked = JSON.parse(body) as { readonly args: readonly string[]; readonly token?: string };
      try {
        if (asked.token !== token) throw new Error('gh: GH_TOKEN is not the token of the job');
        response.end(answer(forge, folder, permissions, asked.args));
      } catch (error) {
        response.writeHead(400).end(`${(error as Error).message}\n`);
      }
    });
  });
  const listening = new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    env: async () => {
      await listening;
      const { port } = server.address() as AddressInfo;
      return { PATH: `${bin}:${process.env['PATH']}`, FORGE: `http://127.0.0.1:${port}` };
    },
    close: () => void server.close(),
  };
};
