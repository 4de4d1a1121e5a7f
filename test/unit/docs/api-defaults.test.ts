import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const generated = join(root, 'constructs/generated');
const areas = readdirSync(generated, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const files = areas.flatMap(({ name }) =>
  readdirSync(join(generated, name)).map((file) => join(generated, name, file)),
);

/** The props of which the comment says a default. */
const withDefault = (source: string): readonly string[] =>
  [...source.matchAll(/^ {2} (?:\*| ) ?.*@default [^\n]*\n {3}\*\/\n {2}readonly (\w+)\?:/gm)].map(([, name]) => name!);

test('the page of a construct has the default of each prop whose comment says one', () => {
  let looked = 0;
  const silent = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const name = /^export interface (\w+)Props /m.exec(source)?.[1];
    if (name === undefined) return [];
    const area = file.split('/').at(-2)!;
    const page = readFileSync(join(root, `docs/api/${area}/${name}.md`), 'utf8').split('\n');
    return withDefault(source).flatMap((prop) => {
      looked += 1;
      const row = page.find((line) => line.startsWith(`| \`${prop}\` | `));
      const [, , , filled] = (row ?? '').split(/(?<!\\)\| /).map((cell) => cell.trim());
      return filled === undefined || filled === '' ? [`${name}.${prop}`] : [];
    });
  });
  expect(silent).toEqual([]);
  expect(looked).toBeGreaterThan(500);
});
