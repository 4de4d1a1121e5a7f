import { groupBy } from '../../kernel/group';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import type { Kind, NounOf } from '../../model/nouns';

type Train = readonly [major: number, minor: number];
interface Since {
  readonly kind: Kind;
  /** The field that says it, and the words for it. */
  readonly what: string;
  readonly says: (noun: never) => boolean;
  readonly since: Train;
}
const since = <K extends Kind>(
  kind: K,
  what: string,
  train: Train,
  says: (noun: NounOf<K>) => boolean = () => true,
): Since => ({ kind, what, says: says, since: train });

/**
 * What came with a release. Postquantum preshared keys: Cisco, Configuring Quantum-Safe Encryption Using Postquantum
 * Preshared Keys (17.11.1a on the Catalyst 8000V, 17.12.1a on others: the earlier is let through). ML-KEM with perfect
 * forward secrecy: no model before 26.1.1 has it (YangModels).
 */
const table: readonly Since[] = [
  since('skip-client', 'the SKIP client', [17, 11]),
  since('ikev2-keyring', 'peers[].ppk', [17, 11], ({ peers }) => peers.some(({ ppk }) => ppk !== undefined)),
  since('ikev2-profile', 'keyringPpk', [17, 11], ({ keyringPpk }) => keyringPpk !== undefined),
  since('ipsec-profile', 'pfs.pqc', [26, 1], ({ pfs }) => typeof pfs === 'object'),
];

/** What a declared release does not know yet: it is said before the device says it in the middle of a change. */
export const tooEarly = (resources: readonly Resource[], release: string): readonly Problem[] => {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  const unknown = table.filter(({ since: [first, second] }) => major < first || (major === first && minor < second));
  const ofKind = groupBy(unknown, ({ kind }) => kind);
  return resources.flatMap((resource) =>
    (ofKind.get(resource.kind) ?? []).flatMap(({ what, says, since: [first, second] }) => {
      if (!says(resource.noun as never)) return [];
      return [
        problem(
          'prop.release',
          resource.path,
          `release ${release} does not know ${what}`,
          `leave it out, or declare release ${first}.${second} or later`,
        ),
      ];
    }),
  );
};
