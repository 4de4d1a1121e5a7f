import { join } from 'node:path';
import ts from 'typescript';
import type { NamedType } from '../api/named';

const root = join(__dirname, '..', '..');
const model = join(root, 'lib', 'model');
const source = join(model, 'nouns.ts');

/** What the comments of the nouns say: of a noun as a whole, and of a field at any depth. */
export interface NounDocs {
  readonly of: (kind: string, path: readonly string[]) => string;
  readonly ofType: (type: NamedType, path: readonly string[]) => string;
}

const programOf = (): ts.Program => {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  return ts.createProgram([source], config!.options);
};

/** The constant that a property of the list of nouns leads to: `'ikev2-proposal': () => (load('./ikev2-proposal') as typeof file).ikev2Proposal`. */
const declaredAs = (property: ts.Symbol, checker: ts.TypeChecker): ts.Symbol | undefined => {
  const node = property.valueDeclaration ?? property.declarations?.[0];
  if (node === undefined || !ts.isPropertyAssignment(node) || !ts.isArrowFunction(node.initializer)) return undefined;
  const { body } = node.initializer;
  const named = ts.isPropertyAccessExpression(body) ? checker.getSymbolAtLocation(body.name) : undefined;
  return named && named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
};

const undocumented = (kind: string): never => {
  throw new Error(`lib/model: the noun ${kind} has no doc comment, or its family's index leads to none`);
};

/** A property by its path, looked for in every member of a union and inside arrays. */
const propertyAt = (checker: ts.TypeChecker, type: ts.Type, path: readonly string[]): ts.Symbol | undefined => {
  const at = (outer: ts.Type, name: string): ts.Symbol | undefined => {
    const bare = checker.getNonNullableType(outer);
    const element = checker.getIndexTypeOfType(bare, ts.IndexKind.Number);
    if (element && checker.isArrayLikeType(bare)) return at(element, name);
    return (bare.isUnion() ? bare.types : [bare])
      .map((member) => checker.getPropertyOfType(member, name))
      .find((found) => found !== undefined);
  };
  let symbol: ts.Symbol | undefined;
  let here: ts.Type = type;
  for (const name of path) {
    symbol = at(here, name);
    if (symbol === undefined) return undefined;
    here = checker.getTypeOfSymbol(symbol);
  }
  return symbol;
};

/** Read by the compiler, because zod keeps no comments. */
export const readNounDocs = (): NounDocs => {
  const program = programOf();
  const checker = program.getTypeChecker();
  const exportOf = (file: string, name: string): ts.Symbol =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!)
      .find((symbol) => symbol.name === name)!;
  const nouns = exportOf(source, 'nouns');
  const all = checker.getTypeOfSymbol(nouns);
  const commentOf = (symbol: ts.Symbol | undefined): string =>
    symbol === undefined ? '' : ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
  const fieldOf = (schema: ts.Symbol, path: readonly string[]): string =>
    commentOf(propertyAt(checker, checker.getTypeOfSymbol(schema), ['_zod', 'input', ...path]));
  return {
    ofType: ({ file, constant }, path) => {
      const schema = exportOf(join(model, `${file}.ts`), constant);
      return path.length === 0 ? commentOf(schema) : fieldOf(schema, path);
    },
    of: (kind, path) => {
      const noun = checker.getPropertyOfType(all, kind)!;
      if (path.length === 0) return commentOf(declaredAs(noun, checker)) || undocumented(kind);
      return commentOf(propertyAt(checker, checker.getTypeOfSymbol(noun), ['schema', '_zod', 'input', ...path]));
    },
  };
};
