import type { Proposal } from '../../facts/end';
import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

const meets = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean =>
  (a ?? []).some((each) => (b ?? []).includes(each));

const common = (a: Proposal, b: Proposal): boolean => {
  const encryption = a.encryption.filter((each) => b.encryption.includes(each));
  if (encryption.length === 0 || !meets(a.group, b.group)) return false;
  const integrity = encryption.every((each) => each.startsWith('aes-gcm')) || meets(a.integrity, b.integrity);
  const kem = (one: Proposal, other: Proposal): boolean =>
    one.pqc === undefined || one.pqc.optional === true || meets(one.pqc.kems, other.pqc?.kems);
  return integrity && meets(a.prf ?? a.integrity, b.prf ?? b.integrity) && kem(a, b) && kem(b, a);
};

const words = (proposals: readonly Proposal[]): string =>
  proposals
    .map(({ encryption, integrity, prf, group }) =>
      [...encryption, ...(integrity ?? []), ...(prf ?? []), ...group.map((n) => `group ${n}`)].join(' '),
    )
    .join(' or ');

export const ikeSuite: Rule = {
  id: 'TW-END-001',
  title: 'Two ends without a common IKE proposal',
  why: 'Both ends must share one encryption, integrity, PRF and group within one proposal; else the first packet is answered with NO_PROPOSAL_CHOSEN and nothing else is said (RFC 7296 section 2.7).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-policy', 'ikev2-proposal', 'vpn-topology'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const { ike: a } = here;
    const { ike: b } = there;
    if (a === undefined || b === undefined || a.some((one) => b.some((other) => common(one, other)))) return [];
    return [
      [
        `offers ${words(a)}; ${called(there)} offers ${words(b)}: they never agree`,
        'give one CryptoSuite to both ends, or the same proposal',
      ],
    ];
  }),
};
