import { z } from 'zod';
import type { JsonObject } from '../../kernel/json';
import { limits } from '../../kernel/limits';
import type { HttpClient } from '../../wire/https';
import { isUuid } from '../../wire/rest-path';
import { pathOf } from './ers';

const unwrapped = (body: unknown): JsonObject => {
  const [inner] = typeof body === 'object' && body !== null ? (Object.values(body) as readonly unknown[]) : [];
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) return inner as JsonObject;
  throw new Error('the answer is not an object of ISE: nothing is planned on it');
};

/** ERS gives at most 100 in a page. */
const pageSize = 100;

const page = z.object({
  SearchResult: z.object({
    total: z.number().int().min(0),
    resources: z.array(z.object({ id: z.string().refine(isUuid), name: z.string() })).default([]),
  }),
});
type Listed = z.output<typeof page>['SearchResult']['resources'][number];

const refuse = (collection: string, why: string): never => {
  throw new Error(`the answer to ${collection} is not a whole list: ${why}. Nothing is planned on it`);
};

/** Names and ids of a whole collection: as many as ISE says there are. */
export const listedErs = async (instance: HttpClient, collection: string): Promise<readonly Listed[]> => {
  const all: Listed[] = [];
  for (let number = 1; number <= limits.pages; number++) {
    const { data } = await instance.get<unknown>(pathOf(collection), { params: { size: pageSize, page: number } });
    const read = page.safeParse(data);
    if (!read.success) return refuse(collection, 'it has no SearchResult with a total and resources with UUIDs');
    const { total, resources } = read.data.SearchResult;
    all.push(...resources);
    if (all.length === total) return all;
    if (resources.length === 0 || all.length > total)
      return refuse(collection, `ISE says that there are ${total} objects and lists ${all.length}`);
  }
  return refuse(collection, `it has more than ${limits.pages} pages`);
};

/** One object, whole. */
export const storedErs = async (instance: HttpClient, path: string): Promise<JsonObject> => {
  const { data } = await instance.get<unknown>(path);
  return unwrapped(data);
};
