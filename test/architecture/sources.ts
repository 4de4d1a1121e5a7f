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
  readonly classes: readonly ClassFound[];
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
}
export interface ClassFound extends Found {
  /** `DeviceObject<'ikev2-profile'>`, `Referable<'ftd-device'>`. */
  readonly heritage: readonly string[];
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
  return [`${base}.ts`, `${base}/index.ts`, base].find((path) => existsSync(join(root, path))) ?? base;
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

const moduleOf = (node: ts.Node): { readonly name: string; readonly names: readonly string[] } | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { name: node.moduleSpecifier.text, names: namesOf(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { name: node.moduleSpecifier.text, names: namesOf(node.exportClause) };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return { name: node.argument.literal.text, names: [] };
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const [name] = node.arguments;
  const loads = callee.kind === ts.SyntaxKind.ImportKeyword || callee.getText() === 'require';
  return loads && name && ts.isStringLiteral(name) ? { name: name.text, names: [] } : undefined;
};

const namesModule = (node: ts.Node): boolean =>
  moduleOf(node.parent) !== undefined ||
  (ts.isLiteralTypeNode(node.parent) && moduleOf(node.parent.parent) !== undefined);

const read = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const strings: Found[] = [];
  const classes: ClassFound[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const module = moduleOf(node);
    if (module) imports.push({ text: module.name, names: module.names, to: targetOf(path, module.name), line });
    if (ts.isStringLiteralLike(node) && !namesModule(node)) strings.push({ text: node.text, line });
    if (ts.isClassLike(node)) {
      const heritage = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.getText(file)));
      classes.push({ text: node.name?.text ?? '(no name)', line, heritage });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, strings, classes };
};

export const sourcesOf = (...folders: readonly string[]): readonly Source[] => folders.flatMap(filesBelow).map(read);
