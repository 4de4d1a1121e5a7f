/**
 * A record whose values are made when they are asked for, each once. Its keys are known at once: to list the nouns loads
 * none of them, and a program pays for those that it declares.
 */
export const lazily = <L extends Readonly<Record<string, () => unknown>>>(
  loaders: L,
): { readonly [K in keyof L]: ReturnType<L[K]> } => {
  const record = {};
  for (const [key, load] of Object.entries(loaders))
    Object.defineProperty(record, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = load();
        Object.defineProperty(record, key, { value, enumerable: true });
        return value;
      },
    });
  return record as { readonly [K in keyof L]: ReturnType<L[K]> };
};

/** All members of several such records in one, still made when they are asked for. */
export const joined = <T extends object>(...records: readonly object[]): T => {
  const whole = {};
  for (const record of records)
    for (const key of Object.keys(record))
      Object.defineProperty(whole, key, {
        configurable: true,
        enumerable: true,
        get: () => {
          const value = (record as Readonly<Record<string, unknown>>)[key];
          Object.defineProperty(whole, key, { value, enumerable: true });
          return value;
        },
      });
  return whole as T;
};
