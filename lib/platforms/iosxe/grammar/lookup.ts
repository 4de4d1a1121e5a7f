import type { CliGrammar } from '../../../desired/cli/grammar';
import { readHeader, type HeaderOf } from '../../../desired/cli/section';
import { wordsOf, type Node } from '../../../desired/cli/tree';
import { groupBy } from '../../../kernel/group';
import type { Kind } from '../../../model/nouns';
import { grammar } from './index';

type AnyGrammar = CliGrammar<Record<string, unknown>>;
const all = Object.entries(grammar) as unknown as readonly (readonly [Kind, AnyGrammar])[];
const lead = (entry: AnyGrammar): readonly string[] => (entry.form === 'none' ? [] : entry.lead);
/** By the first words of their lead, at most three, so that a line of a large configuration is tried against few. */
const byLead = groupBy(
  all.filter(([, entry]) => lead(entry).length > 0),
  ([, entry]) => lead(entry).slice(0, 3).join(' '),
);
const begins = new Set([...byLead.keys()].map((words) => words.split(' ')[0]!));
const tried = (words: readonly string[]): readonly (readonly [Kind, AnyGrammar])[] => {
  const one = words[0]?.toLowerCase() ?? '';
  if (!begins.has(one)) return [];
  const two = `${one} ${words[1]?.toLowerCase()}`;
  const lists = [byLead.get(`${two} ${words[2]?.toLowerCase()}`), byLead.get(two), byLead.get(one)];
  return lists.flatMap((list) => list ?? []);
};

export interface Found {
  readonly kind: Kind;
  readonly grammar: AnyGrammar;
  readonly header: HeaderOf;
}

const foldable = all.flatMap(([, entry]) => (entry.form === 'statement' && entry.folded ? [entry] : []));

/** A statement that a release prints as a block, on one line. */
export const oneLine = (node: Node): Node => {
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

const isPartial = (entry: AnyGrammar): boolean => entry.form === 'section' && entry.partial === true;

/**
 * The noun that a line at the top level belongs to, or undefined. A block that is somebody else's is one only where
 * lines on it are `declared`.
 */
export const nounOfLine = (text: string, declared: (header: string) => boolean = () => false): Found | undefined => {
  const words = wordsOf(text);
  for (const [kind, entry] of words[0]?.toLowerCase() === 'no'
    ? [...tried(words), ...tried(words.slice(1))]
    : tried(words)) {
    const header = readHeader(entry, text, words);
    if (!('miss' in header) && (!isPartial(entry) || declared(header.header))) return { kind, grammar: entry, header };
  }
  return undefined;
};
