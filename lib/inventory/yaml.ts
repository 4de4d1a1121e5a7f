import type * as Yaml from 'yaml';
import { fail, problem, ProblemError } from '../kernel/problem';
import { quotedText } from '../kernel/limits';
import { driver } from './driver';
import { readText } from './read-text';
import type { ReadRow } from './schema';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shape = 'write a list of mappings, or a mapping of names to mappings';

/** The value of a node, with what its aliases stand for. An alias of nothing, and aliases without end, are a fault of it. */
const plainOf = (
  node: unknown,
  document: Yaml.Document,
  yaml: typeof Yaml,
  where: (offset: number) => string,
): unknown => {
  if (!yaml.isNode(node)) return node;
  try {
    return node.toJS(document, { maxAliasCount: 100 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return fail('inventory.yaml', where(node.range?.[0] ?? 0), quotedText(error.message), 'write the value itself');
  }
};

/** The mappings of a document with the line of each: those of a list, or those below names. */
const entriesOf = (
  document: Yaml.Document,
  yaml: typeof Yaml,
  where: (offset: number) => string,
): readonly { readonly value: unknown; readonly name?: string; readonly offset: number }[] | undefined => {
  const { contents } = document;
  const plain = (node: unknown): unknown => plainOf(node, document, yaml, where);
  const offsetOf = (node: unknown): number => (yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0);
  if (yaml.isSeq(contents)) return contents.items.map((item) => ({ value: plain(item), offset: offsetOf(item) }));
  if (!yaml.isMap(contents)) return undefined;
  return contents.items.map(({ key, value }) => ({
    value: plain(value),
    name: String(plain(key)),
    offset: offsetOf(key),
  }));
};

/** The rows of a YAML 1.2 document. Below a name, `name` is that name. */
export const readYaml = (file: string): readonly ReadRow[] => {
  const text = readText(file);
  const yaml = driver<typeof Yaml>('yaml', file);
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0)
    throw new ProblemError(
      document.errors.map(({ message, pos }) =>
        problem('inventory.yaml', at(pos[0]), quotedText(message), 'correct the line'),
      ),
    );
  const entries = entriesOf(document, yaml, at);
  if (entries === undefined) return fail('inventory.yaml', file, 'holds no list', shape);
  return entries.map(({ value, name, offset }) => {
    const place = at(offset);
    return isRecord(value)
      ? { at: place, values: name === undefined ? value : { name, ...value } }
      : { at: place, values: {}, fault: problem('inventory.yaml', place, 'is not a mapping', shape) };
  });
};
