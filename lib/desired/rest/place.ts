import type { Json, JsonObject } from '../../kernel/json';

/** What stands at a dotted place. */
export const dig = (body: Json | undefined, at: string): Json | undefined =>
  at
    .split('.')
    .reduce<Json | undefined>(
      (value, member) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? (value as JsonObject)[member]
          : undefined,
      body,
    );

/** Sets a dotted place in a body; the body is copied, not changed. */
export const place = (body: JsonObject, at: string, value: Json): JsonObject => {
  const [first, ...restOfPath] = at.split('.');
  const inner =
    restOfPath.length === 0 ? value : place((body[first!] ?? {}) as JsonObject, restOfPath.join('.'), value);
  return { ...body, [first!]: inner };
};

/** The body without what stands at a dotted place; the body is copied, not changed. */
export const withoutPlace = (body: JsonObject, at: string): JsonObject => {
  const [first, ...restOfPath] = at.split('.');
  const { [first!]: member, ...others } = body;
  if (restOfPath.length === 0 || typeof member !== 'object' || member === null || Array.isArray(member)) return others;
  return { ...others, [first!]: withoutPlace(member as JsonObject, restOfPath.join('.')) };
};

export const isBag = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value says nothing: not there, false, 0, or empty all through. */
export const isBlank = (value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === false || value === 0) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isBag(value) && Object.values(value).every(isBlank);
};
