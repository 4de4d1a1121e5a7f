import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../lib/kernel/json';
import { ciscoFile } from './cisco-schema';

/** A body of Cisco's examples, by where it is sent or answered: `policy/ftds2svpns/*\/ikesettings`, without its own id. */
export interface CiscoExample {
  readonly path: string;
  readonly body: JsonObject;
}

type Bag = { readonly [key: string]: unknown };
const bag = (value: unknown): Bag => (value ?? {}) as Bag;

/** A list is answered with its objects in `items`, and sent in bulk as an array. */
const bodiesIn = (value: Json): readonly JsonObject[] => {
  if (Array.isArray(value)) return value.flatMap((one: Json) => bodiesIn(one));
  if (typeof value !== 'object' || value === null) return [];
  const { items } = value as JsonObject;
  return items === undefined ? [value as JsonObject] : bodiesIn(items);
};

/** What a path is without ids: the word of an object below a list is the list's. */
export const pathWords = (path: string): string =>
  path
    .split('?')[0]!
    .replace(/^.*\/domain\/\{domainUUID\}\//, '')
    .replace(/\/\{[^{}]*\}$/, '')
    .replace(/\{[^{}]*\}/g, '*');

export const ciscoExamples = (): readonly CiscoExample[] => {
  const api = bag(JSON.parse(readFileSync(ciscoFile, 'utf8')));
  return Object.entries(bag(api['paths'])).flatMap(([template, item]) =>
    ['get', 'post', 'put'].flatMap((method) => {
      const operation = bag(bag(item)[method]);
      const parts = [operation['requestBody'], ...Object.values(bag(operation['responses']))];
      const contents = parts.flatMap((part) => Object.values(bag(bag(part)['content'])));
      const values = contents.flatMap((content) => Object.values(bag(bag(content)['examples'])));
      return values
        .flatMap((example) => bodiesIn((bag(example)['value'] ?? null) as Json))
        .map((body) => ({ path: pathWords(template), body }));
    }),
  );
};
