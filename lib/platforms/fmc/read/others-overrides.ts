import { isBlank } from '../../../desired/rest/place';
import type { Names } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import { legible } from '../../../desired/rest/words';
import type { JsonObject } from '../../../kernel/json';
import type { Kind } from '../../../model/nouns';
import type { Reader } from '../client/client';
import { listIfThere } from './devices';
import type { Found } from './found';
import { overriddenBy } from '../grammar/object-overrides';
import { grammarFor } from '../normalize';

/** Members of an override that say what it is, and not what the object is there. */
const saying: ReadonlySet<string> = new Set([
  ...['id', 'name', 'type', 'links', 'metadata', 'version', 'overridable', 'overrides'],
]);

/** `10.30.0.0/16 on pune`. */
const wordsOf = (body: JsonObject, target: string): string => {
  const values = Object.entries(body).filter(([key, value]) => !saying.has(key) && !isBlank(value));
  const text = values.map(([key, value]) => (key === 'value' ? legible(value) : `${key} ${legible(value)}`)).join(', ');
  return `${text} on ${target}`;
};

/** Whether an object of ours is one that firewalls may have another value of. */
const isOverridden = ({ object, bodies }: Found): boolean =>
  overriddenBy.has(object.kind as Kind) &&
  Object.keys(object.leaves).length > 0 &&
  bodies['']?.['overridable'] === true;

/**
 * What others have made of our objects on single firewalls, and domains: it is shown with what else nothing declares, in a
 * part of its own, and stays. One list for each object that can be overridden.
 */
export const readOthersOverrides = async (
  client: Reader,
  names: Names,
  scope: readonly RestObject[],
  found: Map<string, Found>,
): Promise<void> => {
  const ours = new Set(
    scope.filter(({ requests }) => requests !== undefined).map(({ collection, name }) => `${collection} ${name}`),
  );
  const objects = scope.flatMap((object) => {
    const there = found.get(object.identity);
    return there !== undefined && isOverridden(there) ? [there] : [];
  });
  await Promise.all(
    objects.map(async (there) => {
      const { object, bodies } = there;
      const nameOf = grammarFor({ kind: overriddenBy.get(object.kind as Kind)! })!.nameOf!;
      const at = `${object.collection}/{${object.identity}}/overrides`;
      const all = await listIfThere(client, names.fill(at));
      const words = all.flatMap((body) => {
        const target = String(nameOf(body) ?? '(unnamed)');
        return ours.has(`${at} ${target}`) ? [] : [wordsOf(body, target)];
      });
      if (words.length > 0)
        found.set(object.identity, { ...there, bodies: { ...bodies, overrides: { others: words.sort() } } });
    }),
  );
};
