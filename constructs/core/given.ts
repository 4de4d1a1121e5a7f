/** What a program gives that is not compiled may be anything: these take it as it is, and what it is not is said where it is checked. */

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Promise);

/** Props, or none where that is no object. */
export const objectOf = <T extends object>(props: T): T => (isObject(props) ? props : ({} as T));

/** A list that grows later. What is no list is none, and stays for its schema to refuse. */
export const growing = <T>(list: readonly T[]): T[] =>
  Array.isArray(list) ? [...(list as readonly T[])] : (list as T[]);
