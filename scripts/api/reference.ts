import ts from 'typescript';
import type { z } from 'zod';
import { nouns, type Kind } from '../../lib/model/nouns';
import { login, targets, trust, type PlatformId } from '../../lib/model/targets';
import { code, link, splitDefault, table } from './markdown';
import { writingsOf } from './platforms';
import { allowedOf, defaultOf, isArray, isOptional, isTagged, shapeOf, typeOf, unwrap, type Shape } from './schema';
import { readSource, type Exported, type SourceView } from './source';

/** The rooms in the order in which a reader meets them. A new room is added here. */
const rooms: readonly (readonly [folder: string, title: string])[] = [
  ['lib/synth', 'Programs'],
  ['lib/model', 'Secrets'],
  ['lib/rules', 'Rules'],
  ['constructs', 'Renamed devices and objects'],
  ['constructs/core', 'Every device and object'],
  ['constructs/devices', 'Devices'],
  ['constructs/patterns', 'Patterns'],
  ['constructs/ikev2', 'IKEv2'],
  ['constructs/ipsec', 'IPsec'],
  ['constructs/pki', 'Certificates and trust'],
  ['constructs/interfaces', 'Interfaces and routes'],
  ['constructs/aaa', 'Authentication, authorization, accounting'],
  ['constructs/addressing', 'Address pools and access lists'],
  ['constructs/remote-access', 'Remote access'],
  ['constructs/clients', 'Clients'],
  ['constructs/ise', 'ISE'],
  ['constructs/duo', 'Duo'],
  ['constructs/site-to-site', 'Site-to-site topologies of the FMC'],
  ['constructs/objects', 'Objects'],
  ['constructs/policies', 'Policies of the FMC'],
  ['constructs/management', 'Management'],
];
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

const kindOf = (node: ts.Declaration): Kind | undefined => {
  if (!ts.isClassDeclaration(node)) return undefined;
  const types = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.getText()));
  return types.map((text) => /^(?:DeviceObject|Referable)<'([^']+)'>$/.exec(text)?.[1]).find((k) => k) as
    Kind | undefined;
};

/** The schema behind the alias of a device's props: `TargetProps<'fmc'>`, `z.input<typeof login>`. */
const schemaOfAlias = (node: ts.Declaration): z.ZodType | undefined => {
  const text = ts.isTypeAliasDeclaration(node) ? node.type.getText() : '';
  const target = /^TargetProps<'([\w-]+)'>$/.exec(text)?.[1];
  if (target !== undefined) return targets[target as PlatformId];
  const named = /^z\.input<typeof (\w+)>$/.exec(text)?.[1];
  return named === undefined ? undefined : { login, trust }[named];
};

export const reference = (): { readonly contents: readonly string[]; readonly body: readonly string[] } => {
  const source = readSource();
  const { exported } = source;
  const constructOf = new Map(
    exported.flatMap((e): [string, string][] => (kindOf(e.node) ? [[kindOf(e.node)!, e.name]] : [])),
  );
  const nameOf = (kind: string): string => constructOf.get(kind) ?? kind;
  const propsOfClasses = new Set(
    exported.flatMap((e) => (ts.isClassDeclaration(e.node) ? [source.propsName(e.node)] : [])),
  );
  const strange = exported.find((e) => !rooms.some(([folder]) => folder === folderOf(e.file)));
  if (strange) throw new Error(`${strange.file}: no room of scripts/api/reference.ts: add its folder to \`rooms\``);

  const inRoom = (folder: string): readonly Exported[] =>
    exported
      .filter((e) => folderOf(e.file) === folder && !propsOfClasses.has(e.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const section = (e: Exported): readonly string[] => [
    `### ${e.name}`,
    '',
    ...(e.doc === '' ? [] : [e.doc, '']),
    ...entry(e, source, exported, nameOf),
  ];
  return {
    contents: rooms.map(
      ([folder, title]) =>
        `- **${link(title)}**: ${inRoom(folder)
          .map((e) => link(e.name))
          .join(', ')}`,
    ),
    body: rooms.flatMap(([folder, title]) => [`## ${title}`, '', ...inRoom(folder).flatMap(section)]),
  };
};

type NameOf = (kind: string) => string;

const entry = (e: Exported, source: SourceView, all: readonly Exported[], nameOf: NameOf): readonly string[] => {
  const kind = kindOf(e.node);
  const members = table(
    ['Member', 'Description'],
    source
      .members(e.node)
      .filter((m) => m.doc !== '' || m.signature.includes('('))
      .map((m) => [code(m.signature), m.doc]),
  );
  if (ts.isClassDeclaration(e.node)) {
    const type = source.propsType(e.node);
    const alias = all.find((other) => other.name === source.propsName(e.node as ts.ClassDeclaration));
    const schema = kind ? nouns[kind].schema : alias && schemaOfAlias(alias.node);
    return [
      ...(type === undefined ? [] : schema ? fromSchema(schema, type, source, nameOf) : fromTypes(type, source)),
      ...(kind === undefined ? [] : onPlatforms(kind)),
      ...members,
    ];
  }
  if (ts.isInterfaceDeclaration(e.node)) return fromTypes(source.declaredType(e.symbol), source);
  if (!ts.isTypeAliasDeclaration(e.node)) return members;
  const schema = schemaOfAlias(e.node);
  if (schema) return fromSchema(schema, source.declaredType(e.symbol), source, nameOf);
  const text = e.node.type
    .getText()
    .replaceAll('readonly ', '')
    .replace(/^\| /, '')
    .replace(/\s*\n\s*\| |\s+\| (?=\{)/g, '\n  | ');
  return ['```ts', `type ${e.name} =${text.includes('\n') ? '\n  | ' : ' '}${text};`, '```', ''];
};

const head = ['Prop', 'Type', 'Default', 'Allowed', 'Description'];

const fromTypes = (type: ts.Type, source: SourceView): readonly string[] =>
  table(
    head,
    source.names(type).map((name) => {
      const { type: written, optional } = source.declared(type, name);
      const { text, fallback } = splitDefault(source.docAt(type, [name]));
      return [code(name), code(written), fallback || (optional ? '' : 'required'), '', text];
    }),
  );

/** Props by the schema; those that the construct adds itself (`name`) by their type. */
const fromSchema = (schema: z.ZodType, type: ts.Type, source: SourceView, nameOf: NameOf): readonly string[] => {
  const names = source.names(type);
  const row = (path: readonly string[], label: string, field: z.ZodType): readonly string[] => {
    const { text, fallback } = splitDefault(source.docAt(type, path));
    const own = path.length === 1 && source.declared(type, path[0]!).optional;
    const filled = fallback || code(defaultOf(field));
    // What the following rows say is not said twice.
    const nested =
      shapeOf(unwrap(field)) && !isTagged(field) ? `{ … }${isArray(field) ? '[]' : ''}` : typeOf(field, nameOf);
    return [code(label), code(nested), filled || (own || isOptional(field) ? '' : 'required'), allowedOf(field), text];
  };
  const rows = (shape: Shape, path: readonly string[], label: string): readonly (readonly string[])[] =>
    Object.entries(shape)
      .filter(([name]) => path.length > 0 || names.includes(name))
      .flatMap(([name, field]) => {
        const at = [...path, name];
        const shown = label === '' ? name : `${label}.${name}`;
        const inner = shapeOf(unwrap(field));
        const tagged = path.length > 0 && unwrap(field).def.type === 'literal';
        if (tagged) return [];
        return [row(at, shown, field), ...(inner ? rows(inner, at, isArray(field) ? `${shown}[]` : shown) : [])];
      });
  return table(head, rows(shapeOf(schema) ?? {}, [], ''));
};

const onPlatforms = (kind: Kind): readonly string[] => {
  const writings = writingsOf(kind);
  const fields = Object.keys(shapeOf(nouns[kind].schema) ?? {}).filter((name) => writings.some((w) => w.fields[name]));
  return table(
    ['Writes', ...writings.map((w) => w.title)],
    [
      ['', ...writings.map((w) => w.whole)],
      ...fields.map((name) => [code(name), ...writings.map((w) => w.fields[name] ?? w.others ?? '')]),
    ],
  );
};
