import type { Json } from '../../../kernel/json';

/** A body as it is sent: `{ base64: 'text' }` is text that goes there in base64. */
export const inBase64 = (value: Json): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inBase64);
  const { base64 } = value as { readonly base64?: Json };
  if (typeof base64 === 'string' && Object.keys(value).length === 1)
    return Buffer.from(base64, 'utf8').toString('base64');
  return Object.fromEntries(Object.entries(value as Record<string, Json>).map(([key, one]) => [key, inBase64(one)]));
};
