/** The platform has no such noun of its own; `why` says what to write instead. */
export interface None {
  readonly form: 'none';
  readonly why: string;
}

export const none = (why: string): None => ({ form: 'none', why });

/** The same for a whole family of nouns: a noun that joins the family later is answered too. */
export const noneOf = <F extends object>(family: F, why: string): { readonly [K in keyof F]: None } =>
  Object.fromEntries(Object.keys(family).map((kind) => [kind, none(why)])) as { [K in keyof F]: None };
