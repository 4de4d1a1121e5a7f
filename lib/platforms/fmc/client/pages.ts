import { dig } from '../../../desired/rest/place';
import type { JsonObject } from '../../../kernel/json';
import { limits, megabyte } from '../../../kernel/limits';
import { fail } from '../../../kernel/problem';
import { sizeOf } from '../../../wire/rest-bounds';
import { isPathWord, isUuid } from '../../../wire/rest-path';

/** One page of a list, as far as it is believed. */
export interface Page {
  readonly items: readonly JsonObject[];
  /** How many there are in all pages. */
  readonly count: number;
  readonly bytes: number;
  /** Where the next page begins, where the answer says that there is one. */
  readonly next: number | undefined;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Jobs and tasks have numbers; what is an object has a UUID. */
const isId = (path: string, id: unknown): boolean =>
  id === undefined
    ? !/^(object|policy)\/[^/]+$/.test(path)
    : /^(object|policy|devices|devicehapairs)\//.test(path)
      ? isUuid(id)
      : isPathWord(id);

/** Of the address of the next page only where it begins is taken. */
const nextOf = (paging: JsonObject): number | undefined => {
  const { next } = paging;
  const address: unknown = Array.isArray(next) ? next[0] : next;
  const offset = typeof address === 'string' ? /[?&]offset=(\d{1,9})(?:&|$)/.exec(address)?.[1] : undefined;
  return offset === undefined ? undefined : Number(offset);
};

/**
 * A list is believed when it is proven whole: it says how many there are, and each of them is an object. The FMC leaves
 * `items` out where there are none.
 */
export const pageOf = (path: string, answer: JsonObject, offset: number): Page => {
  const refuse = (why: string): never => {
    throw new Error(`the answer to ${path} is not a list: ${why}. Nothing is planned on it`);
  };
  const { paging, items } = answer;
  const count = isObject(paging) ? paging['count'] : undefined;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0)
    return refuse('it does not say how many objects there are (paging.count)');
  if (items !== undefined && !Array.isArray(items)) return refuse('items is not an array');
  const all = (items ?? []) as readonly unknown[];
  if (!all.every(isObject)) return refuse('one of its items is not an object');
  const strange = all.find((item) => !isId(path, item['id']));
  if (strange !== undefined) return refuse('the id of one of its items is not a UUID');
  const next = nextOf(paging as JsonObject);
  if (offset === 0 && next === undefined && (all.length > count || (all.length === 0 && count > 0)))
    return refuse(`it says that there are ${count} objects and has ${all.length}`);
  return { items: all, count, bytes: sizeOf(answer), next };
};

/** Reads one page; one more than there may be, and a list that is too large, are refused. */
type Read = (offset: number) => Promise<Page>;

const bounded = (path: string, read: Read, listBytes: number): Read => {
  let bytes = 0;
  return async (offset) => {
    const page = await read(offset);
    bytes += page.bytes;
    // The first page has a bound of its own.
    if (offset === 0 || bytes <= listBytes) return page;
    return fail(
      'fmc.too-large',
      path,
      `the list is larger than ${Math.round(listBytes / megabyte)} MB`,
      'raise answerMegabytes of the target: a list may have four times as much',
    );
  };
};

/** Overrides have the id of their object: which one it is says the target. */
const distinct = (items: readonly JsonObject[]): boolean => {
  const ids = items.flatMap((item) =>
    item['id'] === undefined ? [] : [`${String(item['id'])} ${String(dig(item, 'overrides.target.id'))}`],
  );
  return new Set(ids).size === ids.length;
};

const refuseMany = (path: string, count: number, size: number): never =>
  fail(
    'fmc.too-large',
    path,
    `the FMC lists ${count} objects, ${size} in a page: more than ${limits.pages} pages are not read`,
    'check that the host is the FMC; if it is, remove what is not used there',
  );

/** As many pages as the count says, those after the first at once; undefined where that is not all. */
const byCount = async (path: string, first: Page, read: Read): Promise<readonly JsonObject[] | undefined> => {
  const { count, items } = first;
  const size = items.length;
  const pages = size === 0 ? 1 : Math.ceil(count / size);
  if (pages > limits.pages) return refuseMany(path, count, size);
  const rest = await Promise.all(Array.from({ length: pages - 1 }, (_, i) => read((i + 1) * size)));
  const all = [first, ...rest].flatMap((page) => page.items);
  const ends = [first, ...rest].at(-1)!.next === undefined;
  return ends && all.length === count && distinct(all) ? all : undefined;
};

/** One page after the other, as each says where the next begins; the last one says that there is none. */
const byNext = async (path: string, first: Page, read: Read): Promise<readonly JsonObject[] | undefined> => {
  const all = [...first.items];
  let [at, next] = [0, first.next];
  for (let pages = 1; next !== undefined; pages++) {
    if (pages === limits.pages) return refuseMany(path, first.count, first.items.length);
    if (next <= at) return undefined;
    at = next;
    const page = await read(at);
    all.push(...page.items);
    ({ next } = page);
  }
  return distinct(all) ? all : undefined;
};

/**
 * All pages; undefined where they do not fit together, as when the list changes meanwhile. A count that disagrees with
 * what there is gives way to the addresses of the next pages.
 */
export const wholeList = async (
  path: string,
  readPage: Read,
  listBytes: number,
): Promise<readonly JsonObject[] | undefined> => {
  const read = bounded(path, readPage, listBytes);
  const first = await read(0);
  const counted = await byCount(path, first, read);
  return counted !== undefined || first.next === undefined ? counted : byNext(path, first, read);
};
