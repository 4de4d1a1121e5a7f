import { sameJson, stableJson, type Json, type JsonObject } from '../../kernel/json';
import type { Dialect, Difference } from '../item';
import { bodyOf, type RestObject } from './object';

/** One request, its path under the domain. `{…}` stands for an id that only the platform knows. */
export interface RestStep {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: JsonObject;
  readonly identity: string;
  /** Which child is written; `''` is the object itself. */
  readonly part: string;
  readonly kind: string;
  readonly name: string;
}

export const placeholder = (identity: string): string => `{${identity}}`;
const self = (object: RestObject): string => `${object.collection}/${placeholder(object.identity)}`;

const stepFor = (object: RestObject, method: RestStep['method'], part: string): RestStep => {
  const frame = { method, identity: object.identity, part, kind: object.kind, name: object.name };
  if (method === 'DELETE') return { ...frame, path: self(object) };
  if (method === 'POST') return { ...frame, path: object.collection, body: bodyOf(object, '') };
  const id = placeholder(part === '' ? object.identity : `${object.identity}#${part}`);
  const path = part === '' ? self(object) : `${self(object)}/${part}/${id}`;
  return { ...frame, path, body: { id, ...bodyOf(object, part) } };
};

const changedParts = (before: RestObject, after: RestObject): readonly string[] =>
  ['', ...after.parts].filter((part) => !sameJson(bodyOf(before, part), bodyOf(after, part)));

const steps = (before: RestObject | undefined, after: RestObject | undefined): readonly RestStep[] => {
  if (!after) return before ? [stepFor(before, 'DELETE', '')] : [];
  if (!before) return [stepFor(after, 'POST', ''), ...after.parts.map((part) => stepFor(after, 'PUT', part))];
  return changedParts(before, after).map((part) => stepFor(after, 'PUT', part));
};

const legible = (value: Json | undefined): string => {
  if (value === undefined) return '(none)';
  if (Array.isArray(value)) return `[${value.map(legible).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const name = (value as JsonObject)['name'];
  return typeof name === 'string' ? name : stableJson(value);
};
/** `ikesettings#ikeV2Settings.policies` is read as `ikesettings: ikeV2Settings.policies`. */
const label = (key: string): string => key.replace(/^#/, '').replace('#', ': ');

const differences = (before: RestObject | undefined, after: RestObject | undefined): readonly Difference[] => {
  if (steps(before, after).length === 0) return [];
  const title = (after ?? before)!.identity;
  const keys = [...new Set([...Object.keys(before?.leaves ?? {}), ...Object.keys(after?.leaves ?? {})])].sort();
  const sign = before && after ? 'context' : after ? 'add' : 'remove';
  const lines = keys.flatMap((key): readonly Difference[] => {
    const [old, wanted] = [before?.leaves[key], after?.leaves[key]];
    if (before && after && sameJson(old, wanted)) return [];
    const line = (mark: 'add' | 'remove', value: Json | undefined): Difference => ({
      sign: mark,
      depth: 1,
      text: `${label(key)}: ${legible(value)}`,
    });
    return [...(before ? [line('remove', old)] : []), ...(after ? [line('add', wanted)] : [])];
  });
  return [{ sign, text: title, depth: 0 }, ...lines];
};

export const restDialect: Dialect<RestObject, RestStep> = {
  identity: (object) => object.identity,
  shared: () => false,
  share: (live) => ({ ours: live, unmanaged: [] }),
  remember: (applied) => applied,
  both: (_owned, next) => next,
  differences,
  steps,
  refusal: (before, after) => {
    const sealed = after.sealed.find((key) => !sameJson(before.leaves[key], after.leaves[key]));
    return sealed === undefined
      ? undefined
      : `${label(sealed)} cannot change after creation: give the new one another name, and this one goes when nothing declares it`;
  },
};
