import type { End } from '../../facts/end';
import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

/** Fingerprints of the authorities that an end has; undefined where one is not known. */
const authorities = ({ profile, trustpoints }: End): readonly string[] | undefined => {
  const prints = trustpoints.flatMap(({ noun }) => noun.ca?.fingerprint ?? noun.fingerprint ?? []);
  const same = new Set(prints.map(({ length }) => length)).size <= 1;
  const named = profile?.noun.trustpoints?.length ?? trustpoints.length;
  return trustpoints.length === 0 || prints.length < named || !same ? undefined : prints;
};

export const authority: Rule = {
  id: 'TW-END-011',
  title: 'Two ends with certificates of different authorities',
  why: 'Each end checks the certificate of the other against the authorities that it has. With several trustpoints the same set belongs at both ends, else it works in one direction (Cisco technote 117633).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'cert-trustpoint'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const [a, b] = [authorities(here), authorities(there)];
    // MD5 and SHA-1 of one certificate cannot be compared.
    if (a === undefined || b === undefined || a[0]!.length !== b[0]!.length) return [];
    return a.some((one) => b.some((other) => one.toLowerCase() === other.toLowerCase()))
      ? []
      : [[`trusts no authority that ${called(there)} trusts`, 'give both ends a trustpoint of one authority']];
  }),
};
