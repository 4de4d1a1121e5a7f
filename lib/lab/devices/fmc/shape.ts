import { sameJson, type Json, type JsonObject } from '../../../kernel/json';
import { invalid, refusal } from './answer';

/** What every member may say about itself besides its kind. */
interface Trait {
  readonly required?: boolean;
  /** What the FMC fills in where the member is left out. */
  readonly fallback?: Json;
  /** Written and never answered, or answered as these stars. */
  readonly hidden?: true | string;
  /** The value that is not answered. */
  readonly unsaid?: Json;
}
/** What a reference may name beyond its id, and how it is answered. */
interface Reference {
  readonly is: 'ref';
  /** Patterns of the collections it may point into. */
  readonly to: readonly string[];
  /** Refuses a reference without `name`, as the Terraform provider of Cisco found for a few. */
  readonly named?: boolean;
  /** The `type` it is answered with; null: no type at all; default: the type of what it points to. */
  readonly readType?: string | null;
  /** Which member of the target is answered as its name. Default: `name`. */
  readonly readName?: string;
}
type Kind =
  | { readonly is: 'text'; readonly max?: number; readonly pattern?: RegExp }
  | { readonly is: 'number'; readonly from: number; readonly to: number }
  | { readonly is: 'number-of'; readonly among: readonly number[] }
  | { readonly is: 'flag' }
  | { readonly is: 'word'; readonly words: readonly string[] }
  /** A list without an order: answered in the order of `words`. */
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'numbers'; readonly among: readonly number[] }
  | Reference
  | { readonly is: 'list'; readonly of: Shape; readonly max?: number }
  | { readonly is: 'object'; readonly members: Members };
export type Shape = Kind & Trait;
export type Members = Readonly<Record<string, Shape>>;

/** Finds what an id points to, and in which collection it is. */
export type Lookup = (
  id: string,
) => { readonly collection: string; readonly body: JsonObject; readonly type: string } | undefined;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** `policy/ftds2svpns/*` matches one word in the place of the star. */
export const matches = (pattern: string, collection: string): boolean => {
  const [wanted, given] = [pattern.split('/'), collection.split('/')];
  return wanted.length === given.length && wanted.every((word, i) => word === '*' || word === given[i]);
};

/** One value that was sent, and where. */
interface Sent {
  readonly value: Json;
  readonly at: string;
  readonly lookup: Lookup;
}
const wrong = ({ at }: Sent, why: string): Error => invalid(`Invalid value for ${at}: ${why}`);

const oneOf = (sent: Sent, words: readonly string[], word: Json): string => {
  if (typeof word !== 'string' || !words.includes(word))
    throw wrong(sent, `${JSON.stringify(word)} is not one of ${words.join(', ')}`);
  return word;
};
/** Jackson takes a number that comes as text. */
const whole = (sent: Sent, given: Json): number => {
  const number = typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given;
  if (typeof number !== 'number' || !Number.isInteger(number))
    throw wrong(sent, `${JSON.stringify(given)} is not a whole number`);
  return number;
};
const listed = (sent: Sent): readonly Json[] => {
  if (!Array.isArray(sent.value)) throw wrong(sent, 'a list is expected');
  return sent.value as readonly Json[];
};
/** A list that may not be empty where it is required. */
const needed = <T>(sent: Sent, { required }: Trait, given: readonly T[]): readonly T[] => {
  if (required && given.length === 0) throw wrong(sent, 'at least one is needed');
  return given;
};

type Of<K extends Kind['is']> = Extract<Shape, { readonly is: K }>;

const settleText = (shape: Of<'text'>, sent: Sent): Json => {
  const { value } = sent;
  if (typeof value !== 'string') throw wrong(sent, 'text is expected');
  if (shape.max !== undefined && value.length > shape.max) throw wrong(sent, `at most ${shape.max} characters`);
  if (shape.pattern && !shape.pattern.test(value)) throw wrong(sent, JSON.stringify(value));
  return value;
};
const settleNumber = (shape: Of<'number'>, sent: Sent): Json => {
  const number = whole(sent, sent.value);
  if (number < shape.from || number > shape.to)
    throw wrong(sent, `${number} is not within ${shape.from} and ${shape.to}`);
  return number;
};
const settleNumbers = (shape: Of<'numbers'>, sent: Sent): Json => {
  const given = listed(sent).map((member) => whole(sent, member));
  const stranger = given.find((number) => !shape.among.includes(number));
  if (stranger !== undefined) throw wrong(sent, `${stranger} is not one of ${shape.among.join(', ')}`);
  return needed(sent, shape, given);
};
const settleWords = (shape: Of<'words'>, sent: Sent): Json => {
  const given = needed(
    sent,
    shape,
    listed(sent).map((word) => oneOf(sent, shape.words, word)),
  );
  return shape.words.filter((word) => given.includes(word));
};
const settleList = (shape: Of<'list'>, sent: Sent): Json => {
  const given = listed(sent).map((member, i) => settle(shape.of, member, `${sent.at}[${i}]`, sent.lookup));
  if (given.length > (shape.max ?? given.length)) throw wrong(sent, `at most ${shape.max} are taken`);
  return needed(sent, shape, given);
};
const settleReference = (shape: Of<'ref'>, { value, at, lookup }: Sent): Json => {
  const id = isObject(value) ? value['id'] : undefined;
  if (typeof id !== 'string') throw invalid(`Missing required field: ${at}.id`);
  if (shape.named && typeof (value as JsonObject)['name'] !== 'string')
    throw invalid(`Missing required field: ${at}.name`);
  const target = lookup(id);
  if (!target || !shape.to.some((pattern) => matches(pattern, target.collection)))
    throw invalid(`Invalid ${at} UUID: ${id}`);
  return { id };
};

/** What the FMC keeps of a value that was sent, or a refusal. */
const settle = (shape: Shape, value: Json, at: string, lookup: Lookup): Json => {
  const sent: Sent = { value, at, lookup };
  switch (shape.is) {
    case 'text':
      return settleText(shape, sent);
    case 'number':
      return settleNumber(shape, sent);
    case 'number-of':
      if (shape.among.includes(whole(sent, value))) return whole(sent, value);
      throw wrong(sent, `${whole(sent, value)} is not one of ${shape.among.join(', ')}`);
    case 'flag':
      if (typeof value !== 'boolean') throw wrong(sent, 'true or false is expected');
      return value;
    case 'word':
      return oneOf(sent, shape.words, value);
    case 'words':
      return settleWords(shape, sent);
    case 'numbers':
      return settleNumbers(shape, sent);
    case 'list':
      return settleList(shape, sent);
    case 'object':
      if (!isObject(value)) throw wrong(sent, 'an object is expected');
      return settleMembers(shape.members, value, at, lookup);
    case 'ref':
      return settleReference(shape, sent);
  }
};

/** Members that come with every answer, so that what was read may be sent back; they are ignored. */
const echoed = ['id', 'type', 'links', 'metadata', 'version'];

export const settleMembers = (
  members: Members,
  body: JsonObject,
  at: string,
  lookup: Lookup,
  ignored: readonly string[] = [],
): JsonObject => {
  const stranger = Object.keys(body).find((key) => !members[key] && !echoed.includes(key) && !ignored.includes(key));
  if (stranger !== undefined)
    throw refusal(422, 'FRAMEWORK', `Unrecognized field: ${at === '' ? '' : `${at}.`}${stranger}`);
  const kept = Object.entries(members).flatMap(([key, shape]): [string, Json][] => {
    const place = at === '' ? key : `${at}.${key}`;
    const given = body[key];
    if (given !== undefined && given !== null) return [[key, settle(shape, given, place, lookup)]];
    if (shape.required) throw invalid(`Missing required field: ${place}`);
    if (shape.fallback !== undefined) return [[key, shape.fallback]];
    if (shape.is !== 'object') return [];
    const inner = settleMembers(
      Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, { ...member, required: false }])),
      {},
      place,
      lookup,
    );
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(kept);
};

/** What is answered of a kept value. `all` also shows what is hidden: for the lab itself, never for a client. */
const render = (shape: Shape, value: Json, lookup: Lookup, all: boolean): Json | undefined => {
  if (shape.hidden !== undefined && !all) return shape.hidden === true ? undefined : shape.hidden;
  if (shape.unsaid === value && !all) return undefined;
  if (shape.is === 'list') return (value as readonly Json[]).map((member) => render(shape.of, member, lookup, all)!);
  if (shape.is === 'object') return renderMembers(shape.members, value as JsonObject, lookup, all);
  if (shape.is !== 'ref') return value;
  const id = String((value as JsonObject)['id']);
  const target = lookup(id);
  const type = shape.readType === undefined || all ? target?.type : shape.readType;
  return {
    id,
    ...(target ? { name: target.body[shape.readName ?? 'name'] ?? target.body['name'] ?? '' } : {}),
    ...(type ? { type } : {}),
  };
};

export const renderMembers = (members: Members, body: JsonObject, lookup: Lookup, all = false): JsonObject =>
  Object.fromEntries(
    Object.entries(body).flatMap(([key, value]): [string, Json][] => {
      const shape = members[key];
      const shown = shape ? render(shape, value, lookup, all) : value;
      return shown === undefined ? [] : [[key, shown]];
    }),
  );

/** Whether a reference to this id stands anywhere in a value. */
export const mentions = (value: Json, id: string): boolean => {
  if (Array.isArray(value)) return (value as readonly Json[]).some((member) => mentions(member, id));
  if (!isObject(value)) return false;
  return value['id'] === id || Object.values(value).some((member) => mentions(member, id));
};

export const unchanged = (before: JsonObject, after: JsonObject): boolean => sameJson(before, after);
