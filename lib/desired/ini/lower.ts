import { topological } from '../../kernel/graph';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { addressOf, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { secretsOf } from '../../model/secret';
import type { Desired, External, Item } from '../item';
import { misplaced } from '../objections';
import type { AnyIni, IniGrammar } from './grammar';
import { writeSection, type IniSection } from './section';

type Bag = Record<string, unknown>;
type GrammarOf = <K extends Kind>(kind: K) => AnyIni<NounOf<K>>;

const objections = (resource: Resource, grammar: AnyIni<Bag>, platform: string): readonly Problem[] =>
  grammar.form === 'none'
    ? [problem('noun.unsupported', resource.path, `${platform} has no ${nouns[resource.kind].title}`, grammar.why)]
    : [];

const external = (ref: Ref, path: string, grammarOf: GrammarOf): External<IniSection> | undefined => {
  const kind = ref.ref as Kind;
  const grammar = grammarOf(kind) as AnyIni<Bag>;
  if (grammar.form === 'none') return undefined;
  const content: IniSection = { name: ref.name, ownership: grammar.ownership, entries: [] };
  return { address: addressOf(kind, ref.name), title: `${nouns[kind].title} ${ref.name}`, path, content };
};

/** Lowers the nouns of one target to sections of its file: what others name stands above them. */
export const lowerIni = (
  resources: readonly Resource[],
  grammarOf: GrammarOf,
  platform: string,
): { readonly desired: Desired<IniSection>; readonly problems: readonly Problem[] } => {
  const problems = resources.flatMap((r) => [
    ...objections(r, grammarOf(r.kind) as AnyIni<Bag>, platform),
    ...misplaced(r, undefined, platform),
  ]);
  const sound = problems.length === 0 ? resources : [];
  const items = sound.map((r): Item<IniSection> => ({
    address: addressOf(r.kind, r.name),
    kind: r.kind,
    name: r.name,
    path: r.path,
    refs: refsOf(r.noun).map((ref) => addressOf(ref.ref, ref.name)),
    content: writeSection(grammarOf(r.kind) as unknown as IniGrammar<Bag>, r.noun as Bag),
  }));
  const { ordered } = topological(
    items,
    (item) => item.address,
    (item) => item.refs,
  );
  const externals = sound.flatMap((r) =>
    refsOf(r.noun)
      .filter((ref) => ref.external)
      .flatMap((ref) => external(ref, r.path, grammarOf) ?? []),
  );
  const unique = [...new Map(externals.map((e) => [e.address, e])).values()];
  return { desired: { items: ordered, externals: unique, secrets: secretsOf(sound.map((r) => r.noun)) }, problems };
};
