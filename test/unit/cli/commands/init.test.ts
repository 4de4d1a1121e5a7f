/** `tunnelwright init`: what it writes, and what it never touches. The tarballs test installs and runs such a project. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportOfDrift } from '../../../../lib/cli/templates/pipeline';
import { pipelines } from '../../../../lib/cli/templates/pipelines';
import { tw, type Ran } from '../../../support/command';

const folder = mkdtempSync(join(tmpdir(), 'init-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const init = (cwd: string, ...words: readonly string[]): Promise<Ran> =>
  tw({ lab: '', ledgers: '' }, ['init', ...words], {
    cwd,
    env: { TUNNELWRIGHT_LAB: undefined, TUNNELWRIGHT_LEDGER: undefined },
  });
const below = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

interface PackageFile extends Record<'name' | 'version', string> {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const packageOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as PackageFile;

describe('an empty directory', () => {
  test('gets a project, and its next commands are said', async () => {
    const { code, out, err } = await init(folder, 'Office VPN');
    expect([code, err]).toEqual([0, '']);
    expect(below(join(folder, 'Office VPN'))).toEqual([
      '.github/workflows/vpn.yml',
      '.gitignore',
      'cdktf.json',
      'main.ts',
      'network.ts',
      'package.json',
      'test/network.test.ts',
      'tsconfig.json',
    ]);
    expect(out).toContain("  cd 'Office VPN'\n  npm install\n  npm test\n  npx tunnelwright synth ");
    expect(out).toMatch(/\n {2}node_modules\/tunnelwright\/docs\/how-to\/pipeline\.md\n$/);
    expect(existsSync(join(__dirname, '../../../../docs/how-to/pipeline.md'))).toBe(true);
  });

  test('package.json names the project, and the packages in the ranges that Tunnelwright has', () => {
    const own = packageOf(join(__dirname, '../../../../package.json'));
    const made = packageOf(join(folder, 'Office VPN/package.json'));
    expect(made.name).toBe('office-vpn');
    const { cdktf, constructs, pg } = own.peerDependencies;
    // The driver of the store in which its pipeline keeps ledgers, and no other.
    expect(made.dependencies).toEqual({ cdktf, constructs, pg, tunnelwright: `^${own.version}` });
    expect(Object.values(made.devDependencies)).not.toContain('*');
  });

  test('.gitignore names the key of the fingerprints, and what is written anew', () => {
    const lines = read('Office VPN/.gitignore').split('\n');
    const ignored = ['.tunnelwright/', 'fingerprint.key', 'cdktf.out/', '.lab/', 'plan.json', 'node_modules/'];
    expect(lines).toEqual(expect.arrayContaining(ignored));
  });

  test('--ci gitlab writes its file and not that of GitHub; none writes neither', async () => {
    await init(folder, 'lab', '--ci', 'gitlab');
    await init(folder, 'bare', '--ci', 'none');
    expect(below(join(folder, 'lab'))).toContain('.gitlab-ci.yml');
    expect(
      [...below(join(folder, 'lab')), ...below(join(folder, 'bare'))].filter((f) => f.includes('.github')),
    ).toEqual([]);
    expect(below(join(folder, 'bare'))).not.toContain('.gitlab-ci.yml');
    const dependencies = ['cdktf', 'constructs', 'tunnelwright'];
    expect(Object.keys(packageOf(join(folder, 'bare/package.json')).dependencies)).toEqual(dependencies);
  });
});

describe('the default branch', () => {
  const git = (cwd: string, ...words: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.net', ...words], {
      cwd,
      stdio: 'ignore',
    });
  const pushes = (...path: readonly string[]): string | undefined =>
    /^ {4}branches: \[(.+)\]$/m.exec(read(...path, '.github/workflows/vpn.yml'))?.[1];

  test('is the one that is checked out, and for one of a clone that of its origin', async () => {
    const [own, clone] = [join(folder, 'own'), join(folder, 'clone')];
    mkdirSync(own);
    git(own, 'init', '--initial-branch', 'trunk');
    git(own, 'commit', '--allow-empty', '--message', 'first');
    git(folder, 'clone', own, clone);
    git(clone, 'checkout', '-b', 'vpn');
    const { out } = await init(own);
    await init(clone);
    expect([pushes('own'), pushes('clone')]).toEqual(['trunk', 'trunk']);
    expect(out).toContain('plans in each pull request and applies that after its merge into trunk, when');
  });

  test('is main where git says nothing, or a name that YAML reads otherwise', async () => {
    const odd = join(folder, 'odd');
    mkdirSync(odd);
    git(odd, 'init', '--initial-branch', '1.0');
    await init(odd);
    expect([pushes('Office VPN'), pushes('odd')]).toEqual(['main', 'main']);
  });

  test('of GitLab is what the project says; and there it is a merge request', async () => {
    const { out } = await init(folder, 'merge', '--ci', 'gitlab');
    expect(out).toMatch(/plans in each merge request and applies that after its merge into the default branch, when/);
  });
});

describe('files that are there', () => {
  const there = join(folder, 'there');
  beforeAll(() => {
    mkdirSync(there);
    writeFileSync(join(there, 'main.ts'), 'mine');
    writeFileSync(join(there, '.gitignore'), 'dist\n');
    symlinkSync(join(folder, 'elsewhere'), join(there, 'cdktf.json'));
  });

  test('are kept, and what they need is said', async () => {
    const { code, out } = await init(there);
    expect(code).toBe(0);
    expect([read('there/main.ts'), read('there/.gitignore')]).toEqual(['mine', 'dist\n']);
    expect(out).toContain('kept     main.ts\n');
    expect(out).toContain('created  network.ts\n');
    expect(out).toContain('  .gitignore: it must name .tunnelwright/, fingerprint.key, cdktf.out/ and .lab/\n');
    expect(out).not.toContain('  cd ');
  });

  test('a link that leads nowhere is not followed', () => expect(existsSync(join(folder, 'elsewhere'))).toBe(false));

  test('a second init changes nothing', async () => {
    const before = below(there).map((file) => read('there', file));
    const { out } = await init(there);
    expect(out).not.toContain('created');
    expect(below(there).map((file) => read('there', file))).toEqual(before);
  });
});

describe('what cannot be done', () => {
  test('an unknown pipeline', async () => {
    const { code, err } = await init(folder, 'x', '--ci', 'jenkins');
    expect([code, err]).toEqual([
      1,
      "[--ci] 'jenkins' is not a pipeline that can be written\n    → choose one of github, gitlab, none\n",
    ]);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('a file in the place of the directory', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await init(folder, 'file');
    expect([code, err]).toEqual([1, expect.stringMatching(/^\[file\/package.json\] .*a directory is needed/)]);
  });
});

test.each(['github', 'gitlab'])('the pipeline of %s names every variable of the program, and no value', (name) => {
  const text = pipelines[name]!.text('main');
  const logins = ['PUNE_USERNAME', 'PUNE_PASSWORD', 'DELHI_USERNAME', 'DELHI_PASSWORD', 'PUNE_DELHI_KEY'];
  const used = [...logins, 'TUNNELWRIGHT_STORE', 'TUNNELWRIGHT_LEDGER_KEY', 'VPN_RUNNER'];
  expect(used.filter((variable) => !text.includes(variable))).toEqual([]);
  expect(text).not.toMatch(/^\t|undefined/m);
});

test('a report of drift that is cut ends its block all the same, and says that it was cut', () => {
  const room = mkdtempSync(join(folder, 'report-'));
  writeFileSync(join(room, 'drift.txt'), 'interface Tunnel1\n'.repeat(5_000));
  writeFileSync(join(room, 'certs.txt'), 'edge CA-INTERNAL: 12 days left\n');
  execFileSync('sh', ['-euc', reportOfDrift('https://ci.example.net/1').join('\n')], { cwd: room });
  const lines = readFileSync(join(room, 'report.md'), 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('~~~~'))).toEqual(['~~~~text', '~~~~', '~~~~text', '~~~~']);
  expect(lines.filter((line) => line.includes('is cut'))).toEqual([
    'It is cut here. To see all of it: tunnelwright drift',
  ]);
  expect(lines).toContain('edge CA-INTERNAL: 12 days left');
});
