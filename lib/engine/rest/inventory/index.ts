import type { Answers } from '../../../contract/answers';
import type { Inventory } from '../../../contract/platform';
import { lookAmong } from '../../../desired/rest/lower';
import { nameTable, type Names } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import { fieldsIn } from '../../../desired/rest/read-noun';
import { meaningOn, saying, withLeft, withSecrets } from '../../../desired/rest/saying';
import { symbolic } from '../../../desired/rest/symbolic';
import type { JsonObject } from '../../../kernel/json';
import type { Resource } from '../../../model/network';
import { addressOf } from '../../../model/noun';
import { nouns } from '../../../model/nouns';
import { observed, type Reading } from '../read';
import type { Bag, Book, IsThere, Listed } from './book';
import { walked } from './walk';

type Noun = Inventory<RestObject>['nouns'][number];
type Unreadable = Inventory<RestObject>['unreadable'][number] & {
  /** It is not to be declared: that needs no word. */
  readonly quiet: boolean;
  readonly given?: true;
};
type Judged = Noun | Unreadable;
const isReadable = (each: Judged): each is Noun => 'props' in each;

/** No secret is answered: whichever is declared counts as the one that is there. */
const secrets = { judge: (marker: string) => marker, reveal: (text: string) => text };

const judged = (book: Book, listed: Listed, names: Names, isThere: IsThere): Judged => {
  const { kind, name, own, parent, found } = listed;
  const grammar = book.grammarOf(kind);
  const why = grammar === undefined ? 'it is only referred to' : book.given(kind, own, found.bodies['']!);
  if (grammar === undefined) return { kind, name, why: why!, quiet: true };
  if (why !== undefined) return { kind, name, why, quiet: true, given: true };
  const locked = book.lockedIn?.(kind, found.bodies['']!);
  if (locked !== undefined) return { kind, name, why: locked, quiet: true };
  const bodies = symbolic(found.bodies, names) as Readonly<Record<string, JsonObject>>;
  const read = withLeft(grammar, fieldsIn(grammar, bodies));
  const above: Bag = parent === undefined ? {} : { [nouns[kind].within!]: { ref: parent.kind, name: parent.name } };
  const more = { ...above, ...book.besides[kind]?.(listed, bodies, isThere) };
  const props = saying(kind, own, read, more);
  const lost = read.unread.filter((field) => props[field] === undefined);
  if (lost.length > 0) return { kind, name, why: `no property says what it has as ${lost.join(', ')}`, quiet: false };
  const label = book.label?.(listed);
  const called = label === undefined ? { own } : { own, label };
  return { kind, name, ...called, props, stays: book.stays?.(listed, bodies) ?? [] };
};

const resourceOf = ({ kind: called, name, own, props }: Noun): Resource => {
  const kind = called as Resource['kind'];
  const noun = withSecrets({ ...props, name: own });
  const parsed = nouns[kind].schema.safeParse(noun);
  return { kind, name, path: name, noun: (parsed.success ? parsed.data : noun) as Resource['noun'] };
};

/** Reads what was answered before: of what was not asked then it says that it is not there. */
const replay = (book: Book, list: (path: string) => Promise<readonly JsonObject[]>): Reading => ({
  service: { code: book.code, title: book.title, target: 'import' },
  collectionOf: book.collectionOf,
  grammarOf: book.grammarOf,
  ...(book.lockedIn === undefined ? {} : { lockedIn: book.lockedIn }),
  read: async (path, isWanted, key) =>
    (await list(path)).flatMap((body) => book.found(path, key, body) ?? []).filter(isWanted),
});

/** What a service has, from what it answered. */
export const inventoryOf = async (book: Book, { answers }: Answers): Promise<Inventory<RestObject>> => {
  const list = (path: string): Promise<readonly JsonObject[]> =>
    Promise.resolve((answers[path] ?? []) as readonly JsonObject[]);
  const { listed, names } = await walked(book, list);
  const there = new Set(listed.map(({ kind, name }) => addressOf(kind, name)));
  const all = listed.map((each) => judged(book, each, names, (kind, name) => there.has(addressOf(kind, name))));
  const readable = all.filter(isReadable);
  const strange = all.flatMap((each) => (isReadable(each) ? [] : [each]));
  const port = replay(book, list);
  return {
    nouns: readable,
    unreadable: strange.filter(({ quiet }) => !quiet),
    there: strange.filter(({ quiet }) => quiet),
    meaning: meaningOn(book.nounOf, lookAmong(readable.map(resourceOf), book.nounOf)),
    beside: ({ items, externals }) =>
      observed(
        [...items, ...externals].map(({ content }) => content),
        nameTable(book),
        port,
        secrets,
      ),
  };
};
