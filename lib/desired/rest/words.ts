import type { Json, JsonObject } from '../../kernel/json';

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value for a person: references by their name, objects by their members. */
export const legible = (value: Json | undefined): string => {
  if (value === undefined) return '(none)';
  if (Array.isArray(value)) return `[${value.map(legible).join(', ')}]`;
  if (typeof value === 'string') return value.replace(/^\{[a-z0-9]+:([^{}#]+)\}$/, '$1');
  if (!isObject(value)) return String(value);
  if (typeof value['id'] === 'string' && typeof value['name'] === 'string')
    return value['name'].replace(/^\{.*?([^/:{}]+)#name\}$/, '$1');
  if (typeof value['value'] === 'string') return value['value'];
  return Object.entries(value)
    .map(([key, member]) => `${key} ${legible(member)}`)
    .join(', ');
};
/** `ikesettings#ikeV2Settings.policies` is read as `ikesettings: ikeV2Settings.policies`. */
export const label = (key: string): string => key.replace(/^#/, '').replace('#', ': ');
