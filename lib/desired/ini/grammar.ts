import type { Ref } from '../../model/noun';
import { secretMarker, type SecretRef } from '../../model/secret';
import type { Unsupported } from '../unsupported';

/** How a value stands behind `=`, in both directions. `read` gives undefined for what it does not know. */
export interface Spelling<T> {
  readonly print: (value: T) => string;
  readonly read: (text: string) => T | undefined;
  /** It is, or may be, a reference to a secret: never shown. */
  readonly secret?: boolean;
  /** What the value must look like once it is known, and how that is called: asked before it is written. */
  readonly shape?: { readonly like: string; readonly words: string };
}

/** What is asked of a place in a section, whatever the type of its value. */
export interface Slot extends Pick<Spelling<never>, 'secret' | 'shape'> {
  /** One spelling for what may stand there: `True` and `yes` are `true`. What cannot be read stays as it is. */
  readonly canonical: (text: string) => string;
}

/** One key. */
export interface KeyField<T> extends Spelling<T>, Slot {
  readonly form: 'key';
  readonly key: string;
  /** Other keys of the same meaning: they do not stand beside it. */
  readonly instead?: readonly string[];
}

/** One key of each member of a numbered list: `radius_ip_1`, `radius_ip_2`. */
export interface Part<T> extends Spelling<T> {
  readonly stem: string;
  readonly instead?: string;
}
export interface PartSlot extends Slot {
  readonly stem: string;
  readonly instead?: string;
}

/** A list whose members are numbered keys, several for each member. */
export interface NumberedField<T> {
  readonly form: 'numbered';
  readonly parts: readonly PartSlot[];
  /** The first has no number: `host`, `host_2`. */
  readonly bareFirst: boolean;
  readonly spread: (item: T) => readonly (string | undefined)[];
  readonly gather: (texts: readonly (string | undefined)[]) => T | undefined;
}
export type IniField<T> = KeyField<T> | (T extends readonly (infer I)[] ? NumberedField<I> : never);
export type IniFields<N extends object> = {
  readonly [F in Exclude<keyof N, 'name'>]-?: IniField<NonNullable<N[F]>>;
};

/** A grammar says, as data, how one noun is a section of an INI file. Its name is the name of the section. */
export interface IniGrammar<N extends object> {
  readonly form: 'section';
  /** The word that section names begin with; a number may follow. */
  readonly type: string;
  /** `whole`: every key that the grammar knows is ours. `lines`: only those that we write. */
  readonly ownership: 'exclusive' | 'lines';
  readonly fields: IniFields<N>;
}
export type AnyIni<N extends object> = IniGrammar<N> | Unsupported;

export const section = <N extends object>(
  type: string,
  fields: IniFields<N>,
  ownership: IniGrammar<N>['ownership'] = 'exclusive',
): IniGrammar<N> => ({ form: 'section', type, ownership, fields });

const canonical =
  <T>({ print, read }: Spelling<T>) =>
  (text: string): string => {
    const value = read(text);
    return value === undefined ? text : print(value);
  };

export const key = <T>(name: string, spelling: Spelling<T>, instead?: readonly string[]): KeyField<T> => ({
  form: 'key',
  key: name,
  ...spelling,
  canonical: canonical(spelling),
  ...(instead ? { instead } : {}),
});

const slot = <T>({ stem, instead, secret: hidden, shape, ...how }: Part<T>): PartSlot => ({
  stem,
  ...(instead === undefined ? {} : { instead }),
  ...(hidden ? { secret: true } : {}),
  ...(shape ? { shape } : {}),
  canonical: canonical(how),
});

/** A list of single values: `exempt_username_1`. */
export const numbered = <T>(
  stem: string,
  spelling: Spelling<T>,
  options: { readonly bareFirst?: boolean } = {},
): NumberedField<T> => ({
  form: 'numbered',
  parts: [slot({ stem, ...spelling })],
  bareFirst: options.bareFirst ?? false,
  spread: (item) => [spelling.print(item)],
  gather: ([own]) => (own === undefined ? undefined : spelling.read(own)),
});

/** A list of which each member has several keys of one number, in the order given. */
export const numberedRecord = <T extends object>(
  parts: { readonly [F in keyof T]-?: Part<NonNullable<T[F]>> },
  options: { readonly bareFirst?: boolean } = {},
): NumberedField<T> => {
  const names = Object.keys(parts) as (keyof T & string)[];
  const how = <F extends keyof T & string>(name: F): Part<NonNullable<T[F]>> => parts[name];
  return {
    form: 'numbered',
    parts: names.map((name) => slot(how(name))),
    bareFirst: options.bareFirst ?? false,
    spread: (item) => names.map((name) => (item[name] === undefined ? undefined : how(name).print(item[name]!))),
    gather: (texts) => {
      const values = names.flatMap((name, i) => {
        const value = texts[i] === undefined ? undefined : how(name).read(texts[i]);
        return value === undefined ? [] : [[name, value] as const];
      });
      return Object.fromEntries(values) as unknown as T;
    },
  };
};

export const asText: Spelling<string> = { print: (value) => value, read: (value) => value };
export const oneOf = <T extends string>(...values: readonly T[]): Spelling<T> => ({
  print: (value) => value,
  read: (value) => values.find((one) => one === value.toLowerCase()),
});
export const whole: Spelling<number> = {
  print: String,
  read: (value) => (/^-?\d+$/.test(value) ? Number(value) : undefined),
};
/** What Python's configparser takes for yes and no. */
export const yesNo: Spelling<boolean> = {
  print: String,
  read: (value) =>
    ['1', 'yes', 'true', 'on'].includes(value.toLowerCase())
      ? true
      : ['0', 'no', 'false', 'off'].includes(value.toLowerCase())
        ? false
        : undefined,
};
export const commaList = <T extends string = string>(): Spelling<T[]> => ({
  print: (values) => values.join(','),
  read: (value) => value.split(',').map((one) => one.trim() as T),
});
/** The name of another section. `kindOf` says from the name of which kind it is. */
export const sectionOf = <K extends string>(kindOf: (name: string) => K | undefined): Spelling<Ref<K>> => ({
  print: (value) => value.name,
  read: (name) => {
    const kind = kindOf(name);
    return kind === undefined ? undefined : { ref: kind, name };
  },
});

/** A secret reads back as what stands there; the live reading puts the declared reference in its place. */
export const secret: Spelling<SecretRef> = {
  secret: true,
  print: secretMarker,
  read: (text) => ({ text }) as unknown as SecretRef,
};
/** A value that may be a reference to a secret as well as text. */
export const maybeSecret: Spelling<string | SecretRef> = {
  secret: true,
  print: (value) => (typeof value === 'string' ? value : secretMarker(value)),
  read: (text) => text,
};
export const shaped = <T>(spelling: Spelling<T>, like: RegExp, words: string): Spelling<T> => ({
  ...spelling,
  shape: { like: like.source, words },
});
