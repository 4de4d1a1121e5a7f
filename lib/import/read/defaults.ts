import { stableJson } from '../../kernel/json';
import { isRef } from '../../model/noun';
import { nouns, type Kind } from '../../model/nouns';
import { absentOf, type FieldSchema, type Parsed, type Shape } from './schema';

type Bag = Readonly<Record<string, unknown>>;
type Same = (value: unknown) => boolean;
/** Whether a block may do without a key. */
type MayLack = (key: string) => boolean;

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value) && !('secret' in value);

const withoutKey = (bag: Bag, key: string): Bag => {
  const { [key]: _left, ...less } = bag;
  return less;
};

/** What a block of one key says by itself, where its schema takes that too: the address of a server on the usual ports. */
const shortest = (value: unknown, same: Same): unknown => {
  if (!isBag(value)) return value;
  const [only, ...others] = Object.values(value);
  return only !== undefined && others.length === 0 && same(only) ? only : value;
};

/** Without each key that says nothing; then the same within what stays. */
const lessOf = (bag: Bag, same: Same, mayLack: MayLack = () => true): Bag => {
  const kept = Object.keys(bag)
    .filter(mayLack)
    .reduce((now, key) => (same(withoutKey(now, key)) ? withoutKey(now, key) : now), bag);
  return Object.entries(kept).reduce((now: Bag, [key, value]) => {
    const put = (member: unknown): Bag => ({ ...now, [key]: member });
    const within: Same = (less) => same(put(less));
    if (isBag(value)) return put(shortest(lessOf(value, within), within));
    return Array.isArray(value) && value.every(isBag) ? put(lessOfAll(value, within)) : now;
  }, kept);
};

/** Of a list what all of its members can do without, like the numbers 10, 20, 30: members of a list look alike. */
const lessOfAll = (list: readonly Bag[], same: Same, mayLack: MayLack = () => true): readonly Bag[] => {
  const keys = [...new Set(list.flatMap((member) => Object.keys(member)))];
  const less = keys
    .filter(mayLack)
    .reduce((now, key) => orAsItWas(now, (member) => withoutKey(member, key), same), list);
  return keys.reduce((now, key) => lessWithin(now, key, same), less);
};

type Members = readonly Bag[];
const orAsItWas = (list: Members, change: (member: Bag) => Bag, same: Same): Members => {
  const less = list.map(change);
  return same(less) ? less : list;
};

/** The same of the blocks that members have under a key. */
const lessWithin = (list: Members, key: string, same: Same): Members => {
  const blocks = list.flatMap(({ [key]: value }) => (isBag(value) ? [value] : []));
  if (blocks.length === 0) return list;
  const changed =
    (change: (block: Bag) => unknown) =>
    (member: Bag): Bag =>
      isBag(member[key]) ? { ...member, [key]: change(member[key]) } : member;
  const inner = [...new Set(blocks.flatMap((block) => Object.keys(block)))];
  const less = inner.reduce(
    (now, each) =>
      orAsItWas(
        now,
        changed((block) => withoutKey(block, each)),
        same,
      ),
    list,
  );
  return orAsItWas(
    less,
    changed((block) => shortest(block, () => true)),
    same,
  );
};

/** Schemas that take a value as the one in them does. */
const wrappers: readonly string[] = ['optional', 'nullable', 'default', 'readonly'];

/** The fields of a block, or of each member of a list, where its schema is no more than these. */
const shapeIn = ({ shape, def }: FieldSchema): Shape | undefined => {
  if (shape !== undefined || def === undefined) return shape;
  const inner = def.type === 'array' ? def.element : wrappers.includes(def.type) ? def.innerType : undefined;
  return inner && shapeIn(inner);
};

/** Whether a schema can fill in a key, so that it is worth to look whether it says anything. */
const fillsIn = (field: FieldSchema): ((key: string) => boolean) => {
  const shape = shapeIn(field);
  return (key) => {
    const own = shape?.[key];
    if (own === undefined) return true;
    const other = absentOf(own);
    return other.success && other.data !== undefined;
  };
};

type Parse = (value: unknown) => Parsed;

/** What a value says, as its schema takes it: the same text for two that say the same. */
const meaningBy =
  (parse: Parse, write: (value: object) => string): ((value: unknown) => string | undefined) =>
  (value) => {
    const parsed = parse(value);
    return parsed.success ? write(parsed.data as object) : undefined;
  };

/** Blocks of a configuration are often alike: what was left out of one is left out of its like. */
const lessBefore = new WeakMap<FieldSchema, Map<string, unknown>>();

/** Without what its schema fills in by itself, of one field: what the others say changes nothing of it. */
const lessOfField = (field: FieldSchema, value: unknown, meant: unknown): unknown => {
  if (!isBag(value) && !(Array.isArray(value) && value.every(isBag))) return value;
  const known = lessBefore.get(field) ?? new Map<string, unknown>();
  lessBefore.set(field, known);
  const text = JSON.stringify(value);
  if (!known.has(text)) {
    if (known.size > 1_000) known.clear();
    known.set(text, lessOfBlock(field, value, meant));
  }
  return known.get(text);
};

const lessOfBlock = (field: FieldSchema, value: Bag | readonly Bag[], meant: unknown): unknown => {
  const meaning = meaningBy((less) => field.safeParse(less), stableJson);
  let whole: string | undefined;
  const same: Same = (less) => meaning(less) === (whole ??= stableJson(meant));
  const mayLack = fillsIn(field);
  return isBag(value) ? shortest(lessOf(value, same, mayLack), same) : lessOfAll(value, same, mayLack);
};

/** Whether a field is what it would be without being said. `meant`: the value as its schema takes it. */
const isDefault = (field: FieldSchema, meant: unknown): boolean => {
  const other = absentOf(field);
  if (!other.success || other.data === undefined) return false;
  return meant === other.data || (typeof other.data === 'object' && stableJson(meant) === stableJson(other.data));
};

const lessOfFields = (fields: Shape, props: Bag, noun: Bag): Bag => {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(props)) {
    const field = fields[key];
    if (field === undefined) kept[key] = value;
    else if (!isDefault(field, noun[key])) kept[key] = lessOfField(field, value, noun[key]);
  }
  return kept;
};

/** What a construct is given, and the noun that the schema makes of it. */
interface Given {
  readonly kind: Kind;
  readonly own: string;
  readonly props: Bag;
  readonly noun: object;
}

/** The props that say something: without those that the schema fills in by itself. `write`: what a noun is on its target. */
export const withoutDefaults = ({ kind, own, props, noun }: Given, write?: (noun: object) => string): Bag => {
  const { schema } = nouns[kind];
  const { shape } = schema as { readonly shape?: Shape };
  // Where a target writes two different nouns alike, only it can say what is a default.
  if (shape !== undefined && write === undefined) return lessOfFields(shape, props, noun as Bag);
  const meaning = meaningBy((bag) => schema.safeParse({ name: own, ...(bag as Bag) }), write ?? stableJson);
  let whole: string | undefined;
  return lessOf(props, (less) => meaning(less) === (whole ??= (write ?? stableJson)(noun)));
};
