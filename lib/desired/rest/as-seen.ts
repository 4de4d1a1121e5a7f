import type { Json, JsonObject } from '../../kernel/json';
import { isSecretMarker } from '../../model/secret';
import type { SecretBook } from '../item';
import type { Leaf } from './grammar';
import { isPlaceholder } from './names';

// What stands in one place of an answer, in the light of what is declared there.

/** What platforms answer for a member that is not there. */
export const saysNothing = (raw: Json, leaf: Leaf): boolean =>
  raw === null || (raw === '' && leaf.absent !== undefined) || (Array.isArray(raw) && raw.length === 0);

/** The secrets of a list's members, judged one by one: the declared one in the same place is what is looked for. */
export const unmasked = (seen: Json, wanted: Json | undefined, secret: string, book: SecretBook, place: string): Json =>
  (seen as readonly JsonObject[]).map((member, i) => {
    const marker = ((wanted ?? []) as readonly JsonObject[])[i]?.[secret];
    const { [secret]: _masked, ...rest } = member;
    return typeof marker === 'string'
      ? { ...rest, [secret]: book.judge(marker, undefined, `${place}[${i}].${secret}`) }
      : rest;
  });

/** Without members that the declared object in the same place leaves to the platform; what is not answered is off. */
export const asDeclared = (seen: Json, wanted: Json | undefined, { whereDeclared = [] }: Leaf): Json => {
  if (whereDeclared.length === 0) return seen;
  return (seen as readonly JsonObject[]).map((member, i) => {
    const declared = ((wanted ?? []) as readonly JsonObject[])[i] ?? {};
    const left = whereDeclared.filter((name) => declared[name] === undefined);
    const off = whereDeclared.filter((name) => declared[name] === false && member[name] === undefined);
    return {
      ...Object.fromEntries(Object.entries(member).filter(([name]) => !left.includes(name))),
      ...Object.fromEntries(off.map((name) => [name, false])),
    };
  });
};

/** Of what is joined one by one only what a program knows: what others have joined has no placeholder, and stays. */
export const ours = (seen: Json, { joined }: Leaf): Json =>
  joined ? (seen as readonly Json[]).filter((id) => isPlaceholder(id)) : seen;

export const isMarker = (value: Json | undefined): value is string =>
  typeof value === 'string' && isSecretMarker(value);
/** What another device makes is no secret where this one shows it: it is compared, and what differs is shown. */
export const shownAs = (marker: string, seen: Json, book: SecretBook, place: string): Json =>
  typeof seen === 'string' && book.judge(marker, { text: seen }, place) === marker ? marker : seen;
