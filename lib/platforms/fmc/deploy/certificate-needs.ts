import { identitiesIn } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import type { Kind } from '../../../model/nouns';
import { isOverride } from '../grammar/object-overrides';

/** A certificate enrolment that a device must hold, because something that is deployed to it shows or trusts it. */
export interface Need {
  readonly device: string;
  readonly enrolment: string;
  /** The identity of what brings it to the device: the endpoint of a topology, the assignment of a policy. */
  readonly by: string;
}

const deviceKey = 'devices:';
const enrolmentKey = 'certenrollments:';
const namesOf = (identities: readonly string[], key: string): readonly string[] =>
  identities.filter((one) => one.startsWith(key)).map((one) => one.slice(key.length));

/** What each declared object refers to, and what stands below it and is of no device of its own. */
interface Links {
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}
const refersTo = ({ leaves, fixed, id }: RestObject): readonly string[] => identitiesIn([leaves, fixed, id ?? '']);

const linksIn = (objects: readonly RestObject[]): Links => {
  const own = new Map(objects.map((object) => [object.identity, refersTo(object)]));
  const below = new Map<string, string[]>();
  for (const { identity, collection } of objects) {
    if (namesOf(own.get(identity)!, deviceKey).length > 0) continue;
    for (const holder of identitiesIn(collection)) below.set(holder, [...(below.get(holder) ?? []), identity]);
  }
  return { own, below };
};

/** `mine`: what of the objects is another thing on the device. */
const reached = (
  from: readonly string[],
  { own, below }: Links,
  mine: ReadonlyMap<string, RestObject>,
): ReadonlySet<string> => {
  const found = new Set(from);
  for (const identity of found) {
    const refers = own.get(mine.get(identity)?.identity ?? identity) ?? [];
    for (const next of [...refers, ...(below.get(identity) ?? [])]) found.add(next);
  }
  return found;
};

/** What objects are on a device, by the identity of the object. */
export const overridesOn = (objects: readonly RestObject[], device: string): ReadonlyMap<string, RestObject> =>
  new Map(
    objects.flatMap((object) => {
      const [of] = isOverride(object.kind as Kind) ? identitiesIn(object.collection) : [];
      return of === undefined || !refersTo(object).includes(`${deviceKey}${device}`) ? [] : [[of, object] as const];
    }),
  );

/** Which device must hold which enrolment, by what refers to what. */
export const needsOf = (objects: readonly RestObject[]): readonly Need[] => {
  const links = linksIn(objects);
  const needs = new Map<string, Need>();
  const found = new Map<string, ReadonlyMap<string, RestObject>>();
  const mine = (device: string): ReadonlyMap<string, RestObject> => {
    const known = found.get(device) ?? overridesOn(objects, device);
    found.set(device, known);
    return known;
  };
  const uses = objects.filter(({ kind }) => !isOverride(kind as Kind));
  for (const { identity, collection } of uses) {
    const own = links.own.get(identity)!;
    const start = [...own, ...identitiesIn(collection)].filter((one) => !one.startsWith(deviceKey));
    for (const device of namesOf(own, deviceKey))
      for (const enrolment of namesOf([...reached(start, links, mine(device))], enrolmentKey))
        needs.set(`${device} ${enrolment}`, { device, enrolment, by: identity });
  }
  return [...needs.values()];
};
