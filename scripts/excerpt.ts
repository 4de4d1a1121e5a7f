/** Functions as a person wrote them: out of the source file, and not out of what a compiler made of it. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface Excerpt {
  /** The body, as it would stand at the left margin. */
  readonly text: string;
  /** The name of its first parameter. */
  readonly parameter: string;
  /** What it uses of `tunnelwright`. */
  readonly imports: readonly string[];
}

/** Lines without the indent that they share; the first stands where its node begins. */
const dedent = (text: string): string => {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
};

const bodyOf = ({ body }: ts.ArrowFunction, file: ts.SourceFile): string => {
  const from = ts.isBlock(body) ? body.getStart() + 1 : body.getStart();
  const to = ts.isBlock(body) ? body.end - 1 : body.end;
  const { line } = file.getLineAndCharacterOfPosition(from);
  const indent = /^ */.exec(file.text.slice(file.getLineStarts()[line]))![0];
  const text = file.text.slice(from, to);
  return ts.isBlock(body)
    ? dedent(text.replace(/^\s*\n/, '').trimEnd()).trim()
    : `${dedent(`${indent}${text}`).trim()};`;
};

const importsOf = (file: ts.SourceFile): ReadonlySet<string> =>
  new Set(
    file.statements
      .filter(ts.isImportDeclaration)
      .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === 'tunnelwright')
      .flatMap(({ importClause }) => {
        const named = importClause?.namedBindings;
        return named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [];
      }),
  );

const identifiersIn = (node: ts.Node): readonly string[] => [
  ...(ts.isIdentifier(node) ? [node.text] : []),
  ...node.getChildren().flatMap(identifiersIn),
];

const functionsIn = (node: ts.Node): readonly ts.ArrowFunction[] =>
  ts.isArrowFunction(node) ? [node] : node.getChildren().flatMap(functionsIn);

const excerptOf = (found: ts.ArrowFunction, file: ts.SourceFile): Excerpt => {
  const used = new Set(identifiersIn(found.body));
  return {
    text: bodyOf(found, file),
    parameter: found.parameters[0]?.name.getText() ?? '',
    imports: [...importsOf(file)].filter((name) => used.has(name)).sort(),
  };
};

/** The functions that stand in each property of a file's objects, in their order, by the names of the properties that lead to them. */
export const excerptsOf = (path: string): ReadonlyMap<string, readonly Excerpt[]> => {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, readonly Excerpt[]>();
  const visit = (node: ts.Node, way: readonly string[]): void => {
    if (ts.isArrowFunction(node)) return;
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, (child) => visit(child, way));
    const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
    const at = [...way, name];
    found.set(
      at.join('.'),
      functionsIn(node.initializer).map((one) => excerptOf(one, file)),
    );
    ts.forEachChild(node.initializer, (child) => visit(child, at));
  };
  ts.forEachChild(file, (child) => visit(child, []));
  return found;
};
