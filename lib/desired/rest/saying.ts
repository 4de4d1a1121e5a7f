import { defined } from '../../kernel/defined';
import { stableJson, type Json } from '../../kernel/json';
import { addressOf, refsOf } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { otherSecret } from '../../model/secret';
import type { AnyRest, Look, RestField, RestGrammar } from './grammar';
import { writeObject } from './object';
import { isBlank } from './place';
import type { ReadFields } from './read-noun';

type Bag = Readonly<Record<string, unknown>>;

// What of an answer a program says: the noun without what goes without saying.

/** With a reference in the place of each secret, which a schema takes. */
export const withSecrets = (value: unknown): unknown => {
  if (value === otherSecret) return { secret: 'env', name: 'SECRET' };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withSecrets);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withSecrets(member)]));
};

/** Nothing at all: a place of 0 is one. */
const isEmpty = (value: Json | undefined): boolean => typeof value !== 'number' && isBlank(value);

/** Fields that are compared only where they are declared are said all the same where something is there. */
const isLeft = (field: RestField<unknown> | undefined, value: unknown): boolean =>
  field?.form === 'written' &&
  field.leaves.every((leaf) => leaf.compareIfDeclared === true) &&
  !isEmpty(value as Json | undefined);

type Any = RestGrammar<Record<string, unknown>>;
/** What was read, in which fields that say something by this are not left out as usual. */
const saidBy =
  (says: (field: RestField<unknown> | undefined, value: unknown) => boolean) =>
  ({ fields: all }: Any, read: ReadFields): ReadFields => ({
    ...read,
    usual: read.usual.filter((name) => !says(all[name] as RestField<unknown> | undefined, read.fields[name])),
  });

/** With what is shown where nothing declares it: an object that has it is another without. */
export const withShown = saidBy(
  (field, value) =>
    field?.form === 'written' &&
    field.leaves.some((leaf) => leaf.shownUndeclared) &&
    value !== false &&
    !isEmpty(value as Json | undefined),
);

/** With all that is compared only where it is declared. */
export const withLeft = saidBy(isLeft);

/**
 * The fields that say something: what the platform has by itself is left out, but where the noun would say another thing
 * then, or nothing that it needs. `more`: what no body of it says by itself.
 */
export const saying = (kind: Kind, own: string, { fields, usual }: ReadFields, more: Bag): Bag => {
  // What it belongs to comes first.
  const less = defined({
    ...more,
    ...Object.fromEntries(Object.entries(fields).filter(([field]) => !usual.includes(field))),
    ...more,
  });
  const { schema } = nouns[kind];
  const parse = (bag: Bag) => schema.safeParse(withSecrets({ ...bag, name: own }));
  const faults = (bag: Bag): number => parse(bag).error?.issues.length ?? 0;
  const whole = usual.reduce((bag: Bag, field) => {
    const more = { ...bag, [field]: fields[field] };
    return faults(more) < faults(bag) ? more : bag;
  }, less);
  const filled = Object.keys((parse(whole).data ?? {}) as Bag).filter(
    (field) => usual.includes(field) && !(field in whole),
  );
  return { ...Object.fromEntries(filled.map((field) => [field, fields[field]])), ...whole };
};

/** What a noun is on its platform: the same for two that write the same. */
export const meaningOn =
  (grammarOf: <K extends Kind>(kind: K) => AnyRest<NounOf<K>>, look: Look) =>
  (kind: string, name: string, noun: object): string => {
    const grammar = grammarOf(kind as Kind) as unknown as AnyRest<Record<string, unknown>>;
    if (grammar.form !== 'object') return stableJson(noun);
    const { leaves, fixed, collection } = writeObject(
      grammar,
      kind as Kind,
      name,
      noun as Record<string, unknown>,
      look,
    );
    // What it refers to says when it is written, also where no body has it.
    const refs = refsOf(noun).map((ref) => addressOf(ref.ref, ref.name));
    return stableJson({ leaves, fixed, collection, refs });
  };
