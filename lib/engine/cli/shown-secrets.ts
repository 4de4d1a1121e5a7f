import { createHmac, randomBytes } from 'node:crypto';
import type { ShownSecret } from '../../desired/cli/words';
import { decodeType7 } from './type7';

/** Of this process: a fingerprint says nothing outside of it. */
const key = randomBytes(32);

/** Clear text, and type 7, which hides nothing. Type 6, hashes and what is starred out cannot be read. */
const readable = ({ type = 0, text }: ShownSecret): string | undefined => {
  if (type === 7) return decodeType7(text);
  return type === 0 && !/^(\*+|<.*>)$/.test(text) ? text : undefined;
};

const isShownSecret = (value: object): value is ShownSecret =>
  typeof (value as { text?: unknown }).text === 'string' &&
  Object.keys(value).every((member) => member === 'text' || member === 'type');

type Prints = Map<string, string>;

/** By its place (`peers.0.key`): a fingerprint of each secret that is shown, added to those `found`. */
const gatherPrints = (value: unknown, place: readonly string[], found: Prints): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && isShownSecret(value)) {
    const secret = readable(value);
    if (secret !== undefined) found.set(place.join('.'), createHmac('sha256', key).update(secret).digest('hex'));
    return;
  }
  for (const [name, member] of Object.entries(value))
    if (typeof member === 'object') gatherPrints(member, [...place, name], found);
};

const known = new WeakMap<object, ReadonlyMap<string, string>>();

/** Keeps the fingerprints of what is shown in a noun beside its props, which have no secret. They are in no output. */
export const rememberSecrets = (props: object, shown: object): void => {
  const found: Prints = new Map();
  gatherPrints(shown, [], found);
  if (found.size > 0) known.set(props, found);
};

/** The fingerprint of a secret that a file shows, by its place in the props. Equal secrets have equal ones. */
export const printOfShown = (props: object, place: string): string | undefined => known.get(props)?.get(place);
