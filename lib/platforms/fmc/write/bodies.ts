import type { Leaf } from '../../../desired/rest/grammar';
import { dig, place } from '../../../desired/rest/place';
import { sameJson, type Json, type JsonObject } from '../../../kernel/json';

/** Strips what the FMC adds to an answer and does not take back. */
export const writable = ({ links: _links, metadata: _metadata, version: _version, ...body }: JsonObject): JsonObject =>
  body;

/** Our members over what is stored; lists are ours whole. */
export const merge = <T extends Json>(stored: Json | undefined, ours: T): T => {
  const isObject = (value: Json | undefined): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(stored) || !isObject(ours)) return ours;
  return {
    ...stored,
    ...Object.fromEntries(Object.entries(ours).map(([key, value]) => [key, merge(stored[key], value)])),
  } as T & JsonObject;
};

/**
 * Our members in a list that is not ours alone: those of others stay, what leaves goes. `key`: the place in a member that
 * says which one it is; one of ours that was there keeps what is not declared of it.
 */
export const joined = (
  ours: JsonObject,
  now: JsonObject,
  at: string,
  gone: readonly Json[],
  key: string | undefined,
): JsonObject => {
  const keyOf = (member: Json): string => JSON.stringify(dig(member, key ?? 'id') ?? null);
  const mine = (dig(ours, at) ?? []) as readonly Json[];
  const there = (dig(now, at) ?? []) as readonly Json[];
  const known = new Map(there.map((member) => [keyOf(member), member]));
  const leave = new Set([...mine, ...gone].map(keyOf));
  const others = there.filter((member) => !leave.has(keyOf(member)));
  return place(ours, at, [
    ...others,
    ...(key === undefined ? mine : mine.map((member) => merge(known.get(keyOf(member)), member))),
  ]);
};

const withoutAny = (body: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/**
 * Which stored object of a list each of ours is: the one that says the same, else the one in its place, which it is a change
 * of, where that is none of the others.
 */
const counterparts = (
  ours: readonly JsonObject[],
  stored: readonly JsonObject[],
  said: (one: JsonObject) => Json,
): readonly (JsonObject | undefined)[] => {
  const taken = new Set<number>();
  const same = ours.map((member) => {
    const i = stored.findIndex((other, at) => !taken.has(at) && sameJson(said(other), said(member)));
    if (i !== -1) taken.add(i);
    return i;
  });
  return same.map((i, at) => (i !== -1 ? stored[i] : taken.has(at) ? undefined : stored[at]));
};

/**
 * Our objects of a list, each with what is not declared of it where it was there before: the tags of users beside the
 * addresses of a line.
 */
export const withUndeclared = (leaves: readonly Leaf[], ours: JsonObject, now: JsonObject): JsonObject =>
  leaves.reduce((body, { at, canonical, undeclared, masked, whereDeclared = [] }) => {
    const [mine, theirs] = [dig(body, at), dig(now, at)];
    if (undeclared === undefined || !Array.isArray(mine) || !Array.isArray(theirs)) return body;
    const said = (one: JsonObject): Json =>
      canonical([withoutAny(one, [...whereDeclared, ...(masked ? [masked] : [])])]);
    const members = mine as readonly JsonObject[];
    const stored = counterparts(members, theirs as readonly JsonObject[], said);
    const kept = members.map((member, i) => (stored[i] ? merge(undeclared(stored[i]), member) : member));
    return place(body, at, kept);
  }, ours);
