/** The pipelines that `tunnelwright init --ci` writes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipelines } from '../../lib/cli/templates/pipelines';
import { judge } from './support/judge';
import { missingModules, venv } from './support/python';

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tunnelwright');
/** `.ci/run` builds it there, where Go is. */
const actionlint = [join(cache, 'actionlint/bin'), ...(process.env['PATH'] ?? '').split(delimiter)]
  .map((folder) => join(folder, 'actionlint'))
  .find((file) => existsSync(file));
const shellcheck = spawnSync('shellcheck', ['--version']).error === undefined;

const [github, gitlab] = ['github', 'gitlab'].map((name) => {
  const { path, text } = pipelines[name]!;
  return { path, text: text('main') };
}) as [PipelineFile, PipelineFile];

interface PipelineFile {
  readonly path: string;
  readonly text: string;
}

interface Said {
  readonly code: number | null;
  readonly out: string;
}
/** What a program says of a file with this text. */
const asked = (program: string, words: readonly string[], path: string, text: string): Said => {
  const room = mkdtempSync(join(tmpdir(), 'pipelines-'));
  const file = join(room, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const { status, stdout, stderr } = spawnSync(program, [...words, file], { cwd: room, encoding: 'utf8' });
    return { code: status, out: stdout + stderr };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
};

judge(
  'actionlint',
  'the workflow for GitHub: jobs, expressions, permissions, and its shell steps by ShellCheck; faults that are put into it are found',
  actionlint === undefined
    ? 'not built (go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12)'
    : shellcheck
      ? undefined
      : 'ShellCheck is not installed (Debian: shellcheck)',
  ({ agree }) => {
    const said = (text: string): Said => asked(actionlint!, ['-no-color', '-oneline'], github.path, text);
    test('it finds nothing', () => agree('workflow', said(github.text), { code: 0, out: '' }));
    test.each([
      ['a job that is not there', 'needs: check', 'needs: checked', 'job "plan" needs job "checked"'],
      ['an input that is not there', 'inputs.disruption', 'inputs.disrupt', 'property "disrupt" is not defined'],
      ['an anchor that is not there', 'env: *logins', 'env: *login', 'login'],
      ['a permission that is not there', 'issues: write', 'issue: write', 'unknown permission scope "issue"'],
      ['a word that the shell splits', '"$issue" --body-file', '$issue --body-file', 'SC2086'],
    ])('%s', (_what, right, wrong, words) => {
      const { code, out } = said(github.text.replace(right, wrong));
      agree(wrong, { code, found: out.includes(words) ? words : out }, { code: 1, found: words });
    });
  },
);

judge(
  "check-jsonschema, with GitLab's and SchemaStore's schemas",
  'the pipelines for GitLab and for GitHub, by the schemas that it brings; faults that are put into them are found',
  missingModules('check_jsonschema'),
  ({ agree }) => {
    const said = (text: string, path: string, ...words: readonly string[]): Said =>
      asked(join(venv, 'bin/check-jsonschema'), ['--builtin-schema', ...words], path, text);
    const clean = { code: 0, out: 'ok -- validation done\n' };
    const byGitlab = ['vendor.gitlab-ci', '--data-transform', 'gitlab-ci'];
    test('they are valid', () => {
      agree('gitlab', said(gitlab.text, gitlab.path, ...byGitlab), clean);
      agree('github', said(github.text, github.path, 'vendor.github-workflows'), clean);
    });
    test.each([
      ['when: manual', 'when: by-hand'],
      ['on_new_commit: none', 'on_new_commit: never'],
      ['action: access', 'action: look'],
      ['resource_group: vpn-devices', 'resource_groups: vpn-devices'],
    ])('%s is no %s', (right, wrong) => {
      const { code } = said(gitlab.text.replace(right, wrong), gitlab.path, ...byGitlab);
      agree(wrong, code, 1);
    });
  },
);
