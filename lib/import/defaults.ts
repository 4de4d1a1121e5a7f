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

/** Without each key that says nothing, of those that may; then the same within what stays. */
const lessOf = (bag: Bag, same: Same, isPossible: (key: string) => boolean = () => true): Bag => {
  const kept = Object.keys(bag)
    .filter(isPossible)
    .reduce((now, key) => (same(withoutKey(now, key)) ? withoutKey(now, key) : now), bag);
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

type Parsed = { readonly success: true; readonly data: unknown } | { readonly success: false };
interface FieldSchema {
  safeParse(value: unknown): Parsed;
}
/** What a field is where nothing says it, by its schema; the same for each object of its kind. */
const absent = new WeakMap<FieldSchema, Parsed>();
const absentOf = (field: FieldSchema): Parsed => {
  let found = absent.get(field);
  if (found === undefined) absent.set(field, (found = field.safeParse(undefined)));
  return found;
};

/** Whether a field may be what it is without being said: asked of its schema alone, before the whole object is parsed. */
const mayBeDefault = (field: FieldSchema | undefined, value: unknown): boolean => {
  if (field === undefined) return true;
  const other = absentOf(field);
  if (!other.success || other.data === undefined) return false;
  const own = field.safeParse(value);
  return !own.success || stableJson(own.data) === stableJson(other.data);
};

/** The props that say something: without those that the schema fills in by itself. `write`: what a noun is on its target. */
export const withoutDefaults = (
  kind: Kind,
  name: string,
  props: Bag,
  write: (noun: object) => string = stableJson,
): Bag => {
  const { schema } = nouns[kind];
  const fields = (schema as { readonly shape?: Readonly<Record<string, FieldSchema>> }).shape ?? {};
  const meaning = (bag: unknown): string | undefined => {
    const parsed = schema.safeParse({ name, ...(bag as Bag) });
    return parsed.success ? write(parsed.data) : undefined;
  };
  let whole: string | undefined;
  const same: Same = (less) => meaning(less) === (whole ??= meaning(props));
  // Where a target writes two different nouns alike, only it can say what is a default.
  return lessOf(props, same, write === stableJson ? (key) => mayBeDefault(fields[key], props[key]) : undefined);
};
