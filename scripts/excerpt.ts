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

/** The name of a member is no name of the program: `login` in `{ login: … }` and in `device.login`. */
const isMember = (node: ts.Node): boolean => {
  const { parent } = node;
  return (ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) && parent.name === node;
};

const identifiersIn = (node: ts.Node): readonly string[] => [
  ...(ts.isIdentifier(node) && !isMember(node) ? [node.text] : []),
  ...node.getChildren().flatMap(identifiersIn),
];

const functionsIn = (node: ts.Node): readonly ts.ArrowFunction[] =>
  ts.isArrowFunction(node) ? [node] : node.getChildren().flatMap(functionsIn);

const excerptOf = (found: ts.ArrowFunction, file: ts.SourceFile): Excerpt => {
  const used = identifiersOf(found.body);
  return {
    text: bodyOf(found, file),
    parameter: found.parameters[0]?.name.getText() ?? '',
    imports: [...importsOf(file)].filter((name) => used.has(name)).sort(),
  };
};

const identifiersOf = (node: ts.Node): ReadonlySet<string> => new Set(identifiersIn(node));

const parsed = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

/** What is declared at the top of a file and not exported, by name. */
const helpersIn = (file: ts.SourceFile): ReadonlyMap<string, ts.VariableStatement> =>
  new Map(
    file.statements
      .filter(ts.isVariableStatement)
      .filter(({ modifiers }) => modifiers === undefined)
      .flatMap((statement) =>
        statement.declarationList.declarations.map(({ name }) => [name.getText(), statement] as const),
      ),
  );

/** A piece of a program, and what it needs beside it. */
export interface Fragment {
  readonly text: string;
  /** The declarations of its file that it uses, and that those use, as they stand there. */
  readonly helpers: readonly string[];
}

const fragmentOf = (initializer: ts.Expression, file: ts.SourceFile): Fragment => {
  const all = helpersIn(file);
  const used = new Set<ts.VariableStatement>();
  const follow = (node: ts.Node): void => {
    for (const name of identifiersOf(node)) {
      const helper = all.get(name);
      if (helper === undefined || used.has(helper)) continue;
      used.add(helper);
      follow(helper);
    }
  };
  follow(initializer);
  const text = ts.isArrowFunction(initializer) ? bodyOf(initializer, file) : `${initializer.getText()}(stack);`;
  return { text, helpers: [...all.values()].filter((one) => used.has(one)).map((one) => one.getFullText().trim()) };
};

/** Each property of the objects of a file as a piece of a program, by the names that lead to it: `TW-FMC-001.bad`. */
export const fragmentsOf = (path: string): ReadonlyMap<string, Fragment> => {
  const file = parsed(path);
  const found = new Map<string, Fragment>();
  eachProperty(file, (name, node) => found.set(name, fragmentOf(node.initializer, file)));
  return found;
};

/** Properties of object literals that stand in no function, with the names that lead to them. */
const eachProperty = (file: ts.SourceFile, take: (name: string, node: ts.PropertyAssignment) => void): void => {
  const visit = (node: ts.Node, way: readonly string[]): void => {
    if (ts.isArrowFunction(node)) return;
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, (child) => visit(child, way));
    const at = [...way, ts.isStringLiteral(node.name) ? node.name.text : node.name.getText()];
    take(at.join('.'), node);
    ts.forEachChild(node.initializer, (child) => visit(child, at));
  };
  ts.forEachChild(file, (child) => visit(child, []));
};

/** The functions that stand in each property of a file's objects, in their order, by the names of the properties that lead to them. */
export const excerptsOf = (path: string): ReadonlyMap<string, readonly Excerpt[]> => {
  const file = parsed(path);
  const found = new Map<string, readonly Excerpt[]>();
  eachProperty(file, (name, { initializer }) =>
    found.set(
      name,
      functionsIn(initializer).map((one) => excerptOf(one, file)),
    ),
  );
  return found;
};
