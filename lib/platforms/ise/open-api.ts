import { z } from 'zod';
import type { JsonObject } from '../../kernel/json';
import { isUuid } from '../../wire/rest-path';
import type { HttpClient } from '../../wire/https';
import { flattened, pathOf } from './ers';

/** The OpenAPI gives a list at once, whole. */
const listed = z.object({ response: z.array(z.record(z.string(), z.json())) });
const one = z.object({ response: z.record(z.string(), z.json()) });

const refuse = (path: string, why: string): never => {
  throw new Error(`the answer to ${path} is not of ISE's OpenAPI: ${why}. Nothing is planned on it`);
};

/** All objects of a list. */
export const listedPolicy = async (instance: HttpClient, collection: string): Promise<readonly JsonObject[]> => {
  const { data } = await instance.get<unknown>(pathOf(collection));
  const read = listed.safeParse(data);
  return read.success ? read.data.response.map(flattened) : refuse(collection, 'it has no response that is a list');
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
