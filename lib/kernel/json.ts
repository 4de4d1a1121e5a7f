import { createHash } from 'node:crypto';
import { visibleJson } from './text';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const sortItems = (items: readonly unknown[]): unknown => {
  let changed: unknown[] | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = sortKeys(items[i]);
    if (item !== items[i]) (changed ??= [...items])[i] = item;
  }
  return changed ?? items;
};

/** Whether the members are in order already, and none is `undefined`. */
const isOrdered = (keys: readonly string[], value: Readonly<Record<string, unknown>>): boolean =>
  keys.every((key, i) => (i === 0 || keys[i - 1]! < key) && value[key] !== undefined);

/**
 * The same value in the same order, whatever order its keys were written in; `undefined` members are dropped. What is in
 * order already is given back itself and not a copy of it, so that sorting a second time costs a look.
 */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return sortItems(value);
  if (value === null || typeof value !== 'object') return value;
  const members = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members);
  let same = isPlain(value) && isOrdered(keys, members);
  if (!same) keys.sort();
  const sorted: (readonly [string, unknown])[] = [];
  for (const key of keys) {
    const member = members[key];
    if (member === undefined) continue;
    const inOrder = sortKeys(member);
    if (inOrder !== member) same = false;
    sorted.push([key, inOrder]);
  }
  return same ? value : Object.fromEntries(sorted);
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
