import ts from 'typescript';
import type { z } from 'zod';
import { catalogue, whyNotLookedUp } from '../../lib/model/construct-names';
import { nouns, type Kind } from '../../lib/model/nouns';
import { jumpHost, login, targets, trust, type PlatformId } from '../../lib/model/targets';
import { anchor, code, splitDefault, table } from './markdown';
import { withTypeLinks } from './links';
import { namedTypes } from './named';
import { writingsOf } from './platforms';
import { shownExample } from './shown';
import {
  allowedOf,
  defaultOf,
  isArray,
  isOptional,
  isTagged,
  ownShapeOf,
  shapeOf,
  typeOf,
  unwrap,
  type Shape,
} from './schema';
import { SourceView, type Exported } from './source';

/** The areas in the order in which a reader meets them: the folder of their pages, and their title. A new one is added here. */
const areas: readonly (readonly [area: string, title: string])[] = [
  ['programs', 'Programs'],
  ['secrets', 'Secrets'],
  ['rules', 'Rules'],
  ['core', 'Every device and object'],
  ['devices', 'Devices'],
  ['patterns', 'Patterns'],
  ['ikev2', 'IKEv2'],
  ['ipsec', 'IPsec'],
  ['pki', 'Certificates and trust'],
  ['interfaces', 'Interfaces and routes'],
  ['aaa', 'Authentication, authorization, accounting'],
  ['addressing', 'Address pools and access lists'],
  ['remote-access', 'Remote access'],
  ['clients', 'Clients'],
  ['ise', 'ISE'],
  ['duo', 'Duo'],
  ['site-to-site', 'Site-to-site topologies of the FMC'],
  ['objects', 'Objects'],
  ['policies', 'Policies of the FMC'],
  ['management', 'Management'],
  ['fleet', 'Fleets'],
];
const ofLib: Readonly<Record<string, string>> = {
  synth: 'programs',
  model: 'secrets',
  rules: 'rules',
  kernel: 'secrets',
  inventory: 'fleet',
};
/** `constructs/generated/ikev2/…` and `constructs/custom/ikev2/…` are one area; all rooms of patterns are one. */
const areaOf = (file: string): string => {
  const [top = '', first = '', second = ''] = file.split('/');
  if (top === 'lib') return ofLib[first] ?? first;
  if (first === 'generated') return second.endsWith('.ts') ? 'references' : second;
  if (first === 'custom') return second;
  return first.endsWith('.ts') ? 'programs' : first;
};

const kindOf = (node: ts.Declaration): Kind | undefined => {
  if (!ts.isClassDeclaration(node)) return undefined;
  const types = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.getText()));
  return types
    .map((text) => /^(?:DeviceObject|ExistingObject|Referable)<'([^']+)'(?:, \w+)?>$/.exec(text)?.[1])
    .find((k) => k) as Kind | undefined;
};

/** The schema behind the alias of a device's props: `TargetProps<'fmc'>`, `z.input<typeof login>`. */
const schemaOfAlias = (node: ts.Declaration): z.ZodType | undefined => {
  const text = ts.isTypeAliasDeclaration(node) ? node.type.getText() : '';
  const target = /^TargetProps<'([\w-]+)'>$/.exec(text)?.[1];
  if (target !== undefined) return targets[target as PlatformId];
  const named = /^z\.input<typeof (\w+)>$/.exec(text)?.[1];
  return named === undefined ? undefined : { jumpHost, login, trust }[named];
};

export interface Page {
  readonly area: string;
  readonly name: string;
  readonly text: readonly string[];
}

/** `Construct` is exported for modules, and documented by its own package. */
const isShown = ({ file }: Exported): boolean => areaOf(file) !== 'references' && !file.startsWith('node_modules/');

const isPage = ({ node }: Exported): boolean => ts.isClassDeclaration(node);

/** What is shown in an area, by name; props of a class are shown with it. */
const shownIn =
  (exported: readonly Exported[], propsOfClasses: ReadonlySet<string | undefined>) =>
  (area: string): readonly Exported[] =>
    exported
      .filter((e) => areaOf(e.file) === area && !propsOfClasses.has(e.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Where each name is explained, below `docs/api`: props of a class on its page. */
const addressesOf = (exported: readonly Exported[], source: SourceView): ReadonlyMap<string, string> => {
  const own = exported.map((e) => {
    const area = areaOf(e.file);
    return [e.name, `${area}/${isPage(e) ? `${e.name}.md` : `types.md#${anchor(e.name)}`}`] as const;
  });
  const props = exported.flatMap((e) => {
    const name = ts.isClassDeclaration(e.node) ? source.propsName(e.node) : undefined;
    return name === undefined ? [] : [[name, `${areaOf(e.file)}/${e.name}.md#props`] as const];
  });
  return new Map([...own, ...props]);
};

/** Links from the page of a name to where others are explained; none to the page itself. */
const linksFrom = (addresses: ReadonlyMap<string, string>, from: string) => {
  const pageOf = (name: string): string | undefined => addresses.get(name)?.split('#')[0];
  return (name: string): string | undefined =>
    pageOf(name) === undefined || pageOf(name) === pageOf(from) ? undefined : `../${addresses.get(name)!}`;
};

/** A page for each construct, one for the other types of an area, and the index of all. */
export const reference = (): { readonly index: readonly string[]; readonly pages: readonly Page[] } => {
  const source = new SourceView();
  const exported = source.exported.filter(isShown);
  const constructOf = new Map(
    exported.flatMap((e): [string, string][] => (kindOf(e.node) ? [[kindOf(e.node)!, e.name]] : [])),
  );
  const nameOf = (kind: string): string => constructOf.get(kind) ?? kind;
  const propsOfClasses = new Set(
    exported.flatMap((e) => (ts.isClassDeclaration(e.node) ? [source.propsName(e.node)] : [])),
  );
  const strange = exported.find((e) => !areas.some(([area]) => area === areaOf(e.file)));
  if (strange) throw new Error(`${strange.file}: no area of scripts/api/reference.ts: add it to \`areas\``);

  const inArea = shownIn(exported, propsOfClasses);
  const addresses = addressesOf(exported, source);
  const section = (e: Exported, heading: string): readonly string[] => [
    ...opening(e, heading),
    ...(isPage(e) ? shownExample(e.name, kindOf(e.node)) : []),
    ...withTypeLinks(entry(e, source, exported, nameOf), linksFrom(addresses, e.name)),
  ];
  const link = (area: string, e: Exported): string =>
    `[${e.name}](docs/api/${area}/${isPage(e) ? `${e.name}.md` : `types.md#${anchor(e.name)}`})`;
  const pages = areas.flatMap(([area, title]): readonly Page[] => {
    const all = inArea(area);
    const rest = all.filter((e) => !isPage(e));
    return [
      ...all.filter(isPage).map((e) => ({ area, name: e.name, text: section(e, '#') })),
      ...(rest.length === 0
        ? []
        : [{ area, name: 'types', text: [`# ${title}: types`, '', ...rest.flatMap((e) => section(e, '##'))] }]),
    ];
  });
  const index = areas.flatMap(([area, title]) => [
    `- **${title}**: ${inArea(area)
      .map((e) => link(area, e))
      .join(', ')}`,
  ]);
  return { index, pages };
};

const opening = (e: Exported, heading: string): readonly string[] => [
  `${heading} ${e.name}`,
  '',
  ...(e.doc === '' ? [] : [e.doc, '']),
  ...withoutExisting(kindOf(e.node)),
];

/** Every object of a device can be looked up; a page says where it cannot, and why. */
const withoutExisting = (kind: Kind | undefined): readonly string[] => {
  const why = kind === undefined || !catalogue.has(kind) ? undefined : whyNotLookedUp(kind);
  return why === undefined ? [] : [`It has no \`fromExisting\`: ${why}.`, ''];
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
    const props =
      type === undefined ? [] : schema ? fromSchema(schema, type, source, nameOf) : ofForms(type, source, nameOf);
    return [
      ...under('Props', props),
      ...under('Where each prop is written', kind === undefined ? [] : onPlatforms(kind)),
      ...under('Members', members),
    ];
  }
  if (ts.isInterfaceDeclaration(e.node)) {
    const type = source.declaredType(e.symbol);
    const named = namedTypes.find(({ name }) => name === e.name);
    return named ? fromSchema(named.schema, type, source, nameOf) : fromTypes(type, source, nameOf);
  }
  // A type and the constant that makes it may have one name.
  const alias = e.symbol.declarations?.find(ts.isTypeAliasDeclaration);
  if (alias === undefined) return members;
  const schema = schemaOfAlias(alias);
  if (schema) return fromSchema(schema, source.declaredType(e.symbol), source, nameOf);
  return [...aliased(e.name, alias), ...members];
};

const under = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, '', ...lines];

const aliased = (name: string, alias: ts.TypeAliasDeclaration): readonly string[] => {
  const text = alias.type
    .getText()
    .replaceAll('readonly ', '')
    .replace(/^\| /, '')
    .replace(/\n {2}\| |(?<=\S) \| (?=\{)/g, '\n  | ');
  return ['```ts', `type ${name} =${text.includes('\n') ? '\n  | ' : ' '}${text};`, '```', ''];
};

const head = ['Prop', 'Type', 'Default', 'Allowed', 'Description'];

/** A reference to an object of a kind is its construct, in words that a reader finds: `AddressPool`. */
const withConstructs = (type: string, nameOf: NameOf): string =>
  type
    .replace(/\bRef(?:erable|erence)?<'([\w-]+)'>/g, (_whole, kind: string) => nameOf(kind))
    .replace(/\b(\w+) \| \1\b/g, '$1');

/** Props that are one of several forms have a table for each. */
const ofForms = (type: ts.Type, source: SourceView, nameOf: NameOf): readonly string[] => {
  const forms = source.forms(type);
  return forms.length === 0
    ? fromTypes(type, source, nameOf)
    : forms.flatMap((form) => [`### ${form.name}`, '', form.doc, '', ...fromTypes(form.type, source, nameOf)]);
};

const fromTypes = (type: ts.Type, source: SourceView, nameOf: NameOf): readonly string[] =>
  table(
    head,
    source.names(type).map((name) => {
      const { type: written, optional } = source.declared(type, name);
      const { text, fallback } = splitDefault(source.docAt(type, [name]));
      return [code(name), code(withConstructs(written, nameOf)), fallback || (optional ? '' : 'required'), '', text];
    }),
  );

/** Props by the schema; those that the construct adds itself (`name`) by their type. */
const fromSchema = (schema: z.ZodType, type: ts.Type, source: SourceView, nameOf: NameOf): readonly string[] => {
  const names = source.names(type);
  const row = (path: readonly string[], label: string, field: z.ZodType): readonly string[] => {
    const { text, fallback } = splitDefault(source.docAt(type, path));
    const own = path.length === 1 && source.declared(type, path[0]!).optional;
    const filled = code(defaultOf(field)) || fallback;
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
  return table(head, rows(ownShapeOf(schema) ?? {}, [], ''));
};

const onPlatforms = (kind: Kind): readonly string[] => {
  const writings = writingsOf(kind).filter(({ has }) => has);
  const fields = Object.keys(shapeOf(nouns[kind].schema) ?? {}).filter((name) => writings.some((w) => w.fields[name]));
  if (fields.length === 0) return [];
  return table(
    ['Writes', ...writings.map((w) => w.title)],
    [
      ['', ...writings.map((w) => w.whole)],
      ...fields.map((name) => [code(name), ...writings.map((w) => w.fields[name] ?? w.others ?? '')]),
    ],
  );
};
