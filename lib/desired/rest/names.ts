import type { Json, JsonObject } from '../../kernel/json';
import type { SecretBook } from '../item';
import { fail } from '../../kernel/problem';
import { nameRemedy } from '../../kernel/spelling';

/** What the platform knows under an identity. */
export interface Known {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Ids of the children that are written by PUT only. */
  readonly parts: Readonly<Record<string, string>>;
}

/** An id, and those of what the object lies in, by identity: what others may rename, too. */
export interface Assigned {
  readonly id: string;
  readonly within?: Readonly<Record<string, string>>;
}

/** Where something was looked for: by which name, and what is there. */
export interface Offer {
  readonly name: string;
  readonly there: readonly string[];
}

/** The ids of one session: found by name, never kept between runs. */
export interface Names {
  learn(identity: string, known: Known): void;
  forget(identity: string): void;
  find(identity: string): Known | undefined;
  /** Remembers among what something was looked for, in one place or in several. */
  offer(identity: string, offer: Offer): void;
  /** Among what it was looked for. */
  offered(identity: string): Offer | undefined;
  /** The identities of an id, where it is one of those asked for: a single firewall is a device and its own record. */
  identitiesOf(id: string): readonly string[];
  /** Puts ids, names and types in place of `{identity}`, `{identity#name}`, `{identity#type}` and `{identity#part}`. */
  fill<T extends Json>(value: T): T;
}

const token = /\{([^{}#]+)(?:#([^{}]+))?\}/g;

/** Whether it stands for an id, and for nothing else. */
export const isPlaceholder = (value: Json): boolean =>
  typeof value === 'string' && /^\{[a-z0-9]+:[^{}]+\}$/.test(value);

/** Every identity that stands in braces somewhere in a value. */
export const identitiesIn = (value: unknown): readonly string[] => [
  ...new Set(
    [...(JSON.stringify(value) ?? '').matchAll(/\{([a-z0-9]+:[^{}#"]+)(?:#[^{}"]+)?\}/g)].map((match) => match[1]!),
  ),
];

const memberOf = (known: Known | undefined, what: string | undefined): string | undefined => {
  if (what === undefined) return known?.id;
  if (what === 'name' || what === 'type') return known?.[what];
  return known?.parts[what];
};

/** A value with each text in it given through `fill`. */
const filled = <T extends Json>(value: T, fill: (text: string) => string): T => {
  if (typeof value === 'string') return fill(value) as T;
  if (Array.isArray(value)) return value.map((member: Json) => filled(member, fill)) as unknown as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, member]) => [key, filled(member, fill)]),
  ) as T;
};

/** `title`: who lacks what is not known, in a sentence: `the FMC`. */
export const nameTable = ({ code, title }: { readonly code: string; readonly title: string }): Names => {
  const known = new Map<string, Known>();
  const byId = new Map<string, readonly string[]>();
  const offers = new Map<string, Offer>();
  const unknown = (identity: string): never => {
    const { name, there } = offers.get(identity) ?? { name: '', there: [] };
    return fail(
      `${code}.unknown`,
      identity,
      `${title} has no ${identity.replace(':', ' ')}`,
      nameRemedy(name, there, 'make it there first'),
    );
  };
  const put = (all: string, identity: string, what?: string): string =>
    identity.includes(':') ? (memberOf(known.get(identity), what) ?? unknown(identity)) : all;
  const others = (id: string, identity: string): readonly string[] =>
    (byId.get(id) ?? []).filter((other) => other !== identity);
  return {
    learn: (identity, entry) => {
      known.set(identity, entry);
      byId.set(entry.id, [...others(entry.id, identity), identity]);
      Object.entries(entry.parts).forEach(([part, id]) => byId.set(id, [`${identity}#${part}`]));
    },
    forget: (identity) => {
      const id = known.get(identity)?.id ?? '';
      byId.set(id, others(id, identity));
      known.delete(identity);
    },
    find: (identity) => known.get(identity),
    offer: (identity, { name, there }) => {
      const before = offers.get(identity)?.there ?? [];
      offers.set(identity, { name, there: [...new Set([...before, ...there])] });
    },
    offered: (identity) => offers.get(identity),
    identitiesOf: (id) => byId.get(id) ?? [],
    fill: (value) => filled(value, (text) => text.replace(token, put)),
  };
};

/** Ids first, then secrets: a secret that looks like a placeholder stays what it is. */
export const revealed = (body: JsonObject, names: Names, book: SecretBook): JsonObject =>
  filled(names.fill(body), (text) => book.reveal(text));
