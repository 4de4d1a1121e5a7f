import { stableJson } from '../kernel/json';
import { isRef } from '../model/noun';
import { nouns, type Kind } from '../model/nouns';

type Bag = Readonly<Record<string, unknown>>;
type Same = (value: unknown) => boolean;

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value) && !('secret' in value);

const withoutKey = (bag: Bag, key: string): Bag => {
  const { [key]: _left, ...less } = bag;
  return less;
};

/** Without each key that says nothing; then the same within what stays. */
const lessOf = (bag: Bag, same: Same): Bag => {
  const kept = Object.keys(bag).reduce((now, key) => (same(withoutKey(now, key)) ? withoutKey(now, key) : now), bag);
  return Object.entries(kept).reduce((now: Bag, [key, value]) => {
    const put = (member: unknown): Bag => ({ ...now, [key]: member });
    if (isBag(value)) return put(lessOf(value, (less) => same(put(less))));
    return Array.isArray(value) && value.every(isBag) ? put(lessOfAll(value, (less) => same(put(less)))) : now;
  }, kept);
};

/** Of a list what all of its members can do without, like the numbers 10, 20, 30: members of a list look alike. */
const lessOfAll = (list: readonly Bag[], same: Same): readonly Bag[] => {
  const keys = [...new Set(list.flatMap((member) => Object.keys(member)))];
  return keys.reduce((now, key) => {
    const less = now.map((member) => withoutKey(member, key));
    return same(less) ? less : now;
  }, list);
};

/** The props that say something: without those that the schema fills in by itself. `write`: what a noun is on its target. */
export const withoutDefaults = (
  kind: Kind,
  name: string,
  props: Bag,
  write: (noun: object) => string = stableJson,
): Bag => {
  const { schema } = nouns[kind];
  const meaning = (bag: unknown): string | undefined => {
    const parsed = schema.safeParse({ name, ...(bag as Bag) });
    return parsed.success ? write(parsed.data) : undefined;
  };
  const whole = meaning(props);
  return lessOf(props, (less) => meaning(less) === whole);
};
