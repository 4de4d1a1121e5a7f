/** The types of the props of constructs that are written by hand, as data: what a program that is not compiled is held to. */
import { join } from 'node:path';
import ts from 'typescript';
import { classNameOf } from '../../lib/model/construct-names';
import type { Kind } from '../../lib/model/nouns';
import type { Shape } from '../../constructs/core/shape';

const root = join(__dirname, '..', '..');
const index = join(root, 'constructs', 'index.ts');

const programOf = (): ts.Program => {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  return ts.createProgram([index], config!.options);
};

/** The props of a class of `constructs/` that is a Construct by itself: what others take is checked as a noun or as a device. */
const propsOf = (symbol: ts.Symbol): ts.ParameterDeclaration | undefined => {
  const node = symbol.declarations?.find(ts.isClassDeclaration);
  if (node === undefined || /generated|devices|rollout/.test(node.getSourceFile().fileName)) return undefined;
  const parents = node.heritageClauses?.[0]?.types[0]?.expression.getText();
  if (parents !== 'Construct' && parents !== 'FlexVpn') return undefined;
  return node.members
    .find(ts.isConstructorDeclaration)
    ?.parameters.find(({ type }) => /^\w+Props$/.test(type?.getText() ?? ''));
};

/** What a value must have to be one of a class: of Construct the node alone, whatever its release has beside. */
const publicNames = (type: ts.Type): readonly string[] =>
  type
    .getProperties()
    .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
    .filter(({ name, valueDeclaration: at }) => {
      const own = at === undefined ? 0 : ts.getCombinedModifierFlags(at);
      const isHidden = (own & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
      return name === 'node' || (isOwn(at) && !isHidden);
    })
    .map(({ name }) => name)
    .filter((name) => /^\w+$/.test(name))
    .sort();

const isOwn = (at: ts.Declaration | undefined): boolean =>
  at !== undefined && !at.getSourceFile().fileName.includes('node_modules');

const nounFolders = [join(root, 'constructs', 'generated'), join(root, 'lib', 'model')];
/** Whether a field is one of an object of level 1, whose noun says what is in it. */
const isOfNoun = ({ declarations = [] }: ts.Symbol): boolean =>
  declarations.some((at) => nounFolders.some((folder) => at.getSourceFile().fileName.startsWith(folder)));

/** Without what is in objects. */
const shallow = (shape: Shape): Shape => {
  if (typeof shape === 'string') return shape;
  if ('fields' in shape || 'named' in shape || 'record' in shape) return 'object';
  if ('list' in shape) return { list: shallow(shape.list) };
  if ('one' in shape && shape.one.every((value) => typeof value === 'string')) return 'text';
  if ('one' in shape && shape.one.every((value) => typeof value === 'number')) return 'number';
  if ('either' in shape) {
    const all = new Map(shape.either.map(shallow).map((each) => [JSON.stringify(each), each]));
    return all.size === 1 ? [...all.values()][0]! : { either: [...all.values()] };
  }
  return shape;
};

class Shapes {
  /** Those with a name, which may refer to each other. */
  readonly named = new Map<string, Shape>();
  private readonly names = new Map<ts.Type, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Of a type, without `undefined`. */
  of(given: ts.Type): Shape {
    const type = this.checker.getNonNullableType(given);
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'any';
    if (flags & ts.TypeFlags.Never) return 'nothing';
    if (flags & ts.TypeFlags.Boolean) return 'boolean';
    if (type.isUnion()) return this.byName(type, () => this.ofUnion(type));
    if (type.isStringLiteral() || type.isNumberLiteral()) return { one: [type.value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { one: [this.checker.typeToString(type) === 'true'] };
    if (flags & ts.TypeFlags.StringLike) return 'text';
    if (flags & ts.TypeFlags.NumberLike) return 'number';
    return this.ofObject(type);
  }

  private ofUnion({ types }: ts.UnionType): Shape {
    const shapes = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)).map((each) => this.of(each));
    const literals = shapes.flatMap((shape) => (typeof shape === 'object' && 'one' in shape ? shape.one : []));
    const values = literals.filter((value) => typeof value !== 'boolean');
    const either = new Map<string, Shape>();
    for (const shape of shapes)
      if (typeof shape !== 'object' || !('one' in shape)) either.set(JSON.stringify(shape), shape);
    if (literals.includes(true) || literals.includes(false)) {
      const isWhole = literals.includes(true) && literals.includes(false);
      const shape: Shape = isWhole ? 'boolean' : { one: literals.filter((value) => typeof value === 'boolean') };
      either.set(JSON.stringify(shape), shape);
    }
    if (values.length > 0) either.set('one', { one: [...new Set(values)].sort() });
    const all = [...either.values()];
    return all.length === 1 ? all[0]! : { either: all };
  }

  private ofObject(type: ts.Type): Shape {
    const { checker } = this;
    if (type.getCallSignatures().length > 0) return 'function';
    if (checker.isTupleType(type))
      return { tuple: checker.getTypeArguments(type as ts.TypeReference).map((each) => this.of(each)) };
    const element = checker.isArrayLikeType(type) ? type.getNumberIndexType() : undefined;
    if (element !== undefined) return { list: this.of(element) };
    return this.ofConstruct(type) ?? this.byName(type, () => this.fieldsOf(type));
  }

  /** What is known by a brand or a field, and not by what it is made of. */
  private ofConstruct(type: ts.Type): Shape | undefined {
    const device = this.literalsAt(type, 'deviceType');
    if (device !== undefined)
      return type.symbol.name === 'Device'
        ? { like: 'Device', has: ['deviceType'] }
        : { device, class: type.symbol.name };
    if (this.literalsAt(type, 'secret') !== undefined) return 'secret';
    const ref = type.getProperty('ref');
    const inside = ref && this.checker.getTypeOfSymbol(ref);
    const [kind] = (inside && (inside.isStringLiteral() ? [inside.value] : this.literalsAt(inside, 'ref'))) ?? [];
    if (kind !== undefined) return { kind, class: classNameOf(kind as Kind) };
    const { symbol } = type;
    const isClass = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Class) !== 0;
    const isConstruct = isClass && type.getProperty('node') !== undefined;
    return isConstruct || symbol?.name === 'IConstruct' ? { like: symbol.name, has: publicNames(type) } : undefined;
  }

  private literalsAt(type: ts.Type, name: string): readonly string[] | undefined {
    const property = type.getProperty(name);
    if (property === undefined) return undefined;
    const at = this.checker.getTypeOfSymbol(property);
    const all = (at.isUnion() ? at.types : [at]).flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
    return all.length === 0 ? undefined : all;
  }

  /** A shape under the name of its type, which may refer to itself; one whose type has no name as it is. */
  private byName(type: ts.Type, make: () => Shape): Shape {
    const name = this.nameOf(type);
    if (name === undefined) return make();
    if (!this.named.has(name)) {
      this.named.set(name, 'any');
      this.named.set(name, make());
    }
    return { named: name };
  }

  private fieldsOf(given: ts.Type): Shape {
    const values = given.getStringIndexType();
    if (values !== undefined) return { record: this.of(values) };
    const fields = this.checker.getPropertiesOfType(given).map((property): readonly [string, Shape] => {
      const optional = property.flags & ts.SymbolFlags.Optional ? '?' : '';
      const type = this.checker.getTypeOfSymbol(property);
      return [`${property.name}${optional}`, isOfNoun(property) ? shallow(this.of(type)) : this.of(type)];
    });
    return { fields: Object.fromEntries(fields) };
  }

  /** The name of an interface or of a type, where it is of this package and has no parameters. */
  private nameOf(type: ts.Type): string | undefined {
    const known = this.names.get(type);
    if (known !== undefined) return known;
    const symbol = type.aliasSymbol ?? type.symbol;
    if (!symbol?.declarations?.some(isOwn) || symbol.name.startsWith('__') || type.aliasTypeArguments !== undefined)
      return undefined;
    if (
      (type as ts.TypeReference).target !== undefined &&
      this.checker.getTypeArguments(type as ts.TypeReference).length
    )
      return undefined;
    if ([...this.names.values()].includes(symbol.name)) return undefined;
    this.names.set(type, symbol.name);
    return symbol.name;
  }
}

const namesIn = (shape: unknown): readonly string[] =>
  [...JSON.stringify(shape).matchAll(/"named":"(\w+)"/g)].map(([, name]) => name!);

/** The named shapes that something refers to. */
const reached = (from: unknown, all: ReadonlyMap<string, Shape>): Readonly<Record<string, Shape>> => {
  const found = new Map<string, Shape>();
  const visit = (shape: unknown): void =>
    namesIn(shape).forEach((name) => {
      if (found.has(name)) return;
      found.set(name, all.get(name)!);
      visit(all.get(name));
    });
  visit(from);
  return Object.fromEntries(found);
};

/** The text of the file that has them all. */
export const shapesText = (): string => {
  const program = programOf();
  const checker = program.getTypeChecker();
  const shapes = new Shapes(checker);
  const props: Record<string, Shape> = {};
  for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)!)!)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const parameter = propsOf(symbol);
    if (parameter !== undefined) props[symbol.name] = shapes.of(checker.getTypeAtLocation(parameter));
  }
  const named = reached(props, shapes.named);
  return `// Written by \`npm run constructs\` from the types of the props; do not edit.

import type { Shape } from '../core/shape';

/** What constructs that are written by hand take, by the names of their classes. */
export const propsShapes = ${JSON.stringify(props)} as const satisfies Readonly<Record<string, Shape>>;

/** Shapes that others refer to by name. */
export const namedShapes: Readonly<Record<string, Shape>> = ${JSON.stringify(named)};
`;
};
