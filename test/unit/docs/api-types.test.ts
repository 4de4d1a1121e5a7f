/** The tables of docs/api: what a construct takes is on its page, in types that a reader finds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { program } from '../../../lib/cli/command-line';

const folder = join(__dirname, '../../../docs/api');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(folder, file), 'utf8') }));
const index = readFileSync(join(folder, '../../API.md'), 'utf8');

/** Of the language, or of a package that documents it. */
const known = ['Record', 'Pick', 'Omit', 'Partial', 'Readonly', 'Map', 'Promise', 'Construct', 'IConstruct', 'Date'];
const explained = new Set([
  ...known,
  ...[...index.matchAll(/\[(\w+)\]\(docs\/api\//g)].map(([, name]) => name!),
  // Props of a class are on its page.
  ...pages.filter(({ text }) => /^## Props$/m.test(text)).map(({ file }) => `${/(\w+)\.md$/.exec(file)![1]!}Props`),
]);

const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
/** The cells below `Type` of every table of a page. */
const typesOn = (text: string): readonly string[] =>
  [...text.matchAll(/^(\|[^\n]*\| Type \|[^\n]*)\n\|[- |]+\|\n((?:\|[^\n]*\n)+)/gm)].flatMap(([, head, rows]) => {
    const at = cellsOf(head!).indexOf('Type');
    return rows!
      .trimEnd()
      .split('\n')
      .map((row) => cellsOf(row)[at]!);
  });

/** Rules and inventories are generic in what their users write: their parameters are explained beside them. */
const generic = ['rules/types.md', 'fleet/types.md'];

test.each(pages.filter(({ file }) => !generic.includes(file)).map(({ file, text }) => [file, text] as const))(
  'types on %s are explained, and are no parameters of others',
  (_file, text) => {
    const types = typesOn(text);
    const names = types.flatMap((type) => type.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? []);
    expect([...new Set(names)].filter((name) => !explained.has(name))).toEqual([]);
    // What stands in the props of another page is named by them, with a link.
    const own = types.map((type) => type.replace(/\b\w+Props\['\w+'\]/g, ''));
    expect(own.filter((type) => /\[['"]|\/\*|\?: [^;{}]* \\\| undefined/.test(type))).toEqual([]);
  },
);

const sources = (path: string): readonly string[] =>
  readdirSync(join(folder, '../../constructs', path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, '../../constructs', path, file), 'utf8'));

/** Constructs that take props, whatever their parameter is called. */
const taking = ['patterns', 'devices', 'custom'].flatMap((path) =>
  sources(path).flatMap((text) =>
    [...text.matchAll(/^export class (\w+)[^]*?\n {2}constructor\(([^)]*)\)/gm)]
      .filter(([, , parameters]) => /: (?:Readonly<)?\w+Props\b/.test(parameters!))
      .map(([, name]) => name!),
  ),
);

test.each(taking)('%s has its props on its page', (name) => {
  const page = pages.find(({ file }) => file.endsWith(`/${name}.md`));
  if (page === undefined) return expect(index).not.toContain(`[${name}](docs/api`);
  return expect(page.text).toMatch(/^## Props\n\n(?:### |\| Prop)/m);
});

test('remote access is shown with ISE, and with a table for each headend', () => {
  const { text } = pages.find(({ file }) => file === 'patterns/RemoteAccess.md')!;
  expect(text).toMatch(/ise: \{\n +server: ise/);
  expect(text).toMatch(/^`ise\.requests\.json`/m);
  expect([...text.matchAll(/^### (\w+)$/gm)].map(([, name]) => name)).toEqual([
    ...['RouterRemoteAccessProps', 'FirewallRemoteAccessProps', 'AsaHeadendProps'],
  ]);
});

test('API.md has every command, also those of state and rollout', () => {
  const all = (command: Command, words: string): readonly string[] =>
    command.commands.flatMap((one) => {
      const name = `${words} ${one.name()}`;
      return [name, ...all(one, name)];
    });
  const names = all(
    program(() => undefined),
    'tunnelwright',
  );
  expect(names).toContain('tunnelwright state key rotate');
  expect(names.filter((name) => !new RegExp(`^####? ${name}$`, 'm').test(index))).toEqual([]);
});
