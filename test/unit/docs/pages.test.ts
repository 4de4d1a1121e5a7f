import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import { program } from '../../../lib/cli/command-line';
import { platformNames, readableNames } from '../../../lib/platforms';
import { promises } from '../../../scripts/reliability/promises';
import { compiled } from '../../support/compiled';

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const filesBelow = (folder: string, end: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));

const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...filesBelow('docs', '.md'),
  'examples/README.md',
  'lib/README.md',
];
/** Without the lines of programs and of what they print. */
const prose = (page: string): string => read(page).replace(/^ *```[\s\S]*?^ *```/gm, '');

describe('links', () => {
  test.each(pages)('of %s lead to files', (page) => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const relative = links.filter((link) => !/^([a-z]+:|#)/.test(link)).map((link) => link.replace(/#.*$/, ''));
    expect(relative.filter((link) => !existsSync(join(root, normalize(join(dirname(page), link)))))).toEqual([]);
  });

  /** What npm puts into a package besides `files`. */
  const always = ['README.md', 'LICENSE', 'package.json'];
  const { files } = JSON.parse(read('package.json')) as { readonly files: readonly string[] };
  const isCarried = (file: string): boolean => [...always, ...files].includes(file.split(/[\\/]/)[0]!);

  test('examples that pages name are in the npm package, and each is on the page of examples', () => {
    expect(files).toContain('examples');
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/(?<!api\/)\bexamples\/[\w-]+/g)].map(([path]) => path),
    );
    expect(named.filter((path) => !existsSync(join(root, path)) && path !== 'examples/README')).toEqual([]);
    const listed = read('examples/README.md');
    const folders = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !listed.includes(`](${name}/`))).toEqual([]);
  });

  test.each(pages.filter(isCarried))('of %s lead to files that the npm package has', (page) => {
    const links = [...prose(page).matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !isCarried(normalize(join(dirname(page), link))))).toEqual([]);
  });
});

test('every variable that is read has a place in the page of variables, and no other', () => {
  const named = (text: string): readonly string[] => text.match(/TUNNELWRIGHT_[A-Z_]+/g) ?? [];
  const sources = ['lib', 'constructs'].flatMap((folder) => filesBelow(folder, '.ts'));
  const all = new Set(sources.flatMap((file) => named(read(file))));
  expect([...new Set(named(read('docs/environment.md')))].sort()).toEqual([...all].sort());
});

test.each(pages)('no program in %s is shown as a compiler made it', (page) => {
  expect(read(page).match(/\bimport_\w+\b|\(0, \w+\)/)).toBeNull();
});

const commands = new Map<string, Command>();
const collect = (command: Command, words: string): void =>
  command.commands.forEach((one) => {
    commands.set(`${words}${one.name()}`, one);
    collect(one, `${words}${one.name()} `);
  });
collect(
  program(() => undefined),
  '',
);

/** What is wrong with `tunnelwright <words>`: a command or an option that there is not. */
const wrongIn = (line: string): readonly string[] => {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const nested = commands.get(words.slice(0, 3).join(' ')) ?? commands.get(words.slice(0, 2).join(' '));
  const command = nested ?? commands.get(words[0] ?? '');
  if (command === undefined) return [`no command ${words[0]}`];
  const known = ['--help', ...command.options.flatMap(({ long }) => long ?? [])];
  return words
    .map((word) => /^--[a-z][a-z-]*/.exec(word)?.[0])
    .filter((option): option is string => option !== undefined && !known.includes(option))
    .map((option) => `tunnelwright ${command.name()} has no ${option}`);
};

describe('commands', () => {
  test.each(pages.filter((page) => !page.includes('decisions')))('of %s are there, with their options', (page) => {
    const lines = [...read(page).matchAll(/(?:npx tunnelwright|`tunnelwright|run -s tw --) ((?:(?!--$)[^`\n#])+)/g)];
    const said = lines
      .map(([, line]) => line!.replace(/[│|].*$/, '').replace(/[<>].*$/, ''))
      .filter((line) => /^[a-z]/.test(line));
    expect(said.flatMap(wrongIn)).toEqual([]);
  });

  test('a command that there is not is found, and an option', () => {
    expect(wrongIn('plan --brief --out p.json')).toEqual([]);
    expect(wrongIn('state rm net/edge --all')).toEqual([]);
    expect(wrongIn('plan --force')).toEqual(['tunnelwright plan has no --force']);
    expect(wrongIn('vanish')).toEqual(['no command vanish']);
  });
});

/** What is generated repeats what the model says. */
const sources = ['lib', 'constructs']
  .flatMap((folder) => filesBelow(folder, '.ts'))
  .filter((file) => !file.startsWith('constructs/generated/'));

describe('what pages name', () => {
  const code = ['lib', 'constructs', 'testing', 'test', 'scripts', 'examples'].flatMap((folder) =>
    filesBelow(folder, '.ts'),
  );
  const others = code.filter((file) => file !== join('test', 'unit', 'docs.test.ts')).concat('jest.config.cjs');
  const words = new Set(others.flatMap((file) => read(file).match(/[A-Za-z_]\w*/g) ?? []));
  const spans = (page: string): readonly string[] => [...prose(page).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
  /** Names of the source: `VpnStack`, `Secret.fromEnv('KEY')`, `ipMtu`. Words without a capital inside may be anything. */
  const namesIn = (span: string): readonly string[] =>
    (/^(?:new )?([A-Za-z]\w*)(?:\.([A-Za-z]\w*))?(?:\(.*\))?$/.exec(span)?.slice(1) ?? []).filter(
      (name) => name !== undefined && /[a-z][A-Z]|^[A-Z][a-z]/.test(name),
    );
  const pathsIn = (text: string): readonly string[] =>
    /^(?:lib|constructs|testing|test|scripts|examples|docs)\/[\w./-]*$/.test(text) && !text.includes('NNN')
      ? [text]
      : [];

  test.each(pages.filter((page) => !/api|rules\.md/.test(page)))('is in the source: %s', (page) => {
    expect(
      spans(page)
        .flatMap(namesIn)
        .filter((name) => !words.has(name)),
    ).toEqual([]);
    expect(
      spans(page)
        .flatMap(pathsIn)
        .filter((path) => !existsSync(join(root, path))),
    ).toEqual([]);
  });

  test('and what is not is found', () => {
    expect(namesIn('NetworkVista')).toEqual(['NetworkVista']);
    expect(namesIn("Secret.fromNowhere('KEY')")).toEqual(['Secret', 'fromNowhere']);
    expect(namesIn('crypto ikev2 proposal')).toEqual([]);
    expect(pathsIn('lib/lab/nowhere.ts')).toEqual(['lib/lab/nowhere.ts']);
  });
});

test('docs/unproven.md names every file that says that no device has confirmed something', () => {
  const listed = read('docs/unproven.md');
  const remark = /^.*(?:\/\/|\*).*\b(?:unproven|not proven)\b(?! to be)(?!\s+whole).*$/im;
  expect(sources.filter((file) => remark.test(read(file)) && !listed.includes(`\`${file}\``))).toEqual([]);
  const open = filesBelow('docs/decisions', '.md').filter((file) => /\b(?:unproven|not proven)\b/i.test(read(file)));
  expect(open.filter((file) => !listed.includes(`(${file.replace('docs/', '')})`))).toEqual([]);
});

test('docs/decisions/README.md lists every decision by its number, its title and one line', () => {
  const titleOf = (file: string): string =>
    read(file)
      .split('\n')[0]!
      .replace(/^# (\d{3}[.:]? )?/, '');
  const files = filesBelow('docs/decisions', '.md').filter((file) => !file.endsWith('README.md'));
  const listed = read('docs/decisions/README.md').matchAll(/^\| (\d{3}) +\| \[(.+)\]\((\S+)\) +\| (\S.*\S) +\|$/gm);
  expect([...listed].map(([, number, title, file]) => [number, title, join('docs/decisions', file!)])).toEqual(
    [...files].sort().map((file) => [/(\d{3})-[^/\\]*$/.exec(file)![1], titleOf(file), file]),
  );
});

test('docs/troubleshooting.md explains codes that there are, and at least 25', () => {
  const codes = new Set([...read('docs/troubleshooting.md').matchAll(/`([a-z]+\.[a-z-]+)`/g)].map(([, code]) => code!));
  const all = sources.map(read).join('\n');
  expect([...codes].filter((code) => code !== 'cdktf.json' && !all.includes(`'${code}'`))).toEqual([]);
  expect(codes.size).toBeGreaterThan(25);
});

test('the table of the README has every command', () => {
  const table = [...read('README.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
  expect(table.sort()).toEqual(
    program(() => undefined)
      .commands.map((command) => command.name())
      .sort(),
  );
});

test('docs/concepts/promises.md has every promise of the README, and its tests', () => {
  const page = read('docs/concepts/promises.md');
  expect(promises.flatMap(({ heldBy }) => heldBy).filter((file) => !page.includes(`\`${file}\``))).toEqual([]);
  expect(page.match(/^## /gm)).toHaveLength(promises.length);
});

describe('help', () => {
  const help = (words?: readonly string[]): string => program(() => undefined, words).helpInformation();

  test('is the same whether or not what it lists is loaded', () => {
    expect(help([])).toBe(help());
  });

  test('names the platforms that have configuration files', () => {
    expect(readableNames()).toEqual([...platformNames()].flatMap(([name, { read }]) => (read ? [name] : [])));
  });

  test('loads no command, no platform, and no library but that of command lines', () => {
    const script = `
      require('./lib/cli/command-line').program(() => undefined, ['--help']).helpInformation();
      process.stdout.write(JSON.stringify(Object.keys(require.cache)));`;
    const loaded = JSON.parse(
      execFileSync(process.execPath, ['-e', script], { cwd: compiled, encoding: 'utf8' }),
    ) as readonly string[];
    const own = loaded.filter((file) => !/[\\/]node_modules[\\/]commander[\\/]/.test(file));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((file) => !file.startsWith(compiled))).toEqual([]);
    expect(own.filter((file) => /lib[\\/](?:model|plan|run|lab|cli[\\/]commands)[\\/]|index\.js$/.test(file))).toEqual([
      expect.stringMatching(/platforms[\\/]index\.js$/),
    ]);
  });
});

test('CHANGELOG.md says each thing once, and names every command', () => {
  const entries = [...read('CHANGELOG.md').matchAll(/^- (.{1,60})/gm)].map(([, start]) => start!);
  expect(entries.filter((entry, i) => entries.indexOf(entry) !== i)).toEqual([]);
  const commands = entries.find((entry) => entry.startsWith('The commands'))!;
  const line = read('CHANGELOG.md')
    .split('\n')
    .find((one) => one.includes(commands))!;
  const names = program(() => undefined).commands.map((command) => command.name());
  expect(names.filter((name) => !line.includes(`\`${name}\``))).toEqual([]);
});
