import { countsTogether } from './decisive';
import { groupBy } from '../../kernel/group';
import type { CliGrammar, StatementsGrammar } from './grammar';
import { readHeader, type HeaderOf } from './section';
import { wordsOf, type Node } from './tree';
import { missed } from './words';

type AnyGrammar = CliGrammar<Record<string, unknown>>;

export interface Found<K extends string = string> {
  readonly kind: K;
  readonly grammar: AnyGrammar;
  readonly header: HeaderOf;
}

export interface Lookup<K extends string = string> {
  /** A statement that a release prints as a block, on one line. */
  oneLine(node: Node): Node;
  /**
   * The noun that a line at the top level belongs to, or undefined. A block that is not declared is one only where
   * lines on it are `declared`.
   */
  nounOfLine(text: string, declared?: (header: string) => boolean): Found<K> | undefined;
  /** The same of a line of a tree, which all that read the tree ask: what it is without a declaration is found once. */
  nounOf(node: Node, declared?: (header: string) => boolean): Found<K> | undefined;
  /** The noun of which each line counts (`whole`) that a line is of by its first words, understood or not. */
  wholeOf(text: string): Whole | undefined;
}

export interface Whole {
  readonly grammar: StatementsGrammar<Record<string, unknown>>;
  readonly header: HeaderOf;
}

const lead = (entry: AnyGrammar): readonly string[] => (entry.form === 'none' ? [] : entry.lead);
const isPartial = (entry: AnyGrammar): boolean => entry.form === 'section' && entry.partial === true;

/** Grammars by the words of their leads, so that a line of a large configuration is tried against few. */
interface Branch<K> {
  readonly own: readonly (readonly [K, AnyGrammar])[];
  readonly next: ReadonlyMap<string, Branch<K>>;
}
const branchOf = <K>(all: readonly (readonly [K, AnyGrammar])[], depth: number): Branch<K> => {
  const deeper = groupBy(
    all.filter(([, entry]) => lead(entry).length > depth),
    ([, entry]) => lead(entry)[depth]!,
  );
  return {
    own: all.filter(([, entry]) => lead(entry).length === depth),
    next: new Map([...deeper].map(([word, those]) => [word, branchOf(those, depth + 1)])),
  };
};

type Entries<K> = readonly (readonly [K, AnyGrammar])[];

/** Those with most words of the line in their lead first. */
const tried = <K>(byLead: Branch<K>, words: readonly string[]): Entries<K> => {
  let found: Entries<K> = [];
  let branch = byLead.next.get(words[0]?.toLowerCase() ?? '');
  for (let at = 1; branch !== undefined; at++) {
    if (branch.own.length > 0) found = found.length === 0 ? branch.own : [...branch.own, ...found];
    branch = branch.next.get(words[at]?.toLowerCase() ?? '');
  }
  return found;
};

type Foldable = Extract<AnyGrammar, { readonly form: 'statement' }>;

const onOneLine = (node: Node, foldable: readonly Foldable[]): Node => {
  if (node.children.length === 0) return node;
  const words = wordsOf(node.text.toLowerCase());
  const entry = foldable.find(({ lead: own }) => own.every((part, i) => words[i] === part));
  if (entry?.folded === undefined) return node;
  const tail = Object.entries(entry.folded).flatMap(([begins, instead]) =>
    node.children
      .filter((child) => child.text === begins || child.text.startsWith(`${begins} `))
      .map((child) => `${instead}${child.text.slice(begins.length)}`.trim()),
  );
  return tail.length === node.children.length ? { ...node, text: [node.text, ...tail].join(' '), children: [] } : node;
};

const findIn =
  <K extends string>(byLead: Branch<K>): Lookup<K>['nounOfLine'] =>
  (text, declared = () => false) => {
    const words = wordsOf(text);
    const isNegated = words[0]?.toLowerCase() === 'no';
    const possible = [...tried(byLead, words), ...(isNegated ? tried(byLead, words.slice(1)) : [])];
    for (const [kind, entry] of possible) {
      const header = readHeader(entry, text, words);
      if (!('miss' in header) && (!isPartial(entry) || declared(header.header)))
        return { kind, grammar: entry, header };
    }
    return undefined;
  };

/** Keeps lines that are a noun whatever is declared: no declaration was asked for on the way. */
const foundOnce = <K extends string>(nounOfLine: Lookup<K>['nounOfLine']): Lookup<K>['nounOf'] => {
  const always = new WeakMap<Node, Found<K>>();
  return (node, declared = () => false) => {
    const known = always.get(node);
    if (known !== undefined) return known;
    let asked = false;
    const found = nounOfLine(node.text, (header) => {
      asked = true;
      return declared(header);
    });
    if (found !== undefined && !asked) always.set(node, found);
    return found;
  };
};

/** Finds the nouns of a platform by its grammars, one for each kind. */
export const lookupIn = <K extends string>(grammar: { readonly [E in K]: unknown }): Lookup<K> => {
  const all = Object.entries(grammar) as unknown as Entries<K>;
  const byLead = branchOf(
    all.filter(([, entry]) => lead(entry).length > 0),
    0,
  );
  const foldable = all.flatMap(([, entry]) => (entry.form === 'statement' && entry.folded ? [entry] : []));
  const nounOfLine = findIn(byLead);
  const wholes = all.flatMap(([, entry]) =>
    entry.form === 'statements' && countsTogether(entry.decides) ? [entry] : [],
  );
  const wholeOf = (text: string): Whole | undefined => {
    const words = wordsOf(text);
    for (const grammar of wholes) {
      const at = words[0] === 'no' ? 1 : 0;
      if (!grammar.lead.every((part, i) => words[at + i]?.toLowerCase() === part)) continue;
      const key = grammar.key!.read(words, at + grammar.lead.length);
      if (missed(key)) continue;
      const noun = key.value;
      return { grammar, header: { header: [...grammar.lead, ...grammar.key!.print(noun)].join(' '), noun } };
    }
    return undefined;
  };
  return { oneLine: (node) => onOneLine(node, foldable), nounOfLine, nounOf: foundOnce(nounOfLine), wholeOf };
};
