import { topological } from '../../kernel/graph';
import type { JsonObject } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import { atLeast } from '../../kernel/version';
import type { Resource } from '../../model/network';
import { addressOf, identityOf, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { secretsOf } from '../../model/secret';
import type { Desired, External, Item } from '../item';
import { misplaced, objections, refusalsIn } from '../objections';
import { unplaced, withValues } from './override';
import { collectionFor, type AnyRest, type Look, type RestGrammar } from './grammar';
import { writeObject, type RestObject } from './object';

type Bag = Record<string, unknown>;
type GrammarOf = <K extends Kind>(kind: K) => AnyRest<NounOf<K>>;

/** Values that have no place on the platform. */
const unwritable = (
  { path, noun }: Pick<Resource, 'path' | 'noun'>,
  grammar: Pick<RestGrammar<Bag>, 'unwritable'>,
): readonly Problem[] =>
  (grammar.unwritable?.(noun as Bag) ?? []).map(([field, why]) => problem('prop.refused', path, `${field}: ${why}`));

/** What the grammar refuses of values: some that the platform cannot write, some that this version cannot. */
const refusedValues = (
  { path, noun }: Resource,
  grammar: RestGrammar<Bag>,
  platform: string,
  version: string | undefined,
): readonly Problem[] => [
  ...Object.entries(grammar.fields).flatMap(([name, field]) => {
    const value = (noun as Bag)[name];
    const why = value === undefined || field.form !== 'written' ? undefined : field.refuses?.(value as never);
    return why === undefined ? [] : [problem('prop.refused', path, `${name}: ${why}`)];
  }),
  ...unwritable({ path, noun }, grammar),
  ...(grammar.since?.(noun as Bag) ?? []).flatMap(({ version: floor, what, instead }) =>
    version === undefined || atLeast(version, floor)
      ? []
      : [problem('version.missing', path, `${what}: ${platform} ${version} cannot, from ${floor} on it can`, instead)],
  ),
];

const problemsOf = (
  resource: Resource,
  grammar: AnyRest<Bag>,
  platform: string,
  version: string | undefined,
): readonly Problem[] => {
  if (grammar.form === 'none')
    return objections(resource, { none: grammar.why, order: [], refused: {}, required: [] }, platform);
  if (grammar.form === 'embedded') return unwritable(resource, grammar);
  if (grammar.form !== 'object') return [];
  const { fields, required = [] } = grammar;
  const order = Object.keys(fields);
  return [
    ...objections(resource, { order, refused: refusalsIn(fields), required: required }, platform),
    ...refusedValues(resource, grammar, platform, version),
  ];
};

/** `{id, name, type}` with a placeholder for each part that only the platform knows. */
const stub = (identity: string): RestObject['reference'] => ({
  id: `{${identity}}`,
  name: `{${identity}#name}`,
  type: `{${identity}#type}`,
});

/** By the noun the name of the one ahead of it in its row, as they are declared. */
const aheadIn = <K extends Kind>(
  resources: readonly Resource[],
  kind: K,
  row: (noun: NounOf<K>) => string,
): ReadonlyMap<object, string> => {
  const last = new Map<string, string>();
  return new Map(
    resources.flatMap((one): (readonly [object, string])[] => {
      if (one.kind !== kind) return [];
      const own = row(one.noun as NounOf<K>);
      const ahead = last.get(own);
      last.set(own, one.name);
      return ahead === undefined ? [] : [[one.noun, ahead]];
    }),
  );
};

/** What fields ask of these. */
export const lookAmong = (resources: readonly Resource[], grammarOf: GrammarOf): Look => {
  const find = (kind: Kind, name: string) => resources.find((r) => r.kind === kind && r.name === name);
  const rows = new Map<Kind, ReadonlyMap<object, string>>();
  return {
    ahead: (kind, noun, row) => {
      const known = rows.get(kind) ?? aheadIn(resources, kind, row);
      rows.set(kind, known);
      return known.get(noun);
    },
    noun: <K extends Kind>(kind: K, name: string) => find(kind, name)?.noun as NounOf<K> | undefined,
    lookedUp: stub,
    reference: (kind, name): JsonObject => {
      const grammar = grammarOf(kind) as AnyRest<Bag>;
      if (grammar.form === 'looked-up')
        return grammar.type === undefined
          ? { ...stub(`${grammar.key}:${name}`), name }
          : { id: `{${grammar.key}:${name}}`, name, type: grammar.type };
      if (grammar.form !== 'object') throw new Error(`nothing refers to a ${kind} by id`);
      const known = find(kind, name)?.noun as Bag | undefined;
      const type =
        typeof grammar.type === 'string' ? grammar.type : known ? grammar.type(known) : `{${grammar.key}:${name}#type}`;
      return { id: `{${grammar.key}:${name}}`, name: name.split('/').pop()!, type };
    },
  };
};

/** Names of what is not declared by which it cannot be found: these characters mark where an id is put in. */
const unfindable = ({ noun, path }: Resource, grammarOf: GrammarOf): readonly Problem[] =>
  refsOf(noun).flatMap((ref) => {
    const { form } = grammarOf(ref.ref as Kind) as AnyRest<Bag>;
    if (!ref.external || (form !== 'object' && form !== 'looked-up') || !/[{}#"]/.test(ref.name)) return [];
    const words = `${nouns[ref.ref as Kind].title} '${ref.name}': what has { } # or " in its name is not found`;
    return [problem('name.unfindable', path, words, 'name another one in its place, or rename it there')];
  });

/** An object that is not declared: known by its name alone. */
const external = (ref: Ref, path: string, grammarOf: GrammarOf, look: Look): External<RestObject> | undefined => {
  const kind = ref.ref as Kind;
  const grammar = grammarOf(kind) as AnyRest<Bag>;
  if (grammar.form !== 'object' && grammar.form !== 'looked-up') return undefined;
  const where =
    grammar.form === 'object'
      ? (grammar.all ?? collectionFor(grammar, { ...ref.key, ...identityOf(nouns[kind], ref.name) }, look))
      : undefined;
  const collection = grammar.form === 'looked-up' ? (grammar.collection ?? grammar.key) : where!;
  const content: RestObject = {
    identity: `${grammar.key}:${ref.name}`,
    kind,
    name: identityOf(nouns[kind], ref.name).name,
    collection,
    fixed: {},
    leaves: {},
    sealed: [],
    parts: [],
    reference: look.reference(kind, ref.name),
    ...(grammar.also ? { among: [collection, ...grammar.also] } : {}),
  };
  return {
    address: addressOf(kind, ref.name),
    title: `${nouns[kind].title} ${ref.name}`,
    path,
    ...(ref.key === undefined ? {} : { key: ref.key }),
    content,
  };
};

/** Two declared things that the platform keeps under one name in one place: the second would overwrite the first. */
const namesakes = (resources: readonly Resource[], grammarOf: GrammarOf, platform: string): readonly Problem[] => {
  const first = new Map<string, Resource>();
  return resources.flatMap((one) => {
    const grammar = grammarOf(one.kind) as AnyRest<Bag>;
    if (grammar.form !== 'object') return [];
    const { among } = grammar;
    const identity = among ? `${among.join()}:${one.name.toLowerCase()}` : `${grammar.key}:${one.name}`;
    const other = first.get(identity);
    if (other === undefined || (other.kind === one.kind && other.name === one.name)) {
      if (other === undefined) first.set(identity, one);
      return [];
    }
    const [mine, theirs] = [nouns[one.kind].title, nouns[other.kind].title];
    const why = among
      ? `on ${platform} a ${mine} and a ${theirs} cannot share a name, whatever its case, and ${other.path} is called '${other.name}'`
      : `${platform} keeps a ${mine} where it keeps a ${theirs}, and ${other.path} is called '${one.name}' too: the second would overwrite the first`;
    return [problem('name.taken', one.path, why, `give one of them another name, like '${one.name}-2'`)];
  });
};

const itemOf = (one: Resource, grammarOf: GrammarOf, look: Look): Item<RestObject> => {
  const grammar = grammarOf(one.kind) as RestGrammar<Bag>;
  return {
    address: addressOf(one.kind, one.name),
    kind: one.kind,
    name: one.name,
    path: one.path,
    refs: refsOf(one.noun).map((ref) => addressOf(ref.ref, ref.name)),
    content: withValues(grammar, writeObject(grammar, one.kind, one.name, one.noun as Bag, look), one.rest ?? []),
  };
};

const externalsOf = (
  resources: readonly Resource[],
  grammarOf: GrammarOf,
  look: Look,
): readonly External<RestObject>[] => {
  const all = resources.flatMap((r) =>
    refsOf(r.noun)
      .filter((ref) => ref.external)
      .flatMap((ref) => external(ref, r.path, grammarOf, look) ?? []),
  );
  return [...new Map(all.map((one) => [one.address, one])).values()];
};

/** Lowers the nouns of one target to REST objects, in the order in which they can be created. */
export const lowerRest = (
  resources: readonly Resource[],
  grammarOf: GrammarOf,
  platform: string,
  version?: string,
): { readonly desired: Desired<RestObject>; readonly problems: readonly Problem[] } => {
  const problems = [
    ...resources.flatMap((r) => [
      ...problemsOf(r, grammarOf(r.kind) as AnyRest<Bag>, platform, version),
      ...misplaced(r, 'rest', platform),
      ...unplaced(r, grammarOf(r.kind) as AnyRest<Bag>),
      ...unfindable(r, grammarOf),
    ]),
    ...namesakes(resources, grammarOf, platform),
  ];
  const sound = problems.length === 0 ? resources : [];
  const look = lookAmong(sound, grammarOf);
  const written = sound.filter((r) => grammarOf(r.kind).form === 'object');
  const { ordered } = topological(
    written.map((r) => itemOf(r, grammarOf, look)),
    (item) => item.address,
    (item) => item.refs,
  );
  const externals = externalsOf(sound, grammarOf, look);
  return { desired: { items: ordered, externals, secrets: secretsOf(sound.map((r) => r.noun)) }, problems };
};
