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

type Parse = (value: unknown) => Parsed;

/** What a value says, as its schema takes it: the same text for two that say the same. */
const meaningBy =
  (parse: Parse, write: (value: object) => string): ((value: unknown) => string | undefined) =>
  (value) => {
    const parsed = parse(value);
    return parsed.success ? write(parsed.data as object) : undefined;
  };

/** Without what its schema fills in by itself, of one field: what the others say changes nothing of it. */
const lessOfField = (field: FieldSchema, value: unknown): unknown => {
  if (!isBag(value) && !(Array.isArray(value) && value.every(isBag))) return value;
  const meaning = meaningBy((less) => field.safeParse(less), stableJson);
  let whole: string | undefined;
  const same: Same = (less) => meaning(less) === (whole ??= meaning(value));
  return isBag(value) ? lessOf(value, same) : lessOfAll(value, same);
};

/** Whether a field is what it would be without being said. */
const isDefault = (field: FieldSchema, value: unknown): boolean => {
  const other = absentOf(field);
  if (!other.success || other.data === undefined) return false;
  const own = field.safeParse(value);
  return own.success && stableJson(own.data) === stableJson(other.data);
};

const lessOfFields = (fields: Readonly<Record<string, FieldSchema>>, props: Bag): Bag =>
  Object.fromEntries(
    Object.entries(props).flatMap(([key, value]) => {
      const field = fields[key];
      if (field === undefined) return [[key, value]];
      return isDefault(field, value) ? [] : [[key, lessOfField(field, value)]];
    }),
  );

/** The props that say something: without those that the schema fills in by itself. `write`: what a noun is on its target. */
export const withoutDefaults = (kind: Kind, name: string, props: Bag, write?: (noun: object) => string): Bag => {
  const { schema } = nouns[kind];
  const { shape } = schema as { readonly shape?: Readonly<Record<string, FieldSchema>> };
  // Where a target writes two different nouns alike, only it can say what is a default.
  if (shape !== undefined && write === undefined) return lessOfFields(shape, props);
  const meaning = meaningBy((bag) => schema.safeParse({ name, ...(bag as Bag) }), write ?? stableJson);
  let whole: string | undefined;
  return lessOf(props, (less) => meaning(less) === (whole ??= meaning(props)));
};
