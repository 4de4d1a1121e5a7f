import type { Override } from '../../lib/synth/declaration';

/** A value as JSON has it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Props that take the place of an object's own. */
export const propsOverride = (props: object): Override => {
  const { name: _name, ...rest } = props as { readonly name?: unknown };
  return { words: Object.keys(rest).join(', '), props: rest };
};

/** Lines that are added to an object's block. */
export const lineOverrides = (raw: readonly string[]): Override => ({
  words: raw.map((line) => `\`${line}\``).join(', '),
  raw,
});

/** A value in what is sent to a REST API. */
export const restOverride = (path: string, value: JsonValue): Override => ({ words: path, rest: { path, value } });
