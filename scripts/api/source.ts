import { join, relative } from 'node:path';
import ts from 'typescript';

/** One export of the package, as its source says it. */
export interface Exported {
  readonly name: string;
  /** `constructs/ikev2/ikev2-proposal.ts`. */
  readonly file: string;
  readonly doc: string;
  readonly node: ts.Declaration;
  readonly symbol: ts.Symbol;
}

export interface Member {
  readonly name: string;
  readonly signature: string;
  readonly doc: string;
}

const root = join(__dirname, '..', '..');
const index = join(root, 'constructs', 'index.ts');

/** The compiler's view of everything that `constructs/index.ts` exports. */
export const readSource = () => {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (d) => {
        throw new Error(ts.flattenDiagnosticMessageText(d.messageText, '\n'));
      },
    },
  );
  const program = ts.createProgram([index], config!.options);
  const checker = program.getTypeChecker();
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const docOf = (symbol: ts.Symbol | undefined): string =>
    symbol === undefined
      ? ''
      : ts
          .displayPartsToString(symbol.getDocumentationComment(checker))
          .replace(/\s*\n\s*/g, ' ')
          .trim();

  const exportsOf = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)!)!);
  const exported = exportsOf.map((alias): Exported => {
    const symbol = resolved(alias);
    const node = symbol.valueDeclaration ?? symbol.declarations![0]!;
    const file = relative(root, node.getSourceFile().fileName).replaceAll('\\', '/');
    return { name: alias.name, file, doc: docOf(symbol), node, symbol };
  });

  /** A property by name, looked for in every member of a union and inside arrays. */
  const property = (type: ts.Type, name: string): ts.Symbol | undefined => {
    const bare = checker.getNonNullableType(type);
    const element = checker.getIndexTypeOfType(bare, ts.IndexKind.Number);
    if (element && checker.isArrayLikeType(bare)) return property(element, name);
    const members = bare.isUnion() ? bare.types : [bare];
    return members.map((member) => checker.getPropertyOfType(member, name)).find((found) => found !== undefined);
  };

  const parameters = (node: ts.SignatureDeclaration): string =>
    node.parameters.map((p) => p.getText().replace(/\s+/g, ' ').replaceAll('readonly ', '')).join(', ');

  return {
    exported,
    /** The type of the parameter `props` of a class's constructor. */
    propsType: (node: ts.ClassDeclaration): ts.Type | undefined => {
      const parameter = node.members
        .find(ts.isConstructorDeclaration)
        ?.parameters.find((p) => p.name.getText() === 'props');
      return parameter && checker.getTypeAtLocation(parameter);
    },
    propsName: (node: ts.ClassDeclaration): string | undefined =>
      node.members
        .find(ts.isConstructorDeclaration)
        ?.parameters.find((p) => p.name.getText() === 'props')
        ?.type?.getText(),
    declaredType: (symbol: ts.Symbol): ts.Type => checker.getDeclaredTypeOfSymbol(symbol),
    names: (type: ts.Type): readonly string[] => checker.getPropertiesOfType(type).map((symbol) => symbol.name),
    docAt: (type: ts.Type, path: readonly string[]): string => {
      let at: ts.Symbol | undefined;
      let inside = type;
      for (const name of path) {
        at = property(inside, name);
        if (at === undefined) return '';
        inside = checker.getTypeOfSymbol(at);
      }
      return docOf(at);
    },
    /** How a property is declared: `'route-based' | 'policy-based'`, and whether it may be left out. */
    declared: (type: ts.Type, name: string): { readonly type: string; readonly optional: boolean } => {
      const symbol = checker.getPropertyOfType(type, name)!;
      const node = symbol.valueDeclaration;
      const written = node && ts.isPropertySignature(node) ? node.type?.getText() : undefined;
      const text = written ?? checker.typeToString(checker.getTypeOfSymbol(symbol));
      return {
        type: text.replace(/\s+/g, ' ').replaceAll('readonly ', ''),
        optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      };
    },
    /** Public methods and fields of a class, and the members of a constant object. */
    members: (node: ts.Declaration): readonly Member[] => {
      if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer))
        return node.initializer.properties.filter(ts.isPropertyAssignment).map((p) => ({
          name: p.name.getText(),
          signature: `${node.name.getText()}.${p.name.getText()}${ts.isArrowFunction(p.initializer) ? `(${parameters(p.initializer)})` : ''}`,
          doc: docOf(checker.getSymbolAtLocation(p.name)),
        }));
      if (!ts.isClassDeclaration(node)) return [];
      const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
      return node.members
        .filter(
          (m) =>
            m.name !== undefined &&
            !ts.isComputedPropertyName(m.name) &&
            (ts.getCombinedModifierFlags(m) & hidden) === 0,
        )
        .map((m) => {
          const flags = ts.getCombinedModifierFlags(m);
          const name = `${flags & ts.ModifierFlags.Static ? `${node.name!.text}.` : ''}${m.name!.getText()}`;
          const call = ts.isMethodDeclaration(m) ? `(${parameters(m)})` : '';
          return { name, signature: name + call, doc: docOf(checker.getSymbolAtLocation(m.name!)) };
        });
    },
  };
};

export type SourceView = ReturnType<typeof readSource>;
