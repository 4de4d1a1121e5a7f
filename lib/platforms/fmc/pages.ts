import type { JsonObject } from '../../kernel/json';
import { limits, megabyte } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import { sizeOf } from '../../wire/rest-bounds';
import { isPathWord, isUuid } from '../../wire/rest-path';

/** One page of a list, as far as it is believed. */
export interface Page {
  readonly items: readonly JsonObject[];
  /** How many there are in all pages. */
  readonly count: number;
  readonly bytes: number;
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

/**
 * A list is believed when it is proven whole: it says how many there are, and each of them is an object. The FMC leaves
 * `items` out where there are none.
 */
export const pageOf = (path: string, answer: JsonObject): Page => {
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
  if (all.length > count || (all.length === 0 && count > 0))
    return refuse(`it says that there are ${count} objects and has ${all.length}`);
  return { items: all, count, bytes: sizeOf(answer) };
};

/** All pages, those after the first at once; undefined where they do not fit together, as when it changes meanwhile. */
export const wholeList = async (
  path: string,
  read: (offset: number) => Promise<Page>,
  listBytes: number,
): Promise<readonly JsonObject[] | undefined> => {
  const first = await read(0);
  const { count } = first;
  const size = first.items.length;
  if (size === 0) return first.items;
  const pages = Math.ceil(count / size);
  if (pages > limits.pages)
    return fail(
      'fmc.too-large',
      path,
      `the FMC lists ${count} objects, ${size} in a page: more than ${limits.pages} pages are not read`,
      'check that the host is the FMC; if it is, remove what is not used there',
    );
  let bytes = first.bytes;
  const offsets = Array.from({ length: pages - 1 }, (_, i) => (i + 1) * size);
  const rest = await Promise.all(
    offsets.map(async (offset) => {
      const { items, bytes: more } = await read(offset);
      if ((bytes += more) > listBytes)
        return fail(
          'fmc.too-large',
          path,
          `the list is larger than ${Math.round(listBytes / megabyte)} MB`,
          'raise answerMegabytes of the target: a list may have four times as much',
        );
      return items;
    }),
  );
  const all = [...first.items, ...rest.flat()];
  const ids = all.flatMap((item) => item['id'] ?? []);
  return all.length === count && new Set(ids).size === ids.length ? all : undefined;
};
