import { sameJson, type Json, type JsonObject } from '../../../kernel/json';
import { problem, ProblemError } from '../../../kernel/problem';
import { writable } from './bodies';
import { isSystem } from '../deploy/pending';

interface Metadata {
  readonly timestamp?: number | string;
  readonly lastUser?: { readonly name?: string };
}
const metadataOf = (body: JsonObject): Metadata => (body['metadata'] ?? {}) as Metadata;

/** Seconds or milliseconds, as a person reads it. */
const moment = (timestamp: number | string | undefined): string | undefined => {
  const number = Number(timestamp);
  if (!(number > 0)) return undefined;
  return new Date(number > 1e11 ? number : number * 1000)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
};

const isBag = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list answers less than the object itself, and a reference more in one place than in another: what both say counts. */
const contradict = (old: Json | undefined, fresh: Json | undefined): boolean => {
  if (old === undefined || fresh === undefined) return false;
  if (Array.isArray(old) && Array.isArray(fresh))
    return old.length !== fresh.length || old.some((one: Json, i) => contradict(one, fresh[i] as Json));
  if (!isBag(old) || !isBag(fresh)) return !sameJson(old, fresh);
  if (typeof old['id'] === 'string' && typeof fresh['id'] === 'string' && old['id'] !== fresh['id']) return true;
  return Object.keys(old).some((key) => key !== 'links' && key !== 'metadata' && contradict(old[key], fresh[key]));
};
const differs = (before: JsonObject, now: JsonObject): boolean => contradict(writable(before), writable(now));

/**
 * Whether others have written an object since it was read. There is no ETag: timestamps decide where both answers have
 * one (our own writes move them too), the content where they have none.
 */
export const isMoved = (before: JsonObject, now: JsonObject, us: string): boolean => {
  const [then, here] = [metadataOf(before), metadataOf(now)];
  if (then.timestamp === undefined || here.timestamp === undefined) return differs(before, now);
  return (
    String(then.timestamp) !== String(here.timestamp) && here.lastUser?.name !== us && !isSystem(here.lastUser?.name)
  );
};

/** Refuses to write over it, in words that say who and when. */
export const moved = (target: string, what: string, now: JsonObject): ProblemError => {
  const { timestamp, lastUser } = metadataOf(now);
  const when = moment(timestamp);
  return new ProblemError([
    problem(
      'fmc.moved',
      target,
      `${what} was changed by ${lastUser?.name ?? 'another user'}${when === undefined ? '' : ` at ${when}`}, after it was read: nothing was written over it`,
      'plan again, look at what they changed, then apply',
    ),
  ]);
};
