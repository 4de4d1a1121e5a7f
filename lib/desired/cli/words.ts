import { canonicalIpv6, ipv4Prefix, isIpv4, isIpv6, isIpv6Cidr, lengthOfMask, maskOf } from '../../kernel/ip';
import type { Ref } from '../../model/noun';
import { isSecretMarker, otherSecret, secretMarker, type SecretRef } from '../../model/secret';

/** Where reading stopped: a word that does not belong, or a line that ends too early. */
export interface Miss {
  readonly miss: 'invalid' | 'incomplete';
  readonly at: number;
}
export type Read<T> = { readonly value: T; readonly next: number } | Miss;
export const missed = <T>(read: Read<T>): read is Miss => 'miss' in read;

/** The words of a value on a CLI line, in both directions: what `print` writes, `read` understands. */
export interface Words<T> {
  print(value: T): readonly string[];
  read(words: readonly string[], at: number): Read<T>;
  /** The value is a secret: what is read is never printed again. */
  readonly secret?: boolean;
}

const got = <T>(value: T, next: number): Read<T> => ({ value, next });
const miss = (words: readonly string[], at: number): Miss => ({
  miss: at < words.length ? 'invalid' : 'incomplete',
  at,
});

/** One word that `accept` turns into a value, or undefined. */
export const word = <T>(accept: (text: string) => T | undefined, print: (value: T) => string = String): Words<T> => ({
  print: (value) => [print(value)],
  read: (words, at) => {
    const text = words[at];
    const value = text === undefined ? undefined : accept(text);
    return value === undefined ? miss(words, at) : got(value, at + 1);
  },
});

export const name: Words<string> = word((text) => text);
export const address: Words<string> = word((text) => (isIpv4(text) ? text : undefined));
export const integer = (min: number, max: number): Words<number> =>
  word((text) => (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined));
export const oneOf = <T extends string>(...choices: readonly T[]): Words<T> =>
  word((text) => choices.find((choice) => choice === text.toLowerCase()));
/** Values that the device spells in its own way: `{ sha1: 'esp-sha-hmac' }`. A spelling may be several words. */
export const spelled = <T extends string>(spelling: Readonly<Record<T, string>>): Words<T> => {
  const byLength = (Object.entries(spelling) as [T, string][])
    .map(([value, text]) => [value, text.split(' ')] as const)
    .sort(([, a], [, b]) => b.length - a.length);
  const printed = new Map(byLength);
  return {
    print: (value) => printed.get(value)!,
    read: (words, at) => {
      const found = byLength.find(([, text]) => text.every((part, i) => words[at + i]?.toLowerCase() === part));
      return found === undefined ? miss(words, at) : got(found[0], at + found[1].length);
    },
  };
};
export const refTo = <K extends string>(kind: K): Words<Ref<K>> =>
  word(
    (text) => ({ ref: kind, name: text }),
    (ref) => ref.name,
  );

/** The rest of the line, blanks folded. */
export const rest: Words<string> = {
  print: (value) => value.split(' '),
  read: (words, at) => (at < words.length ? got(words.slice(at).join(' '), words.length) : miss(words, at)),
};

/** One or more, to the end of the line. */
export const list = <T>(item: Words<T>): Words<T[]> => ({
  print: (values) => values.flatMap((value) => item.print(value)),
  read: (words, at) => {
    const values: T[] = [];
    let next = at;
    do {
      const read = item.read(words, next);
      if (missed(read)) return read;
      values.push(read.value);
      next = read.next;
    } while (next < words.length);
    return got(values, next);
  },
});

/** `10.58.1.1/30` as an address and a mask. */
export const addressWithMask: Words<string> = {
  print: (value) => [ipv4Prefix(value).address, ipv4Prefix(value).mask],
  read: (words, at) => {
    if (!isIpv4(words[at] ?? '')) return miss(words, at);
    const length = lengthOfMask(words[at + 1] ?? '');
    return length === undefined ? miss(words, at + 1) : got(`${words[at]}/${length}`, at + 2);
  },
};

/** A host as an address and its mask, which devices add, or leave out for 0.0.0.0. */
export const hostWithMask: Words<string> = {
  print: (value) => [value, value === '0.0.0.0' ? '0.0.0.0' : maskOf(32)],
  read: (words, at) => {
    const read = address.read(words, at);
    if (missed(read)) return read;
    const mask = words[read.next];
    const own = mask === undefined || mask === (read.value === '0.0.0.0' ? '0.0.0.0' : maskOf(32));
    return own ? got(read.value, mask === undefined ? read.next : read.next + 1) : miss(words, read.next);
  },
};

/** An IPv6 address, and one with its length: devices print capitals, and one spelling is compared. */
export const address6: Words<string> = word((text) => (isIpv6(text) ? canonicalIpv6(text) : undefined));
export const prefix6: Words<string> = word((text) => (isIpv6Cidr(text) ? canonicalIpv6(text) : undefined));

/** The first form that understands what is there; `is` says which of them prints a value. */
export const either = <A, B>(first: Words<A>, is: (value: A | B) => value is A, second: Words<B>): Words<A | B> => ({
  print: (value) => (is(value) ? first.print(value) : second.print(value)),
  read: (words, at) => {
    const [one, two] = [first.read(words, at), second.read(words, at)];
    if (missed(one)) return missed(two) && one.at > two.at ? one : two;
    return missed(two) || one.next >= two.next ? one : two;
  },
});

/** A host of either family. */
export const anyAddress = either<string, string>(address, (text): text is string => !text.includes(':'), address6);

/** Text in quotes, which the device prints: `"ip unnumbered Loopback1"`. */
export const quoted: Words<string> = {
  print: (value) => `"${value}"`.split(' '),
  read: (words, at) => {
    if (!words[at]?.startsWith('"')) return miss(words, at);
    const last = words.findIndex((text, i) => i >= at && text.endsWith('"') && (i > at || text.length > 1));
    return last === -1
      ? miss(words, words.length)
      : got(
          words
            .slice(at, last + 1)
            .join(' ')
            .slice(1, -1),
          last + 1,
        );
  },
};

/** Fixed words that are a value: `{ cached: true }`. */
export const present = (...fixed: readonly string[]): Words<true> =>
  mapped(
    literal(...fixed),
    () => true as const,
    () => undefined,
  );

/** Words that are always there. */
export const literal = (...fixed: readonly string[]): Words<undefined> => ({
  print: () => fixed,
  read: (words, at) => {
    const wrong = fixed.findIndex((part, i) => words[at + i]?.toLowerCase() !== part);
    return wrong === -1 ? got(undefined, at + fixed.length) : miss(words, at + wrong);
  },
});

type Parts<T> = { readonly [F in keyof T]-?: Words<NonNullable<T[F]>> };

/** The fields of an object, one behind the other in the order given; a field named in `optional` may be missing. */
export const sequence = <T extends object>(parts: Parts<T>, optional: readonly (keyof T)[] = []): Words<T> => {
  const fields = Object.keys(parts) as (keyof T)[];
  return {
    print: (value) => {
      const words: string[] = [];
      for (const field of fields) {
        const part = value[field];
        if (part !== undefined) words.push(...parts[field].print(part as NonNullable<T[keyof T]>));
      }
      return words;
    },
    read: (words, at) => {
      const value: Partial<T> = {};
      let next = at;
      for (const field of fields) {
        if (next >= words.length && optional.includes(field)) continue;
        const read = parts[field].read(words, next) as Read<T[keyof T]>;
        if (missed(read)) {
          if (optional.includes(field)) continue;
          return read;
        }
        value[field] = read.value;
        next = read.next;
      }
      return got(value as T, next);
    },
  };
};

/** Fields that may all be missing and stand in any order; they are printed in the order given. */
export const inAnyOrder = <T extends object>(parts: Parts<T>): Words<T> => {
  const fields = Object.keys(parts) as (keyof T)[];
  return {
    print: sequence(parts, fields).print,
    read: (words, at) => {
      const value: Partial<T> = {};
      let next = at;
      while (next < words.length) {
        const read = fields
          .filter((field) => value[field] === undefined)
          .map((field) => [field, parts[field].read(words, next) as Read<T[keyof T]>] as const)
          .find(([, each]) => !missed(each));
        if (read === undefined || missed(read[1])) return miss(words, next);
        value[read[0]] = read[1].value;
        next = read[1].next;
      }
      return got(value as T, next);
    },
  };
};

/** One of several forms, told apart by the value of `tag`: `{ dn: …, address: … }`. */
export const variants = <T extends object, G extends keyof T & string>(
  tag: G,
  forms: { readonly [V in T[G] & string]: Words<Omit<Extract<T, Record<G, V>>, G>> },
): Words<T> => {
  const all = Object.entries<Words<object>>(forms);
  return {
    print: (value) => (forms as Record<string, Words<object>>)[value[tag] as string]!.print(value),
    read: (words, at) => {
      let furthest: Miss = miss(words, at);
      for (const [value, form] of all) {
        const read = form.read(words, at);
        if (!missed(read)) return got({ [tag]: value, ...read.value } as T, read.next);
        if (read.at > furthest.at) furthest = read;
      }
      return furthest;
    },
  };
};

/** Fixed words, then a value: `address 10.0.0.1`. */
export const after = <T>(fixed: readonly string[], words: Words<T>): Words<T> => ({
  ...words,
  print: (value) => [...fixed, ...words.print(value)],
  read: (all, at) => {
    const lead = literal(...fixed).read(all, at);
    return missed(lead) ? lead : words.read(all, lead.next);
  },
});

/** The same words for another type of value. */
export const mapped = <A, B>(words: Words<A>, to: (value: A) => B | undefined, from: (value: B) => A): Words<B> => ({
  print: (value) => words.print(from(value)),
  read: (all, at) => {
    const read = words.read(all, at);
    if (missed(read)) return read;
    const value = to(read.value);
    return value === undefined ? miss(all, at) : got(value, read.next);
  },
});

/** What a device shows of a secret: an optional encryption type, then the text. */
export interface ShownSecret {
  readonly type?: number;
  readonly text: string;
}

/** A secret. It prints as its marker; what a device shows is read as it is and prints as "another secret". */
export const secret: Words<SecretRef | ShownSecret> = {
  secret: true,
  print: (value) => ['secret' in value ? secretMarker(value) : isSecretMarker(value.text) ? value.text : otherSecret],
  read: (words, at) => {
    const typed = /^[0-9]$/.test(words[at] ?? '') && words[at + 1] !== undefined;
    const text = words[typed ? at + 1 : at];
    if (text === undefined) return miss(words, at);
    return got(typed ? { type: Number(words[at]), text } : { text }, at + (typed ? 2 : 1));
  },
};

/** For a grammar that says the platform has no such thing: reaching it is a defect, not a user's mistake. */
export const otherwise = (why: string): never => {
  throw new Error(`no grammar: ${why}`);
};
