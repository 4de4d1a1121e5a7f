import { families, type Family, type KindsOf } from '../model/nouns';

/** The platform has no such noun of its own; `why` says what to write instead. */
export interface Unsupported {
  readonly form: 'none';
  readonly why: string;
}

export const unsupported = (why: string): Unsupported => ({ form: 'none', why });

type Foreign<F extends Family> = Readonly<Record<KindsOf<Exclude<Family, F>>, Unsupported>>;

/**
 * What a platform answers to all nouns but those of the families that it knows: where to declare them. A noun that
 * joins a foreign family, and a family that comes later, are answered too.
 */
export const unsupportedExcept = <F extends Family>(...known: readonly F[]): Foreign<F> => {
  const all: readonly (readonly [string, { readonly nouns: object; readonly home: string }])[] =
    Object.entries(families);
  const foreign = all.filter(([family]) => !known.some((own) => own === family));
  const kinds = foreign.flatMap(([, { nouns, home }]) => Object.keys(nouns).map((kind) => ({ kind, home })));
  return Object.fromEntries(kinds.map(({ kind, home }) => [kind, unsupported(home)])) as Foreign<F>;
};
