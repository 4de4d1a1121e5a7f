import { topological } from '../../kernel/graph';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { addressOf, refsOf } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { secretsOf } from '../../model/secret';
import type { Desired, External } from '../item';
import type { CliGrammar } from './grammar';
import { write, type Section } from './section';

type GrammarOf = <K extends Kind>(kind: K) => CliGrammar<NounOf<K>>;
type Bag = Record<string, unknown>;

/** What the grammar of this platform refuses of a noun, and what it demands. */
const objections = (resource: Resource, grammar: CliGrammar<Bag>, platform: string): readonly Problem[] => {
  const at = resource.path;
  const title = nouns[resource.kind].title;
  const bag = resource.noun as Bag;
  if (grammar.form === 'none') return [problem('noun.unsupported', at, `${platform} has no ${title}`, grammar.why)];
  const given = Object.keys(bag).filter((field) => bag[field] !== undefined);
  const refusals: Readonly<Record<string, string | undefined>> =
    grammar.form === 'statement'
      ? (grammar.refused ?? {})
      : Object.fromEntries(
          Object.entries(grammar.fields).map(([f, field]) => [f, field.form === 'refused' ? field.why : undefined]),
        );
  const required = grammar.form === 'section' ? (grammar.required ?? []) : [];
  return [
    ...given.flatMap((field) =>
      refusals[field] === undefined ? [] : [problem('prop.refused', at, `${field}: ${refusals[field]}`)],
    ),
    ...required
      .filter((field) => bag[field] === undefined)
      .map((field) => problem('prop.required', at, `${field}: ${platform} needs it for a ${title}`, `write ${field}`)),
  ];
};

/** The section of something that somebody else owns: only its header is known, and only that is asked for. */
const external = (grammarOf: GrammarOf, kind: Kind, name: string, path: string): External<Section> | undefined => {
  const grammar = grammarOf(kind) as CliGrammar<Bag>;
  if (grammar.form !== 'section') return undefined;
  const content = { ...write(grammar, { name, sequence: 10 }), entries: [] };
  return { address: addressOf(kind, name), title: `${nouns[kind].title} ${name}`, path, content };
};

/** Lowers the nouns of one target to CLI sections, in the order in which they can be typed. */
export const lowerCli = (
  resources: readonly Resource[],
  grammarOf: GrammarOf,
  platform: string,
): { readonly desired: Desired<Section>; readonly problems: readonly Problem[] } => {
  const problems = resources.flatMap((r) => objections(r, grammarOf(r.kind) as CliGrammar<Bag>, platform));
  const writable = problems.length === 0 ? resources : [];
  const items = writable.map((r) => ({
    address: addressOf(r.kind, r.name),
    kind: r.kind,
    name: r.name,
    path: r.path,
    refs: refsOf(r.noun).map((ref) => addressOf(ref.ref, ref.name)),
    content: write(grammarOf(r.kind) as CliGrammar<Bag>, r.noun as Bag),
  }));
  const { ordered, cycle } = topological(
    items,
    (item) => item.address,
    (item) => item.refs,
  );
  if (cycle)
    return { desired: { items: [], externals: [], secrets: [] }, problems: [...problems, circular(cycle, platform)] };
  const externals = writable.flatMap((r) =>
    refsOf(r.noun)
      .filter((ref) => ref.external)
      .flatMap((ref) => external(grammarOf, ref.ref as Kind, ref.name, r.path) ?? []),
  );
  const unique = [...new Map(externals.map((e) => [e.address, e])).values()];
  return { desired: { items: ordered, externals: unique, secrets: secretsOf(writable.map((r) => r.noun)) }, problems };
};

const circular = (cycle: readonly string[], platform: string): Problem =>
  problem(
    'refs.cycle',
    platform,
    `these refer to each other in a circle: ${[...cycle, cycle[0]].join(' → ')}`,
    'take one of the references out',
  );
