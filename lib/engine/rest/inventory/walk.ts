import { collectionFor } from '../../../desired/rest/grammar';
import { lookAmong } from '../../../desired/rest/lower';
import { nameTable, type Names } from '../../../desired/rest/names';
import type { Json, JsonObject } from '../../../kernel/json';
import { nameWithin } from '../../../model/noun';
import { nouns, type Kind } from '../../../model/nouns';
import { scrubbed } from '../scrub';
import type { Book, Listed } from './book';

/** All objects of a collection, whole. */
type List = (collection: string) => Promise<readonly JsonObject[]>;

/** Where objects of a kind are listed: those that stand in others once for each of these. */
const placesOf = (
  { nounOf, parents }: Pick<Book, 'nounOf' | 'parents'>,
  kind: Kind,
  known: readonly Listed[],
): readonly { readonly collection: string; readonly key: string; readonly parent?: Listed['parent'] }[] => {
  const grammar = nounOf(kind);
  if (grammar.form === 'looked-up') return [{ collection: grammar.collection ?? grammar.key, key: grammar.key }];
  if (grammar.form !== 'object') return [];
  const look = lookAmong([], nounOf);
  const at = (noun: object): string => collectionFor(grammar, noun as never, look);
  const above = parents[kind];
  if (above === undefined) return [{ collection: at({}), key: grammar.key }];
  return known
    .filter((each) => each.kind === above)
    .map(({ name }) => ({
      collection: at({ [nouns[kind].within!]: { ref: above, name } }),
      key: grammar.key,
      parent: { kind: above, name },
    }));
};

/** Rules by their rank and all else by name: the same whatever the order of the answer. */
const inOrder = (a: Listed, b: Listed): number => {
  const [one, other] = [a, b].map(({ found }) => Number(found.bodies['']?.['rank'] ?? 0));
  return one! - other! || (a.name < b.name ? -1 : 1);
};

/** All objects of a service, and the ids that they have. */
export const walked = async (
  book: Book,
  list: List,
): Promise<{ readonly listed: readonly Listed[]; readonly names: Names }> => {
  const names = nameTable(book);
  const listed: Listed[] = [];
  for (const kind of book.kinds)
    for (const { collection, key, parent } of placesOf(book, kind, listed)) {
      const own = (await list(names.fill(collection))).flatMap((body): Listed[] => {
        const found = book.found(names.fill(collection), key, body);
        if (found === undefined || found.name === '') return [];
        const above = parent === undefined ? {} : { [nouns[kind].within!]: { ref: parent.kind, name: parent.name } };
        const name = nameWithin(nouns[kind], found.name, above);
        return [{ kind, name, own: found.name, ...(parent === undefined ? {} : { parent }), found }];
      });
      for (const { name, own: called, found } of own)
        names.learn(`${key}:${name}`, { id: found.id, type: '', name: called, parts: {} });
      listed.push(...own.sort(inOrder));
    }
  return { listed, names };
};

/** Asks a service for all that an import needs, each list once. */
export const collected = async (book: Book, list: List): Promise<Readonly<Record<string, Json>>> => {
  const answers: Record<string, JsonObject[]> = {};
  const clean = (path: string, body: JsonObject): JsonObject =>
    scrubbed(book.scrub?.(path, body) ?? body, book.shown) as JsonObject;
  await walked(book, async (path) => (answers[path] ??= (await list(path)).map((body) => clean(path, body))));
  return answers;
};
