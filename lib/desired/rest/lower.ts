import { topological } from '../../kernel/graph';
import type { JsonObject } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { addressOf, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { secretsOf } from '../../model/secret';
import type { Desired, External } from '../item';
import type { AnyRest, Look, RestGrammar } from './grammar';
import { writeObject, type RestObject } from './object';

type Bag = Record<string, unknown>;
type GrammarOf = <K extends Kind>(kind: K) => AnyRest<NounOf<K>>;

const objections = (resource: Resource, grammar: AnyRest<Bag>, platform: string): readonly Problem[] => {
  const title = nouns[resource.kind].title;
  if (grammar.form === 'none')
    return [problem('noun.unsupported', resource.path, `${platform} has no ${title}`, grammar.why)];
  if (grammar.form !== 'object') return [];
  const bag = resource.noun as Bag;
  const refusals = Object.entries(grammar.fields).flatMap(([name, field]) => {
    if (bag[name] === undefined) return [];
    const why =
      field.form === 'refused' ? field.why : field.form === 'written' ? field.refuses?.(bag[name] as never) : undefined;
    return why === undefined ? [] : [problem('prop.refused', resource.path, `${name}: ${why}`)];
  });
  const missing = (grammar.required ?? [])
    .filter((name) => bag[name] === undefined)
    .map((name) =>
      problem('prop.required', resource.path, `${name}: ${platform} needs it in every ${title}`, `write ${name}`),
    );
  return [...refusals, ...missing];
};

/** `{id, name, type}` with a placeholder for each part that only the platform knows. */
const stub = (identity: string): RestObject['reference'] => ({
  id: `{${identity}}`,
  name: `{${identity}#name}`,
  type: `{${identity}#type}`,
});

const lookAmong = (resources: readonly Resource[], grammarOf: GrammarOf): Look => {
  const find = (kind: Kind, name: string) => resources.find((r) => r.kind === kind && r.name === name);
  return {
    noun: <K extends Kind>(kind: K, name: string) => find(kind, name)?.noun as NounOf<K> | undefined,
    lookedUp: stub,
    reference: (kind, name): JsonObject => {
      const grammar = grammarOf(kind) as AnyRest<Bag>;
      if (grammar.form === 'looked-up') return { ...stub(`${grammar.key}:${name}`), name };
      if (grammar.form !== 'object') throw new Error(`nothing refers to a ${kind} by id`);
      const known = find(kind, name)?.noun as Bag | undefined;
      const type = typeof grammar.type === 'string' ? grammar.type : known ? grammar.type(known) : 'Network';
      return { id: `{${grammar.key}:${name}}`, name: name.split('/').pop()!, type };
    },
  };
};

/** A thing that somebody else owns: known by its name alone. */
const external = (ref: Ref, path: string, grammarOf: GrammarOf, look: Look): External<RestObject> | undefined => {
  const kind = ref.ref as Kind;
  const grammar = grammarOf(kind) as AnyRest<Bag>;
  if (grammar.form !== 'object' && grammar.form !== 'looked-up') return undefined;
  const collection = grammar.form === 'object' ? grammar.collection({ name: ref.name }, look) : grammar.key;
  const content: RestObject = {
    identity: `${grammar.key}:${ref.name}`,
    kind,
    name: ref.name,
    collection,
    fixed: {},
    leaves: {},
    sealed: [],
    parts: [],
    reference: look.reference(kind, ref.name),
  };
  return { address: addressOf(kind, ref.name), title: `${nouns[kind].title} ${ref.name}`, path, content };
};

/** Lowers the nouns of one target to REST objects, in the order in which they can be created. */
export const lowerRest = (
  resources: readonly Resource[],
  grammarOf: GrammarOf,
  platform: string,
): { readonly desired: Desired<RestObject>; readonly problems: readonly Problem[] } => {
  const problems = resources.flatMap((r) => objections(r, grammarOf(r.kind) as AnyRest<Bag>, platform));
  const sound = problems.length === 0 ? resources : [];
  const look = lookAmong(sound, grammarOf);
  const written = sound.filter((r) => grammarOf(r.kind).form === 'object');
  const items = written.map((r) => ({
    address: addressOf(r.kind, r.name),
    kind: r.kind,
    name: r.name,
    path: r.path,
    refs: refsOf(r.noun).map((ref) => addressOf(ref.ref, ref.name)),
    content: writeObject(grammarOf(r.kind) as RestGrammar<Bag>, r.kind, r.name, r.noun as Bag, look),
  }));
  const { ordered } = topological(
    items,
    (item) => item.address,
    (item) => item.refs,
  );
  const externals = sound.flatMap((r) =>
    refsOf(r.noun)
      .filter((ref) => ref.external)
      .flatMap((ref) => external(ref, r.path, grammarOf, look) ?? []),
  );
  const unique = [...new Map(externals.map((e) => [e.address, e])).values()];
  return { desired: { items: ordered, externals: unique, secrets: secretsOf(written.map((r) => r.noun)) }, problems };
};
