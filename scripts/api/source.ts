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

const compile = (): ts.Program => {
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
  return ts.createProgram([index], config!.options);
};

const propsParameter = (node: ts.ClassDeclaration): ts.ParameterDeclaration | undefined =>
  node.members
    .find(ts.isConstructorDeclaration)
    ?.parameters.find(({ name, type }) => name.getText() === 'props' || /\w+Props$/.test(type?.getText() ?? ''));

/** The defaults of the parameters of a generic type: what a reader has who gives none. */
const defaultsIn = (node: ts.Node | undefined): ReadonlyMap<string, string> =>
  new Map(
    node !== undefined && ts.isInterfaceDeclaration(node.parent)
      ? (node.parent.typeParameters ?? []).flatMap(({ name, default: own }) =>
          own === undefined ? [] : [[name.text, own.getText()] as const],
        )
      : [],
  );

const parameters = (node: ts.SignatureDeclaration): string =>
  node.parameters.map((p) => p.getText().replace(/\s+/g, ' ').replaceAll('readonly ', '')).join(', ');

/** The body behind overloads, whose own form no caller sees. */
const isImplementation = (member: ts.ClassElement, all: readonly ts.ClassElement[]): boolean =>
  ts.isMethodDeclaration(member) &&
  member.body !== undefined &&
  all.some((other) => ts.isMethodDeclaration(other) && !other.body && other.name.getText() === member.name.getText());

const isPublic = (member: ts.ClassElement): boolean => {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (
    member.name !== undefined &&
    !ts.isComputedPropertyName(member.name) &&
    (ts.getCombinedModifierFlags(member) & hidden) === 0
  );
};

/** Characters of a type that still stand in a cell of a table. */
const longest = 700;

/** Types of the language, and of packages that document them. */
const known = [
  ...['Record', 'Pick', 'Omit', 'Partial', 'Readonly', 'NonNullable', 'Extract', 'Exclude', 'Date', 'Map', 'Promise'],
  ...['ReadonlyMap', 'ReadonlySet', 'Construct', 'IConstruct', 'Referable'],
];

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('readonly ', '')
    .replace(/; \}/g, ' }')
    .replace(/(\?: [^;{}]+?) \| undefined\b/g, '$1');

/** The compiler's view of everything that `constructs/index.ts` exports. */
export class SourceView {
  readonly exported: readonly Exported[];
  private readonly checker: ts.TypeChecker;
  private readonly explained: ReadonlySet<string>;

  constructor() {
    const program = compile();
    this.checker = program.getTypeChecker();
    const module = this.checker.getSymbolAtLocation(program.getSourceFile(index)!)!;
    this.exported = this.checker.getExportsOfModule(module).map((alias) => this.exportedAs(alias));
    this.explained = new Set([...known, ...this.exported.map(({ name }) => name)]);
  }

  /** The type of the parameter `props` of a class's constructor. */
  propsType(node: ts.ClassDeclaration): ts.Type | undefined {
    const parameter = propsParameter(node);
    return parameter && this.checker.getTypeAtLocation(parameter);
  }

  propsName(node: ts.ClassDeclaration): string | undefined {
    return propsParameter(node)?.type?.getText();
  }

  /** The forms of props that are one of several, each with its name. */
  forms(type: ts.Type): readonly { readonly name: string; readonly doc: string; readonly type: ts.Type }[] {
    return type.isUnion()
      ? type.types.flatMap((one) => {
          const symbol = one.aliasSymbol ?? one.symbol;
          return symbol.name === '__type' ? [] : [{ name: symbol.name, doc: this.docOf(symbol), type: one }];
        })
      : [];
  }

  declaredType(symbol: ts.Symbol): ts.Type {
    return this.checker.getDeclaredTypeOfSymbol(symbol);
  }

  names(type: ts.Type): readonly string[] {
    return this.checker.getPropertiesOfType(type).map((symbol) => symbol.name);
  }

  docAt(type: ts.Type, path: readonly string[]): string {
    let at: ts.Symbol | undefined;
    let inside = type;
    for (const name of path) {
      at = this.property(inside, name);
      if (at === undefined) return '';
      inside = this.checker.getTypeOfSymbol(at);
    }
    return this.docOf(at);
  }

  /** How a property is declared: `'route-based' | 'policy-based'`, and whether it may be left out. */
  declared(type: ts.Type, name: string): { readonly type: string; readonly optional: boolean } {
    const symbol = this.checker.getPropertyOfType(type, name)!;
    const node = symbol.valueDeclaration;
    const written = node && ts.isPropertySignature(node) ? node.type?.getText() : undefined;
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const plain = written?.replace(/\/\*[^]*?\*\//g, '');
    const seen = plain !== undefined && this.isExplained(plain) ? plain : this.resolved(symbol, plain);
    const text = seen
      .replace(/\b[A-Z]\w*/g, (word) => defaultsIn(node).get(word) ?? word)
      .replace(/\bNonNullable<(\w+)>/g, '$1');
    return { type: tidy(optional ? text.replace(/ \| undefined\b/g, '') : text), optional };
  }

  /** Whether a reader finds each name in a type: no parameter of a generic one, nothing that is not exported. */
  private isExplained(text: string): boolean {
    const names = text.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? [];
    return !/\[['"]|\]\[/.test(text) && names.every((name) => this.explained.has(name));
  }

  /** The type as the compiler sees it where the property is used; as it is written where that is longer than a cell. */
  private resolved(symbol: ts.Symbol, written: string | undefined): string {
    const type = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(symbol));
    const { NoTruncation, InTypeAlias, UseSingleQuotesForStringLiteralType } = ts.TypeFormatFlags;
    const quoted = NoTruncation | UseSingleQuotesForStringLiteralType;
    const [short, whole] = [quoted, quoted | InTypeAlias].map((flags) =>
      this.checker.typeToString(type, undefined, flags),
    );
    if (this.isExplained(short!) || whole!.length > longest)
      return short!.length > longest ? (written ?? short!) : short!;
    return whole!;
  }

  /** Public methods and fields of a class, and the members of a constant object. */
  members(node: ts.Declaration): readonly Member[] {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer))
      return node.initializer.properties
        .filter(ts.isPropertyAssignment)
        .map((member) => this.memberOfObject(node.name.getText(), member));
    return ts.isClassDeclaration(node)
      ? node.members
          .filter((member) => isPublic(member) && !isImplementation(member, node.members))
          .map((member) => this.memberOfClass(node, member))
      : [];
  }

  private memberOfObject(object: string, member: ts.PropertyAssignment): Member {
    const call = ts.isArrowFunction(member.initializer) ? `(${parameters(member.initializer)})` : '';
    const name = member.name.getText();
    return {
      name,
      signature: `${object}.${name}${call}`,
      doc: this.docOf(this.checker.getSymbolAtLocation(member.name)),
    };
  }

  private memberOfClass(node: ts.ClassDeclaration, member: ts.ClassElement): Member {
    const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
    const name = `${isStatic ? `${node.name!.text}.` : ''}${member.name!.getText()}`;
    const call = ts.isMethodDeclaration(member) ? `(${parameters(member)})` : '';
    return { name, signature: name + call, doc: this.docOf(this.checker.getSymbolAtLocation(member.name!)) };
  }

  private exportedAs(alias: ts.Symbol): Exported {
    const symbol = alias.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(alias) : alias;
    const node = symbol.valueDeclaration ?? symbol.declarations![0]!;
    const file = relative(root, node.getSourceFile().fileName).replaceAll('\\', '/');
    return { name: alias.name, file, doc: this.docOf(symbol), node, symbol };
  }

  private docOf(symbol: ts.Symbol | undefined): string {
    if (symbol === undefined) return '';
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    // Where comments are written from schemas, the default stands as a tag.
    const tag = symbol.getJsDocTags(this.checker).find(({ name }) => name === 'default');
    const filled = tag === undefined ? '' : ` Default: ${ts.displayPartsToString(tag.text)}.`;
    return `${text}${filled}`.replace(/\s*\n\s*/g, ' ').trim();
  }

  /** A property by name, looked for in every member of a union and inside arrays. */
  private property(type: ts.Type, name: string): ts.Symbol | undefined {
    const bare = this.checker.getNonNullableType(type);
    const element = this.checker.getIndexTypeOfType(bare, ts.IndexKind.Number);
    if (element && this.checker.isArrayLikeType(bare)) return this.property(element, name);
    const members = bare.isUnion() ? bare.types : [bare];
    return members.map((member) => this.checker.getPropertyOfType(member, name)).find((found) => found !== undefined);
  }
}
