import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(__dirname, '../../../constructs/generated');

/** The object types of at least three members in a file that have no name, without their comments. */
const namelessIn = (text: string): readonly string[] => {
  const file = ts.createSourceFile('page.ts', text, ts.ScriptTarget.Latest);
  const printer = ts.createPrinter({ removeComments: true });
  const all: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node) && node.members.length > 2)
      all.push(printer.printNode(ts.EmitHint.Unspecified, node, file).replace(/\s+/g, ' '));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return all;
};

// One that does not: a line in scripts/api/named.ts.
test('what the generated constructs repeat has a name, and stands once', () => {
  const places = new Map<string, string[]>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of files)
    for (const type of namelessIn(readFileSync(join(folder, file), 'utf8')))
      places.set(type, [...(places.get(type) ?? []), file]);

  expect(files.length).toBeGreaterThan(90);
  expect([...places].filter(([, where]) => where.length > 2)).toEqual([]);
});
