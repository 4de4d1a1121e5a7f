/** The requests of GitLab's API that the pipeline makes, answered by the forge of the test. What is not known here is refused. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { comment, type Forge, type Issue } from './forge';

type Form = URLSearchParams;
type Answer = (forge: Forge, parts: readonly string[], form: Form) => unknown;

const pullOf = (forge: Forge, number: string) => forge.pulls.find((pull) => pull.number === Number(number))!;
const issueOf = (forge: Forge, number: string): Issue => forge.issues.find((issue) => issue.number === Number(number))!;

/** The file that a job of the latest pipeline of this ref kept, which succeeded. */
const artifact: Answer = (forge, [ref = '', path = ''], form) => {
  const [, number = ''] = /^refs\/merge-requests\/(\d+)\/head$/.exec(decodeURIComponent(ref)) ?? [];
  const { head } = pullOf(forge, number);
  const run = [...forge.runs].reverse().find(({ commit, succeeded }) => commit === head && succeeded);
  return readFileSync(join(run!.artifacts.get(form.get('job')!)!, path), 'utf8');
};

/** The user that the token of the project is of; every user has a number. */
const project = 'project_4711_bot';
const userOf = (author: string): number => (author === project ? 1 : 2);

const answers: readonly (readonly [string, RegExp, Answer])[] = [
  ['GET', /^user$/, () => ({ id: userOf(project), username: project })],
  [
    'GET',
    /^merge_requests\/(\d+)\/notes$/,
    (forge, [n]) =>
      pullOf(forge, n!).comments.map(({ id, author, body }) => ({ id, author: { id: userOf(author) }, body })),
  ],
  [
    'POST',
    /^merge_requests\/(\d+)\/notes$/,
    (forge, [n], form) => comment(pullOf(forge, n!), project, form.get('body')!),
  ],
  [
    'PUT',
    /^merge_requests\/(\d+)\/notes\/(\d+)$/,
    (forge, [n, id], form) => {
      const note = pullOf(forge, n!).comments.find((each) => each.id === Number(id));
      if (note?.author !== project) throw new Error('403 Forbidden');
      note.body = form.get('body')!;
    },
  ],
  [
    'GET',
    /^repository\/commits\/(\w+)\/merge_requests$/,
    (forge, [commit]) => forge.pulls.filter(({ merged }) => merged === commit).map(({ number }) => ({ iid: number })),
  ],
  ['GET', /^jobs\/artifacts\/([^/]+)\/raw\/(.+)$/, artifact],
  [
    'GET',
    /^issues$/,
    (forge, _parts, form) =>
      forge.issues
        .filter(({ open, labels }) => open === (form.get('state') === 'opened') && labels.includes(form.get('labels')!))
        .map(({ number }) => ({ iid: number })),
  ],
  [
    'POST',
    /^issues$/,
    (forge, _parts, form) =>
      forge.issues.push({
        number: forge.issues.length + 1,
        title: form.get('title')!,
        labels: [form.get('labels')!],
        said: [form.get('description')!],
        open: true,
      }),
  ],
  ['POST', /^issues\/(\d+)\/notes$/, (forge, [n], form) => issueOf(forge, n!).said.push(form.get('body')!)],
  ['PUT', /^issues\/(\d+)$/, (forge, [n], form) => (issueOf(forge, n!).open = form.get('state_event') !== 'close')],
];

const bodyOf = (request: IncomingMessage): Promise<string> =>
  new Promise((done) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => done(body));
  });

export interface GitlabApi {
  /** `CI_API_V4_URL`. */
  readonly url: string;
  close(): void;
}

/** `token`: what `PRIVATE-TOKEN` must be. */
export const startGitlabApi = async (forge: Forge, token: string): Promise<GitlabApi> => {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      try {
        if (request.headers['private-token'] !== token) throw new Error('401 Unauthorized');
        const [path = '', query = ''] = request.url!.replace(/^\/api\/v4\/(?:projects\/4711\/)?/, '').split('?');
        const found = answers.find(([method, pattern]) => method === request.method && pattern.test(path));
        if (found === undefined) throw new Error(`${request.method} ${path}: not known here`);
        const result = found[2](forge, found[1].exec(path)!.slice(1), new URLSearchParams(`${query}&${body}`));
        response.end(typeof result === 'string' ? result : JSON.stringify(result ?? {}));
      } catch (error) {
        response.writeHead(404).end(`${(error as Error).message}\n`);
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/v4`, close: () => void server.close() };
};
