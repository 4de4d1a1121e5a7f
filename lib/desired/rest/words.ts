import { stableJson, type Json, type JsonObject } from '../../kernel/json';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a reference its name, of a literal its value; undefined: an object that is its members. */
const nameIn = ({ id, name, value }: JsonObject): string | undefined => {
  if (typeof id === 'string' && typeof name === 'string') return name.replace(/^\{.*?([^/:{}]+)#name\}$/, '$1');
  return typeof value === 'string' ? value : undefined;
};

/** Members by their place, the same in any order; what is empty says nothing. */
const membersOf = (object: JsonObject, at = ''): readonly string[] =>
  Object.entries(object)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, member]): readonly string[] => {
      if (member === '') return [];
      if (isObject(member) && nameIn(member) === undefined) return membersOf(member, `${at}${key}.`);
      return [`${at}${key} ${legible(member)}`];
    });

/** A value for a person: references by their name, objects by their members. */
export const legible = (value: Json | undefined): string => {
  if (value === undefined) return '(none)';
  if (Array.isArray(value)) return `[${value.map(legible).join(', ')}]`;
  if (typeof value === 'string') return value.replace(/^\{[a-z0-9]+:([^{}#]+)\}$/, '$1');
  if (!isObject(value)) return String(value);
  return nameIn(value) ?? membersOf(value).join(', ');
};

const isSpelled = (value: Json): boolean => isObject(value) && nameIn(value) === undefined;
const recordsOf = (value: Json | undefined): readonly Json[] | undefined =>
  value === undefined ? [] : Array.isArray(value) && value.every(isSpelled) ? value : undefined;
const without = (all: readonly Json[], others: readonly Json[]): readonly Json[] => {
  const known = new Set(others.map((each) => stableJson(each)));
  return all.filter((each) => !known.has(stableJson(each)));
};

/** What goes of a value and what comes: of a list of records, like neighbours, those that differ, each by itself. */
export const exchanged = (old: Json | undefined, wanted: Json | undefined): readonly (readonly string[])[] => {
  const whole = [old, wanted].map((value) => (value === undefined || value === '' ? [] : [legible(value)]));
  const [before, after] = [recordsOf(old), recordsOf(wanted)];
  if (before === undefined || after === undefined) return whole;
  const each = [without(before, after), without(after, before)].map((records) => records.map(legible));
  return each.flat().length === 0 ? whole : each;
};
/** `ikesettings#ikeV2Settings.policies` is read as `ikesettings: ikeV2Settings.policies`. */
export const label = (key: string): string => key.replace(/^#/, '').replace('#', ': ');
