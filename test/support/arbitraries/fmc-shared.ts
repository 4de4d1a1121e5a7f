import fc from 'fast-check';
import type { Ref } from '../../../lib/model/noun';
import type { Kind } from '../../../lib/model/nouns';
import { int, oneOf, rare, someOf } from './basic';

/** What several nouns of the FMC are made of. */

export const fmcName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/);
/** One of somebody else. */
export const theirs = <K extends Kind>(ref: K, name: string, key?: Ref['key']): Ref<K> => ({
  ref,
  name,
  external: true,
  ...(key === undefined ? {} : { key }),
});
export const its = <K extends Kind>(kind: K, ...names: readonly string[]): fc.Arbitrary<Ref<K>> =>
  oneOf(names).map((name) => theirs(kind, name));
export const several = <K extends Kind>(kind: K, ...names: readonly string[]): fc.Arbitrary<Ref<K>[]> =>
  someOf(names).map((chosen) => chosen.map((name) => theirs(kind, name)));
export const dontFragment = rare(oneOf(['set', 'copy', 'clear', 'none'] as const));
export const tfcPackets = rare(
  fc.record({
    burst: int(0, 16),
    payload: fc.oneof(fc.constant(0 as const), int(64, 1024)),
    timeout: fc.oneof(fc.constant(0 as const), int(10, 60)),
  }),
);
export const orOff = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<false | number> =>
  fc.oneof(fc.constant(false as const), arbitrary);

/** Cookies are counted with `custom` alone. */
export const cookies = fc.oneof(
  fc.record({ cookieChallenge: fc.constant('custom' as const), cookieThreshold: int(1, 100) }),
  fc.record({ cookieChallenge: oneOf(['always', 'never'] as const) }),
  fc.constant({}),
);
