import { sameJson, stableJson, type Json, type JsonObject } from '../../kernel/json';
import { nouns, type Kind } from '../../model/nouns';
import type { Dialect, Difference, Share } from '../item';
import { divided, isWritten, joined, type Parts } from '../ownership';
import { losersOf } from './alternatives';
import { fixedLeaves } from './fixed';
import { bodyOf, type RestObject } from './object';
import { rememberUndeclared, undeclaredChanges } from './undeclared';

/** Whether it makes the object itself. A POST may also change one, or join another to it. */
export const isCreation = (step: RestStep): boolean =>
  step.method === 'POST' && !step.path.includes(placeholder(step.identity));

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
  /** The body goes as a form with a file. */
  readonly upload?: true;
  /** The platform makes the object by itself: it is looked for until it is there. */
  readonly given?: true;
  /** Its id is known before it is looked for: that of another object. */
  readonly known?: string;
  /** Places of the body that are no more: what stands there goes. */
  readonly gone?: readonly string[];
  /** Lists in which others have members too: which of the members there are to go. */
  readonly leaving?: Readonly<Record<string, readonly Json[]>>;
}

export const placeholder = (identity: string): string => `{${identity}}`;
const idOf = (object: RestObject): string => object.id ?? placeholder(object.identity);
const self = (object: RestObject): string => `${object.collection}/${idOf(object)}`;

const stepFor = (object: RestObject, method: RestStep['method'], part: string): RestStep => {
  const frame = {
    method,
    identity: object.identity,
    part,
    kind: object.kind,
    name: object.name,
    ...(object.upload ? { upload: true as const } : {}),
    ...(object.original ? { given: true as const } : {}),
    ...(object.id === undefined ? {} : { known: object.id }),
  };
  if (method === 'DELETE') return { ...frame, path: self(object) };
  const creation = object.creation === undefined ? '' : `?${object.creation}`;
  if (method === 'POST') return { ...frame, path: `${object.collection}${creation}`, body: bodyOf(object, '') };
  const id = part === '' ? idOf(object) : placeholder(`${object.identity}#${part}`);
  const path = part === '' ? self(object) : `${self(object)}/${part}/${id}`;
  return { ...frame, path, body: { id, ...bodyOf(object, part) } };
};

/** Without what is sent only when it changes and did not. */
const changedOnly = (step: RestStep, before: RestObject, after: RestObject): RestStep => {
  const same = (after.manner?.changesOnly ?? []).filter((key) => sameJson(before.leaves[key], after.leaves[key]));
  if (same.length === 0) return step;
  const leaves = Object.fromEntries(Object.entries(after.leaves).filter(([key]) => !same.includes(key)));
  return { ...step, body: { id: step.body!['id']!, ...bodyOf({ ...after, leaves }, step.part) } };
};

/** A creation, and after it what a creation must not hold. */
const creationOf = (object: RestObject): readonly RestStep[] => {
  const later = (object.manner?.later ?? []).filter((key) => object.leaves[key] !== undefined);
  if (later.length === 0) return [stepFor(object, 'POST', '')];
  const leaves = Object.fromEntries(Object.entries(object.leaves).filter(([key]) => !later.includes(key)));
  return [stepFor({ ...object, leaves }, 'POST', ''), stepFor(object, 'PUT', '')];
};

const membersOf = (object: RestObject | undefined, key: string): readonly Json[] =>
  (object?.leaves[key] ?? []) as readonly Json[];
const without = (list: readonly Json[], those: readonly Json[]): readonly Json[] =>
  list.filter((member) => !those.some((other) => sameJson(other, member)));

/** What is joined one by one: `users/{id}/groups`, a POST for each that is new and a DELETE for each that goes. */
const joins = (before: RestObject | undefined, after: RestObject): readonly RestStep[] =>
  (after.manner?.joined ?? []).flatMap((key) => {
    const [part, member] = key.split('#') as [string, string];
    const [old, wanted] = [membersOf(before, key), membersOf(after, key)];
    const frame = { identity: after.identity, part, kind: after.kind, name: after.name };
    const path = `${self(after)}/${part}`;
    return [
      ...without(wanted, old).map((id): RestStep => ({ ...frame, method: 'POST', path, body: { [member]: id } })),
      ...without(old, wanted).map((id): RestStep => ({ ...frame, method: 'DELETE', path: `${path}/${String(id)}` })),
    ];
  });

const changedParts = (before: RestObject, after: RestObject): readonly string[] =>
  ['', ...after.parts].filter((part) => !sameJson(bodyOf(before, part), bodyOf(after, part)));

/** Members of `before` that go. */
const leaving = (before: RestObject, after: RestObject): Pick<RestStep, 'leaving'> =>
  after.lists === undefined
    ? {}
    : {
        leaving: Object.fromEntries(
          after.lists.map((key) => [key.replace('#', ''), without(membersOf(before, key), membersOf(after, key))]),
        ),
      };

/** Places of a part that `before` has and `after` has no more. */
const goneFrom = (before: RestObject, after: RestObject, part: string): Pick<RestStep, 'gone'> => {
  const unwritten = Object.keys(before.leaves)
    .filter((key) => key.startsWith(`${part}#`) && after.leaves[key] === undefined)
    .map((key) => key.slice(part.length + 1));
  const gone = [...new Set([...unwritten, ...losersOf(after, part)])];
  return gone.length === 0 ? {} : { gone };
};

/** What stays of an object that is not deleted: the platform's own values, and lists without our members. */
const letGo = (object: RestObject): RestObject | undefined => {
  if (object.original !== undefined) return { ...object, leaves: object.original };
  if (object.lists === undefined) return undefined;
  const emptied = Object.fromEntries(object.lists.map((key) => [key, []]));
  return { ...object, leaves: { ...object.leaves, ...emptied } };
};

const steps = (before: RestObject | undefined, after: RestObject | undefined): readonly RestStep[] => {
  if (!after) {
    if (!before) return [];
    const left = letGo(before);
    return left === undefined ? [stepFor(before, 'DELETE', '')] : steps(before, left);
  }
  const all = ['', ...after.parts].map((part) => stepFor(after, 'PUT', part));
  if (!before) return [...(after.original ? all : [...creationOf(after), ...all.slice(1)]), ...joins(undefined, after)];
  const method = after.manner?.updates;
  const changed = changedParts(before, after).map((part) => ({
    ...changedOnly(stepFor(after, 'PUT', part), before, after),
    ...leaving(before, after),
    ...goneFrom(before, after, part),
    ...(method === undefined ? {} : { method }),
  }));
  return [...changed, ...joins(before, after)];
};

/** The members of a list in which others have members too. */
const listMembers: Parts<Json> = { place: stableJson, value: stableJson };

/** Leaves that are such lists, each as `change` makes it. */
const eachList = (object: RestObject, change: (key: string) => readonly Json[]): RestObject =>
  object.lists === undefined
    ? object
    : { ...object, leaves: { ...object.leaves, ...Object.fromEntries(object.lists.map((key) => [key, change(key)])) } };

/** Of a list that is not ours alone: our members, and those of others. */
const shareOf = (
  live: RestObject,
  desired: RestObject | undefined,
  owned: RestObject | undefined,
): Share<RestObject> => {
  const lists = new Map(
    (live.lists ?? []).map((key) => [
      key,
      divided(listMembers, membersOf(live, key), membersOf(desired, key), membersOf(owned, key)),
    ]),
  );
  const original = owned?.original ?? live.original;
  const ours = eachList(live, (key) => lists.get(key)!.ours);
  const isNothing =
    desired === undefined && lists.size > 0 && [...lists.values()].every((list) => list.ours.length === 0);
  return {
    ours: isNothing ? undefined : { ...ours, ...(original === undefined ? {} : { original }) },
    unmanaged: [
      ...[...lists].flatMap(([key, { others }]) => others.map((member) => `${label(key)}: ${legible(member)}`)),
      ...unlooked(live, owned),
    ],
  };
};

const remember = (applied: RestObject, before: RestObject | undefined, owned: RestObject | undefined): RestObject => ({
  ...eachList(applied, (key) =>
    membersOf(applied, key).filter(isWritten(listMembers, membersOf(before, key), membersOf(owned, key))),
  ),
  ...(applied.original === undefined ? {} : { original: owned?.original ?? before?.leaves ?? applied.original }),
  ...(owned?.undeclared === undefined ? {} : { undeclared: owned.undeclared }),
});

/** Members that nothing declares, but for those that came with what we sent. */
const unlooked = ({ undeclared = {} }: RestObject, owned: RestObject | undefined): readonly string[] =>
  undeclaredChanges(owned?.undeclared ?? {}, undeclared).flatMap((key) =>
    undeclared[key] === undefined ? [] : [`${label(key)}: ${legible(undeclared[key])}`],
  );

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value for a person: references by their name, objects by their members. */
const legible = (value: Json | undefined): string => {
  if (value === undefined) return '(none)';
  if (Array.isArray(value)) return `[${value.map(legible).join(', ')}]`;
  if (typeof value === 'string') return value.replace(/^\{[a-z0-9]+:([^{}#]+)\}$/, '$1');
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

type Values = Readonly<Record<string, Json>>;
/** All that is compared. What nothing declares counts only where it is remembered: against what was applied last. */
const valuesOf = (before: RestObject | undefined, after: RestObject | undefined): readonly [Values, Values] => {
  const own = (object: RestObject | undefined): Values =>
    (object && { ...fixedLeaves(object.fixed), ...object.leaves }) ?? {};
  if (!before || !after) return [before?.leaves ?? {}, after?.leaves ?? {}];
  const [was, is] = [before, after].map(({ fixed }) => fixed['']?.['name'] ?? '');
  const named = (name: Json | undefined): Values => (was === is || name === undefined ? {} : { '#name': name });
  const [more, known] = after.undeclared === undefined ? [{}, {}] : [before.undeclared, after.undeclared];
  return [
    { ...more, ...own(before), ...named(was) },
    { ...known, ...own(after), ...named(is) },
  ];
};

const differences = (before: RestObject | undefined, after: RestObject | undefined): readonly Difference[] => {
  const [was, shall] = valuesOf(before, after);
  const unwatched = !before || !after || sameJson(was, shall);
  if (steps(before, after).length === 0 && unwatched) return [];
  const title = titleOf((after ?? before)!);
  const keys = [...new Set([...Object.keys(was), ...Object.keys(shall)])].sort();
  const sign = before && after ? 'context' : after ? 'add' : 'remove';
  const lines = keys.flatMap((key): readonly Difference[] => {
    const [old, wanted] = [was[key], shall[key]];
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
  shared: (object) => object.original !== undefined || object.lists !== undefined,
  share: shareOf,
  remember,
  withPrinted: (content, before, shown) => {
    const undeclared = rememberUndeclared(content.undeclared, before?.undeclared, shown.undeclared);
    return undeclared === undefined ? content : { ...content, undeclared };
  },
  both: (owned, next) => eachList(next, (key) => joined(listMembers, membersOf(owned, key), membersOf(next, key))),
  differences,
  steps,
  refusal: (before, after) => {
    if (before.locked !== undefined) return before.locked;
    const [was, is] = [before, after].map((object) => String(object.fixed['']?.['type']));
    if (after.among && was !== is)
      return `it is a ${was} and cannot become a ${is}: give the new one another name, and this one goes when nothing declares it`;
    const sealed = after.sealed.find((key) => !sameJson(before.leaves[key], after.leaves[key]));
    const what = before.collection === after.collection ? sealed && label(sealed) : 'its type';
    return what === undefined
      ? undefined
      : `${what} cannot change after creation: give the new one another name, and this one goes when nothing declares it`;
  },
};
