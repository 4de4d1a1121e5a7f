import { stableJson, type Json } from '../../kernel/json';
import type { Share } from '../item';
import { claimedBy, divided, isCreated, isWritten, joined, type Parts } from '../ownership';
import type { RestObject } from './object';
import { dig } from './place';
import { undeclaredChanges } from './undeclared';
import { label, legible } from './words';

type Maybe = RestObject | undefined;

export const membersOf = (object: Maybe, key: string): readonly Json[] =>
  (object?.leaves[key] ?? []) as readonly Json[];

/** What the members of a list are known by, in which others have members too. */
const listMembers = ({ memberKeys = {} }: RestObject, key: string): Parts<Json> => {
  const at = memberKeys[key];
  return {
    place: at === undefined ? stableJson : (member) => stableJson(dig(member, at) ?? null),
    value: stableJson,
  };
};

/** Leaves that are such lists, each as `change` makes it. */
const eachList = (object: RestObject, change: (key: string) => readonly Json[]): RestObject =>
  object.lists === undefined
    ? object
    : { ...object, leaves: { ...object.leaves, ...Object.fromEntries(object.lists.map((key) => [key, change(key)])) } };

/** Members of others that stand where we declare ours and say something else. */
const takenIn = (live: RestObject, desired: Maybe, owned: Maybe): readonly string[] =>
  (live.lists ?? []).flatMap((key) => {
    const parts = listMembers(live, key);
    const [isWanted, isOwned] = [claimedBy(parts, membersOf(desired, key)), claimedBy(parts, membersOf(owned, key))];
    const same = new Set(membersOf(desired, key).map(parts.value));
    return membersOf(live, key)
      .filter((member) => isWanted(member) && !isOwned(member) && !same.has(parts.value(member)))
      .map((member) => `${label(key)}: ${legible(member)}`);
  });

/** Members that nothing declares, but for those that came with what we sent. */
const unlooked = ({ undeclared = {} }: RestObject, owned: Maybe): readonly string[] =>
  undeclaredChanges(owned?.undeclared ?? {}, undeclared).flatMap((key) =>
    undeclared[key] === undefined ? [] : [`${label(key)}: ${legible(undeclared[key])}`],
  );

/** Of a list that is not ours alone: our members, and those of others. */
export const shareOf = (live: RestObject, desired: Maybe, owned: Maybe): Share<RestObject> => {
  const lists = (live.lists ?? []).map((key) => {
    const divide = divided(
      listMembers(live, key),
      membersOf(live, key),
      membersOf(desired, key),
      membersOf(owned, key),
    );
    return [key, divide] as const;
  });
  const original = owned?.original ?? live.original;
  const ours = eachList(live, (key) => lists.find(([one]) => one === key)![1].ours);
  const isAlone = owned?.created === true && lists.every(([, { others }]) => others.length === 0);
  const hasNothing = desired === undefined && lists.length > 0 && lists.every(([, list]) => list.ours.length === 0);
  const taken = takenIn(live, desired, owned);
  const found = {
    ...ours,
    ...(original === undefined ? {} : { original }),
    ...(isAlone ? { created: true as const } : {}),
    ...(taken.length === 0 ? {} : { taken }),
  };
  const inside = unlooked(live, owned);
  const goes = desired === undefined && original === undefined && goesWhole(found) && inside.length > 0;
  return {
    ours: hasNothing && !isAlone ? undefined : found,
    unmanaged: [
      ...lists.flatMap(([key, { others }]) => others.map((member) => `${label(key)}: ${legible(member)}`)),
      ...(goes ? [] : inside),
    ],
    ...(goes ? { takenAlong: inside } : {}),
  };
};

export const remember = (applied: RestObject, before: Maybe, owned: Maybe): RestObject => {
  const {
    created: _created,
    taken: _taken,
    assigned: _assigned,
    refers: _refers,
    displaced: _displaced,
    ...kept
  } = eachList(applied, (key) =>
    membersOf(applied, key).filter(isWritten(listMembers(applied, key), membersOf(before, key), membersOf(owned, key))),
  );
  return {
    ...kept,
    ...(before?.assigned === undefined ? {} : { assigned: before.assigned }),
    ...(before?.refers === undefined ? {} : { refers: before.refers }),
    ...(applied.sharedByAll && isCreated(owned, before) ? { created: true as const } : {}),
    ...(applied.original === undefined ? {} : { original: owned?.original ?? before?.leaves ?? applied.original }),
    ...(owned?.undeclared === undefined ? {} : { undeclared: owned.undeclared }),
  };
};

/** What is ours while a change is under way. */
export const both = (owned: Maybe, next: RestObject): RestObject =>
  eachList(next, (key) => joined(listMembers(next, key), membersOf(owned, key), membersOf(next, key)));

/** Whether what stays of an object without our members is nothing. */
export const goesWhole = ({ lists, sharedByAll, created }: RestObject): boolean =>
  lists === undefined || (sharedByAll === true && created === true);

export const withoutMembers = (object: RestObject): RestObject => eachList(object, () => []);
