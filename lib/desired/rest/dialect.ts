import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import { nouns, type Kind } from '../../model/nouns';
import type { Dialect, Difference } from '../item';
import { forgetting, isOne, recalling, refusalOfName } from './assigned';
import { losersOf } from './alternatives';
import { fixedLeaves } from './fixed';
import { both, goesWhole, membersOf, remember, shareOf, withoutMembers } from './lists';
import { identitiesIn } from './names';
import { bodyOf, type RestObject } from './object';
import { isAgainst } from './requirement';
import { rememberUndeclared } from './undeclared';
import { exchanged, label, legible } from './words';

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
  /** It is a resource beside the object, in a collection of its own. */
  readonly beside?: true;
  /** The collection that lists it, when it is not written there. */
  readonly listed?: string;
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
    name: object.renamed ?? object.name,
    ...(object.upload ? { upload: true as const } : {}),
    ...(object.original ? { given: true as const } : {}),
    ...(object.id === undefined ? {} : { known: object.id }),
  };
  const id = part === '' ? idOf(object) : placeholder(`${object.identity}#${part}`);
  if (part !== '' && part === object.beside?.part) return besideStep({ ...frame, path: '' }, object, id);
  if (object.requests !== undefined) return stepElsewhere(frame, object, object.requests);
  if (method === 'DELETE') return { ...frame, path: self(object) };
  const creation = object.creation === undefined ? '' : `?${object.creation}`;
  if (method === 'POST') return { ...frame, path: `${object.collection}${creation}`, body: bodyOf(object, '') };
  const path = part === '' ? self(object) : `${self(object)}/${part}/${id}`;
  return { ...frame, path, body: { id, ...bodyOf(object, part) } };
};

/** The same of one that its collection only lists: its body says which one it is. */
const stepElsewhere = (
  frame: Omit<RestStep, 'path'>,
  object: RestObject,
  { create, change, remove }: NonNullable<RestObject['requests']>,
): RestStep => {
  const step = { ...frame, listed: object.collection };
  if (frame.method === 'DELETE') return { ...step, path: remove };
  return { ...step, path: frame.method === 'POST' ? create : change, body: bodyOf(object, '') };
};

/** The same of the resource beside it. */
const besideStep = (frame: RestStep, object: RestObject, id: string): RestStep => {
  const { part, collection } = object.beside!;
  const step = { ...frame, beside: true as const };
  if (frame.method === 'POST') return { ...step, path: collection, body: bodyOf(object, part) };
  const path = `${collection}/${id}`;
  return frame.method === 'DELETE' ? { ...step, path } : { ...step, path, body: { id, ...bodyOf(object, part) } };
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
  const beside = object.beside === undefined ? [] : [stepFor(object, 'POST', object.beside.part)];
  if (later.length === 0) return [stepFor(object, 'POST', ''), ...beside];
  const leaves = Object.fromEntries(Object.entries(object.leaves).filter(([key]) => !later.includes(key)));
  return [stepFor({ ...object, leaves }, 'POST', ''), stepFor(object, 'PUT', ''), ...beside];
};

const deletionOf = (object: RestObject): readonly RestStep[] => [
  ...(object.beside === undefined || object.beside.missing ? [] : [stepFor(object, 'DELETE', object.beside.part)]),
  stepFor(object, 'DELETE', ''),
];

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
  ['', ...after.parts, ...(after.beside ? [after.beside.part] : [])].filter(
    (part) => !sameJson(bodyOf(before, part), bodyOf(after, part)),
  );

/** Members of `before` that go, by their place in a part. */
const leaving = (before: RestObject, after: RestObject, part: string): Pick<RestStep, 'leaving'> => {
  const lists = (after.lists ?? []).filter((key) => key.startsWith(`${part}#`));
  if (lists.length === 0) return {};
  const gone = lists.map((key) => [key.slice(part.length + 1), without(membersOf(before, key), membersOf(after, key))]);
  return { leaving: Object.fromEntries(gone) as Readonly<Record<string, readonly Json[]>> };
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
  return goesWhole(object) ? undefined : withoutMembers(object);
};

const sealedIn = (before: RestObject, after: RestObject): string | undefined =>
  after.sealed.find((key) => !sameJson(before.leaves[key], after.leaves[key]));

/** What cannot change is made again where it was made by us and has no members but ours. */
const isRemade = (before: RestObject, after: RestObject): boolean =>
  after.sharedByAll === true && (before.created ?? after.created) === true && sealedIn(before, after) !== undefined;

/** What of one object in place changes, part by part. */
const updates = (before: RestObject, after: RestObject): readonly RestStep[] =>
  changedParts(before, after).map((part) => {
    if (before.beside?.missing && part === before.beside.part) return stepFor(after, 'POST', part);
    return {
      ...changedOnly(stepFor(after, 'PUT', part), before, after),
      ...leaving(before, after, part),
      ...goneFrom(before, after, part),
      ...(after.manner?.updates === undefined ? {} : { method: after.manner.updates }),
    };
  });

const steps = (before: RestObject | undefined, after: RestObject | undefined): readonly RestStep[] => {
  if (!after) {
    if (!before) return [];
    const left = letGo(before);
    return left === undefined ? deletionOf(before) : steps(before, left);
  }
  if (!before) {
    const all = ['', ...after.parts].map((part) => stepFor(after, 'PUT', part));
    return [...(after.original ? all : [...creationOf(after), ...all.slice(1)]), ...joins(undefined, after)];
  }
  if (isRemade(before, after)) return [...deletionOf(before), ...steps(undefined, after)];
  return [...updates(before, after), ...joins(before, after)];
};

/** The object that another lies in, by the placeholder in its collection: a firewall's interface, a topology's endpoint. */
const ownerOf = ({ collection }: RestObject): string | undefined =>
  /^.*\{[^:{}]+:([^{}#]+)[^{}]*\}/.exec(collection)?.[1];

/** Names of objects that lie in others are of these alone: each firewall has its `Tunnel1`. */
const titleOf = (object: RestObject): string => {
  const owner = ownerOf(object);
  const title = `${nouns[object.kind as Kind].title} ${object.name}`;
  return owner === undefined || owner === object.name ? title : `${title} of ${owner}`;
};

type Values = Readonly<Record<string, Json>>;
/** All that is compared. What nothing declares counts only where it is remembered: against what was applied last. */
const valuesOf = (before: RestObject | undefined, after: RestObject | undefined): readonly [Values, Values] => {
  const own = (object: RestObject | undefined): Values =>
    (object && { ...fixedLeaves(object.fixed), ...object.leaves }) ?? {};
  if (!before || !after) {
    const renamed = (object: RestObject | undefined): Values =>
      object?.renamed === undefined ? {} : { '#name': object.renamed };
    return [
      { ...renamed(before), ...before?.leaves },
      { ...renamed(after), ...after?.leaves },
    ];
  }
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
    const [gone, come] = exchanged(old, wanted);
    const line = (mark: 'add' | 'remove', value: string): Difference => ({
      sign: mark,
      depth: 1,
      text: `${label(key)}: ${value}`,
    });
    return [...gone!.map((value) => line('remove', value)), ...come!.map((value) => line('add', value))];
  });
  return [{ sign, text: title, depth: 0 }, ...lines];
};

/** Of one that is there for all: others have set it, or have members in it, and go on doing so. */
const refusalOfShared = (before: RestObject, after: RestObject): string | undefined => {
  if (before.taken !== undefined)
    return `${before.taken.join('; ')} is there already and not managed by Tunnelwright: declare it as it is there, or remove it there`;
  const own = Object.keys(after.leaves).find(
    (key) => key.startsWith('#') && !sameJson(before.leaves[key], after.leaves[key]),
  );
  if (own === undefined || before.created) return undefined;
  return `others use it with ${label(own)} ${legible(before.leaves[own])}: declare that value, or have theirs removed there`;
};

/** What is joined to an object is no change of it. */
const isJoinedOnly = (before: RestObject, after: RestObject): boolean =>
  after.manner?.joined !== undefined && updates(before, after).length === 0;

export const restDialect: Dialect<RestObject, RestStep> = {
  identity: (object) => object.identity,
  title: titleOf,
  mentions: identitiesIn,
  shared: (object) => object.original !== undefined || object.lists !== undefined,
  share: shareOf,
  remember,
  withPrinted: (content, before, shown) => {
    const undeclared = rememberUndeclared(content.undeclared, before?.undeclared, shown.undeclared);
    const assigned = before?.assigned ?? shown.assigned;
    return {
      ...content,
      ...(undeclared === undefined ? {} : { undeclared }),
      ...(assigned === undefined ? {} : { assigned }),
      ...(shown.refers === undefined ? {} : { refers: shown.refers }),
    };
  },
  recalling,
  forgetting,
  isOne,
  both,
  differences,
  steps,
  goesFirst: ({ requires }, after) => isAgainst(requires, after),
  refusal: (before, after) => {
    const unnamed = refusalOfName(before);
    if (unnamed !== undefined) return unnamed;
    if (before.locked !== undefined && !isJoinedOnly(before, after)) return before.locked;
    const [was, is] = [before, after].map((object) => String(object.fixed['']?.['type']));
    if (after.among && was !== is)
      return `it is a ${was} and cannot become a ${is}: give the new one another name, and this one goes when nothing declares it`;
    if (after.sharedByAll) return refusalOfShared(before, after);
    const sealed = sealedIn(before, after);
    const what = before.collection === after.collection ? sealed && label(sealed) : 'its type';
    if (what === undefined) return undefined;
    const remedy = 'give the new one another name, and this one goes when nothing declares it';
    const place = /^metadata\.(.+)$/.exec(what)?.[1];
    if (place === undefined) return `${what} cannot change after creation: ${remedy}`;
    return `its place (${place}: ${legible(after.leaves[sealed!])}) cannot be changed after creation: move it there by hand, declare the place that it has, or ${remedy}`;
  },
};
