import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import { nouns, type Kind } from '../../model/nouns';
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

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value for a person: references by their name, objects by their members. */
const legible = (value: Json | undefined): string => {
  if (value === undefined) return '(none)';
  if (Array.isArray(value)) return `[${value.map(legible).join(', ')}]`;
  if (!isObject(value)) return String(value);
  if (typeof value['id'] === 'string' && typeof value['name'] === 'string')
    return value['name'].replace(/^\{.*?([^/:{}]+)#name\}$/, '$1');
  if (typeof value['value'] === 'string') return value['value'];
  return Object.entries(value)
    .map(([key, member]) => `${key} ${legible(member)}`)
    .join(', ');
};
/** `ikesettings#ikeV2Settings.policies` is read as `ikesettings: ikeV2Settings.policies`. */
const label = (key: string): string => key.replace(/^#/, '').replace('#', ': ');
const titleOf = (object: RestObject): string => `${nouns[object.kind as Kind].title} ${object.name}`;

const differences = (before: RestObject | undefined, after: RestObject | undefined): readonly Difference[] => {
  if (steps(before, after).length === 0) return [];
  const title = titleOf((after ?? before)!);
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
    const shown = (value: Json | undefined): boolean => value !== undefined && value !== '';
    return [...(shown(old) ? [line('remove', old)] : []), ...(shown(wanted) ? [line('add', wanted)] : [])];
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
    const [was, is] = [before, after].map((object) => String(object.fixed['']?.['type']));
    if (after.among && was !== is)
      return `it is a ${was} and cannot become a ${is}: give the new one another name, and this one goes when nothing declares it`;
    const sealed = after.sealed.find((key) => !sameJson(before.leaves[key], after.leaves[key]));
    return sealed === undefined
      ? undefined
      : `${label(sealed)} cannot change after creation: give the new one another name, and this one goes when nothing declares it`;
  },
};
