import fc from 'fast-check';
import { canonicalIpv6, networkOf } from '../../../lib/kernel/ip';
import type { Resource } from '../../../lib/model/network';
import type { Ref } from '../../../lib/model/noun';
import type { Kind, NounOf } from '../../../lib/model/nouns';
import type { SecretRef } from '../../../lib/model/secret';

/** What random nouns are made of. */

export type Arbitraries<K extends Kind> = { readonly [E in K]: fc.Arbitrary<NounOf<E>> };
/** What a noun may refer to; a reference is taken from the pool of its kind. A kind without a pool: any name will do. */
export type Pool = { readonly [K in Kind]?: readonly string[] };

export const opt = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
/** A field that is seldom there, where a noun has many. */
export const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 2 });
/** An object without its undefined members, as zod gives it. */
export const bare = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
export const record = <T extends object>(parts: { [F in keyof T]?: fc.Arbitrary<T[F]> }): fc.Arbitrary<T> =>
  fc.record(parts as never).map((value) => bare(value as T));

/** What says nothing is not declared. */
export const saying = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  arbitrary.filter((noun) => Object.keys(noun).length > 1);

export const someOf = <T>(values: readonly T[], max = values.length): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: Math.min(max, values.length) });
export const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
export const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
export const on = rare(fc.constant(true as const));
/** No two with the same `key`. */
export const distinct = <T>(item: fc.Arbitrary<T>, maxLength: number, key: (item: T) => unknown = JSON.stringify) =>
  fc.uniqueArray(item, { minLength: 1, maxLength, selector: key });

export const objectName = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.:/+-]{0,63}$/);
/** A name inside a noun; the simulated router would print one like `a::1` in capitals. */
export const plainName = objectName.filter((name) => !name.includes('::'));
/** What a `?` or a `!` does when typed is the transport's affair. */
const token = fc.stringMatching(/^[A-Za-z0-9=,.;:@#$%&*()/_+-]{1,10}$/);
export const text = fc.array(token, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
/** One word that is not a keyword. */
export const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9=,.;:@#$%&*()/_+-]{0,10}[0-9]$/);
export const domainName = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), oneOf(['net', 'example', 'in']))
  .map((p) => p.join('.'));
const octet = fc.nat(255);
export const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const length = fc.integer({ min: 0, max: 32 });
export const ipv4Interface = fc.tuple(ipv4, length).map(([address, n]) => `${address}/${n}`);
export const ipv4Network = ipv4Interface.map(networkOf);
const group = fc.nat(0xffff).map((n) => n.toString(16));
export const ipv6 = fc
  .oneof(
    fc.tuple(group, group).map(([a, b]) => `2001:db8:${a}::${b}`),
    fc.array(group, { minLength: 8, maxLength: 8 }).map((all) => all.join(':')),
    fc.constantFrom('::', '::1'),
  )
  .map(canonicalIpv6);
export const linkLocal = group.map((a) => canonicalIpv6(`fe80::${a}`));
export const ipv6Prefix = fc.tuple(ipv6, int(0, 128)).map(([address, n]) => `${address}/${n}`);
export const anyAddress = fc.oneof(ipv4, ipv6);
export const hostName = fc.oneof(domainName, anyAddress);
export const hostOrNetwork = fc.oneof(
  ipv4,
  fc.tuple(ipv4, int(0, 31)).map(([address, n]) => networkOf(`${address}/${n}`)),
  ipv6Prefix,
);

export const hashes = ['sha512', 'sha384', 'sha256', 'sha1', 'md5'] as const;
export const groups = [1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const;

export const secretRef: fc.Arbitrary<SecretRef> = fc.oneof(
  fc.record({ secret: fc.constant('env' as const), name: fc.stringMatching(/^[A-Z][A-Z0-9_]{0,11}$/) }),
  fc.record({ secret: fc.constant('file' as const), path: fc.stringMatching(/^[a-z][a-z<>% /._-]{0,14}$/) }),
  fc.record({
    secret: fc.constant('command' as const),
    command: fc.array(fc.stringMatching(/^[a-z][a-z<>%+ /-]{0,8}$/), { minLength: 1, maxLength: 3 }),
  }),
);

/** Whether anything can refer to this kind. */
export const has = (pool: Pool, kind: Kind): boolean => pool[kind] === undefined || pool[kind].length > 0;
export const refTo = <K extends Kind>(kind: K, pool: Pool): fc.Arbitrary<Ref<K>> =>
  (pool[kind] === undefined ? objectName : oneOf(pool[kind])).map((name) => ({ ref: kind, name }));
export const refsTo = <K extends Kind>(kind: K, pool: Pool, max: number): fc.Arbitrary<Ref<K>[]> =>
  (pool[kind] === undefined
    ? fc.uniqueArray(objectName, { minLength: 1, maxLength: max })
    : someOf(pool[kind], max)
  ).map((chosen) => chosen.map((name) => ({ ref: kind, name })));
const nothing = fc.constant(undefined);
/** What needs something of a kind: not there where the configuration holds none. */
export const where = <T>(able: boolean, arbitrary: () => fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  able ? rare(arbitrary()) : nothing;
export const mayRef = <K extends Kind>(kind: K, pool: Pool): fc.Arbitrary<Ref<K> | undefined> =>
  where(has(pool, kind), () => refTo(kind, pool));

/**
 * What stands by its name alone, declared or not: it is read as a name. Without a pool it is one; in a configuration it
 * is declared, or on the device before.
 */
const namedOr = <K extends Kind>(kind: K, pool: Pool, others: fc.Arbitrary<string>): fc.Arbitrary<string | Ref<K>> =>
  pool[kind] === undefined || pool[kind].length === 0
    ? others
    : fc.oneof<fc.Arbitrary<string | Ref<K>>[]>(refTo(kind, pool), others);
export const vrfRef = (pool: Pool) =>
  namedOr('vrf', pool, pool.vrf === undefined ? objectName : fc.constant('INTERNET'));
const portName = fc
  .tuple(oneOf(['GigabitEthernet', 'TenGigabitEthernet', 'Loopback', 'Vlan']), fc.nat(9), opt(fc.nat(3)))
  .map(([kind, a, b]) => `${kind}${b === undefined ? a : `${a}/${b}`}`);
/** Tunnels are left out: most of what names a port is what a tunnel refers to, and would refer in a circle. */
export const port = (pool: Pool) =>
  namedOr(
    'loopback-interface',
    pool,
    pool['loopback-interface'] === undefined ? portName : fc.constant('GigabitEthernet0/0'),
  );

export const resource = <K extends Kind>(kind: K, noun: NounOf<K>, name = noun.name): Resource<K> => ({
  kind,
  name,
  path: `stack/device/${kind}-${name}`,
  noun,
});
