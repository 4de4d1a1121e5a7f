import type { Json, JsonObject } from '../../kernel/json';
import { placeholder } from './dialect';
import type { Names } from './names';

/** Known ids become placeholders, also in a list of ids in one text; so they do not differ from what is declared. */
export const symbolic = (value: Json, names: Names): Json => {
  if (typeof value === 'string') {
    const parts = value.split(',');
    const known = parts.map((part) => names.identitiesOf(part.trim())[0]);
    return known.every((one) => one === undefined)
      ? value
      : parts.map((part, i) => (known[i] === undefined ? part : placeholder(known[i]))).join(',');
  }
  if (Array.isArray(value)) return value.map((member: Json) => symbolic(member, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [key, symbolic(member, names)]));
};
