import { topological } from '../../kernel/graph';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { addressOf, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { secretsOf } from '../../model/secret';
import type { Desired, External, Item } from '../item';
import { misplaced, objections, refusalsIn, type Terms } from '../objections';
import type { CliGrammar } from './grammar';
import { rawObjections, withRaw } from './raw';
import { write, writeKey, type Entry, type Section } from './section';
import type { CliSyntax } from './syntax';

type GrammarOf = <K extends Kind>(kind: K) => CliGrammar<NounOf<K>>;
type Bag = Record<string, unknown>;
type SectionItem = Item<Section>;

/** What the grammar says of a noun besides its lines. */
const termsOf = (resource: Resource, grammar: CliGrammar<Bag>): Terms => {
  const order = Object.keys(resource.noun);
  if (grammar.form === 'none') return { none: grammar.why, order, refused: {}, required: [] };
  if (grammar.form === 'statement') return { order, refused: grammar.refused ?? {}, required: grammar.required ?? [] };
  return {
    order,
    refused: refusalsIn(grammar.fields),
    required: grammar.form === 'section' ? (grammar.required ?? []) : [],
  };
};

/** Two lines of one noun of which the device keeps only the second: no plan would ever come to rest. */
const collisions = (
  entries: readonly Entry[],
  found: (readonly [Entry, Entry])[] = [],
): readonly (readonly [Entry, Entry])[] => {
  const first = entries.length < 2 ? undefined : new Map<string, Entry>();
  for (const entry of entries) {
    const other = first?.get(entry.key);
    if (other === undefined) first?.set(entry.key, entry);
    else found.push([other, entry]);
    if (entry.children !== undefined) collisions(entry.children, found);
  }
  return found;
};
const displaced = (section: Section, path: string): readonly Problem[] =>
  collisions(section.entries).map(([one, two]) =>
    problem(
      'prop.twice',
      path,
      `\`${one.text}\` and \`${two.text}\` cannot both be there: the second takes the place of the first`,
      'leave one of them out',
    ),
  );

/** Two that cannot be there at once: the device takes the second for the first, or refuses it. */
const rivalry = (items: readonly SectionItem[]): readonly Problem[] => {
  if (items.every(({ content }) => content.rivals === undefined)) return [];
  const first = new Map<string, number>();
  return items.flatMap(({ content, path }, i) => {
    const before = (content.rivals ?? []).flatMap((header) => first.get(header) ?? []);
    if (!first.has(content.header)) first.set(content.header, i);
    if (before.length === 0) return [];
    const rival = items[Math.min(...before)]!;
    return [
      problem(
        'noun.rival',
        path,
        `\`${content.header}\` cannot be there beside \`${rival.content.header}\`, which ${rival.path} writes`,
        'give one of them another name',
      ),
    ];
  });
};

/** The section of something that is not declared: only its header is known, and only that is asked for. */
const external = (grammarOf: GrammarOf, ref: Ref, path: string): External<Section> | undefined => {
  const { name } = ref;
  const kind = ref.ref as Kind;
  const grammar = grammarOf(kind) as CliGrammar<Bag>;
  const content = writeKey(grammar, { sequence: 10, ...ref.key, name });
  if (content === undefined) return undefined;
  return { address: addressOf(kind, name), title: `${nouns[kind].title} ${name}`, path, content };
};

/**
 * In reference order. A circle is broken where a grammar lets the block stand empty (`bare`): that comes first, under an
 * address of its own, what refers to it follows, and then the block whole.
 */
const inOrder = (
  items: readonly SectionItem[],
  grammarOf: GrammarOf,
): { readonly ordered: readonly SectionItem[]; readonly cycle?: readonly string[] } => {
  const sorted = topological(
    items,
    (item) => item.address,
    (item) => item.refs,
  );
  const { cycle } = sorted;
  if (cycle === undefined) return sorted;
  const whole = items.find((item) => {
    const grammar = grammarOf(item.kind as Kind) as CliGrammar<Bag>;
    return cycle.includes(item.address) && grammar.form === 'section' && grammar.bare;
  });
  const address = `${whole?.address} (empty)`;
  if (whole === undefined || items.some((item) => item.address === address)) return sorted;
  const content: Section = { ...whole.content, entries: [], ownership: 'lines', shared: true };
  const empty: SectionItem = { ...whole, address, name: `${whole.name} (empty)`, refs: [], content };
  const repointed = items.map((item) =>
    item === whole
      ? { ...item, refs: [...item.refs, address] }
      : { ...item, refs: item.refs.map((ref) => (ref === whole.address ? address : ref)) },
  );
  return inOrder([empty, ...repointed], grammarOf);
};

/** Lowers the nouns of one target to CLI sections, in the order in which they can be typed. */
export const lowerCli = (
  resources: readonly Resource[],
  grammarOf: GrammarOf,
  platform: string,
  syntax: CliSyntax,
): { readonly desired: Desired<Section>; readonly problems: readonly Problem[] } => {
  const problems = resources.flatMap((r) => {
    const grammar = grammarOf(r.kind) as CliGrammar<Bag>;
    return [
      ...objections(r, termsOf(r, grammar), platform),
      ...misplaced(r, 'raw', platform),
      ...rawObjections(r, grammar, syntax),
    ];
  });
  const writable = problems.length === 0 ? resources : [];
  const refs = writable.map(({ noun }) => refsOf(noun));
  const items = writable.map((r, at) => ({
    address: addressOf(r.kind, r.name),
    kind: r.kind,
    name: r.name,
    path: r.path,
    refs: refs[at]!.map((ref) => addressOf(ref.ref, ref.name)),
    content: withRaw(r, write(grammarOf(r.kind) as CliGrammar<Bag>, r.noun as Bag), syntax),
  }));
  const twice = [...items.flatMap((item) => displaced(item.content, item.path)), ...rivalry(items)];
  if (twice.length > 0) return { desired: { items: [], externals: [], secrets: [] }, problems: twice };
  const { ordered, cycle } = inOrder(items, grammarOf);
  if (cycle)
    return { desired: { items: [], externals: [], secrets: [] }, problems: [...problems, circular(cycle, platform)] };
  const externals = writable.flatMap((r, at) =>
    refs[at]!.filter((ref) => ref.external).flatMap((ref) => external(grammarOf, ref, r.path) ?? []),
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
