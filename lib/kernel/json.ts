import { createHash } from 'node:crypto';
import { visibleJson } from './text';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The same value in the same order, whatever order its keys were written in; `undefined` members are dropped. */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => [key, sortKeys(member)]),
  );
};

const sorted = (value: unknown, indent?: number): string => JSON.stringify(sortKeys(value), undefined, indent);

/**
 * JSON text that is equal to the byte for equal values, and in which nothing is hidden: it is printed, and read by people.
 * `indent` as in `JSON.stringify`.
 */
export const stableJson = (value: unknown, indent?: number): string => {
  const json = sorted(value, indent);
  return json === undefined ? json : visibleJson(json);
};

/** SHA-256 of the stable JSON of a value. Never give it a secret: a bare hash of a secret can be guessed. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
export const digest = (value: unknown): string => sha256(sorted(value));

export const sameJson = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);
