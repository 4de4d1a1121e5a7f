import { z } from 'zod';
import type { JsonObject } from '../../kernel/json';
import type { Found } from '../../engine/rest/port';
import { isUuid } from '../../wire/rest-path';
import type { HttpClient } from '../../wire/https';
import { flattened, pathOf } from './ers';

/** The OpenAPI gives a list at once, whole. */
const listed = z.object({ response: z.array(z.record(z.string(), z.json())) });
const one = z.object({ response: z.record(z.string(), z.json()) });
const known = z.object({ id: z.string().refine(isUuid), name: z.string() });

const refuse = (path: string, why: string): never => {
  throw new Error(`the answer to ${path} is not of ISE's OpenAPI: ${why}. Nothing is planned on it`);
};

/** The objects of a list that have one of these names. */
export const readPolicy = async (
  instance: HttpClient,
  collection: string,
  names: ReadonlySet<string>,
): Promise<readonly Found[]> => {
  const { data } = await instance.get<unknown>(pathOf(collection));
  const read = listed.safeParse(data);
  if (!read.success) return refuse(collection, 'it has no response that is a list');
  return read.data.response.flatMap((entry): Found[] => {
    const body = flattened(entry);
    const { data: named } = known.safeParse(body);
    if (named === undefined) return refuse(collection, 'an object in it has no name or no UUID');
    return names.has(named.name) ? [{ id: named.id, name: named.name, bodies: { '': body } }] : [];
  });
};

/** The id of what was made. */
export const madeId = (data: unknown): string | undefined => {
  const read = one.safeParse(data);
  const id = read.success ? flattened(read.data.response)['id'] : undefined;
  return isUuid(id) ? id : undefined;
};

/** What is stored of one object: a PUT replaces the whole, so what others set is sent back. */
export const storedPolicy = async (instance: HttpClient, path: string): Promise<JsonObject> => {
  const { data } = await instance.get<unknown>(path);
  const read = one.safeParse(data);
  return read.success ? flattened(read.data.response) : refuse(path, 'it has no response');
};
