import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(__dirname, '..', '..');

/** A file of ours with what the rules look at. Paths are from the root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Every string in code: literals and literal types; not module names, not parts of longer strings. */
  readonly strings: readonly Found[];
  /** Every text in code, by its source: parts of longer strings and regular expressions too; not module names. */
  readonly texts: readonly Found[];
  readonly classes: readonly ClassFound[];
  readonly functions: readonly FunctionFound[];
}
export interface Found {
  readonly text: string;
  readonly line: number;
}
export interface Import extends Found {
  /** The file it leads to, where it is one of ours; else undefined and `text` is a package. */
  readonly to: string | undefined;
  /** What is taken from it: `Server`, `default`; empty for a bare import. */
  readonly names: readonly string[];
  /** `types` are gone when it runs; `later` is loaded when the code comes to it, `import()`. */
  readonly loads: 'now' | 'later' | 'types';
}
/** A function with a body, by the name that it is given, if any. */
export interface FunctionFound extends Found {
  readonly lines: number;
}
export interface ClassFound extends Found {
  /** `DeviceObject<'ikev2-profile'>`, `Referable<'ftd-device'>`. */
  readonly heritage: readonly string[];
  /** What it inherits from. */
  readonly extended: string | undefined;
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .sort()
    : [];

/** Where a relative import leads: the file itself or the index of a folder. */
const targetOf = (from: string, name: string): string | undefined => {
  if (!name.startsWith('.')) return undefined;
  const base = relative(root, resolve(root, dirname(from), name)).replaceAll('\\', '/');
  return (
    [`${base}.ts`, `${base}/index.ts`, base.replace(/\.js$/, '.ts'), base].find((path) =>
      existsSync(join(root, path)),
    ) ?? base
  );
};

const namesOf = (clause: ts.ImportClause | ts.NamedExportBindings | undefined): readonly string[] => {
  if (clause === undefined) return [];
  if (ts.isNamedExports(clause)) return clause.elements.map((e) => (e.propertyName ?? e.name).text);
  if (ts.isNamespaceExport(clause)) return ['*'];
  const named = clause.namedBindings;
  const several =
    named === undefined
      ? []
      : ts.isNamespaceImport(named)
        ? ['*']
        : named.elements.map((e) => (e.propertyName ?? e.name).text);
  return clause.name ? ['default', ...several] : several;
};

type Module = Pick<Import, 'names' | 'loads'> & { readonly name: string };

/** Whether nothing of an import clause is there when it runs. */
const onlyTypes = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named)
    ? named.elements.length > 0 && named.elements.every((e) => e.isTypeOnly)
    : false;
};

const moduleOf = (node: ts.Node): Module | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return {
      name: node.moduleSpecifier.text,
      names: namesOf(node.importClause),
      loads: onlyTypes(node.importClause) ? 'types' : 'now',
    };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return {
      name: node.moduleSpecifier.text,
      names: namesOf(node.exportClause),
      loads: node.isTypeOnly ? 'types' : 'now',
    };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return { name: node.argument.literal.text, names: [], loads: 'types' };
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const [name] = node.arguments;
  const lazy = callee.kind === ts.SyntaxKind.ImportKeyword;
  // `load` is what files call that they get of createRequire: it loads when it is called, and at once.
  const loads = lazy || ['require', 'load'].includes(callee.getText());
  return loads && name && ts.isStringLiteral(name)
    ? { name: name.text, names: [], loads: lazy ? 'later' : 'now' }
    : undefined;
};

const namesModule = (node: ts.Node): boolean =>
  moduleOf(node.parent) !== undefined ||
  (ts.isLiteralTypeNode(node.parent) && moduleOf(node.parent.parent) !== undefined);

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node);

type Fn =
  ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration;
const isFunction = (node: ts.Node): node is Fn =>
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node);
const functionName = (node: Fn): string => {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const named =
    node.name ??
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? '(no name)';
};

const read = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const strings: Found[] = [];
  const texts: Found[] = [];
  const classes: ClassFound[] = [];
  const functions: FunctionFound[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const module = moduleOf(node);
    if (module) {
      const { name, names, loads } = module;
      imports.push({ text: name, names, loads, to: targetOf(path, name), line });
    }
    if (isFunction(node)) {
      const end = file.getLineAndCharacterOfPosition(node.end).line + 1;
      functions.push({ text: functionName(node), line, lines: end - line + 1 });
    }
    if (ts.isStringLiteralLike(node) && !namesModule(node)) strings.push({ text: node.text, line });
    if (isText(node) && !(ts.isStringLiteralLike(node) && namesModule(node)))
      texts.push({ text: node.getText(file), line });
    if (ts.isClassLike(node)) {
      const heritage = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.getText(file)));
      const parent = (node.heritageClauses ?? []).find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword);
      classes.push({ text: node.name?.text ?? '(no name)', line, heritage, extended: parent?.types[0]?.getText(file) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, lines, imports, strings, texts, classes, functions };
};

export const sourcesOf = (...folders: readonly string[]): readonly Source[] => folders.flatMap(filesBelow).map(read);

/** What a browser reads: modules, which are plain JavaScript, and styles. */
export const browserModules = (folder: string): readonly Pick<Source, 'path' | 'lines'>[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mjs|css)$/.test(name))
    .map((name) => ({
      path: `${folder}/${name}`,
      lines: readFileSync(join(root, folder, name), 'utf8').split('\n').length - 1,
    }));
