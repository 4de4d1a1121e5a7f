/** The commands of GitHub's `gh` that the workflow uses, on the forge of the test. What is not known here is refused. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Forge } from './forge';

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

const commands: Readonly<Record<string, Command>> = {
  'pr comment': {
    options: ['body-file'],
    flags: ['edit-last', 'create-if-none'],
    needs: { 'pull-requests': 'write' },
    does: ({ forge, words: [number], options, file }) => {
      const { comments } = forge.pulls.find((pull) => pull.number === Number(number))!;
      comments.splice(-1, 1, file(options['body-file']!));
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
      forge.pulls.filter(({ merged }) => merged === commit).map(({ head }) => ({ head: { sha: head } })),
  },
};

/** `gh api repos/NAME/commits/SHA/pulls` is a command of its own here. */
const named = ([first = '', second = '', ...rest]: readonly string[]): readonly [string, readonly string[]] => {
  const [, commit] = /^repos\/example\/office-vpn\/commits\/(\w+)\/pulls$/.exec(second) ?? [];
  return first === 'api' && commit !== undefined
    ? ['api commits/pulls', [commit, ...rest]]
    : [`${first} ${second}`, rest];
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
  return execFileSync('jq', ['-r', options['jq']], { input: JSON.stringify(result), encoding: 'utf8' });
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
