import type { End } from '../../facts/end';
import { called, onEnds } from '../../facts/pairs';
import { isByCertificate } from '../../facts/profile';
import { createFinding, type Rule } from '../../engine/rule';

/** Fingerprints of the authorities of trustpoints; undefined where one is not known. */
const authorities = (trustpoints: End['shows']): readonly string[] | undefined => {
  const prints = trustpoints.flatMap((each) => each?.noun.ca?.fingerprint ?? each?.noun.fingerprint ?? []);
  const same = new Set(prints.map(({ length }) => length)).size <= 1;
  return trustpoints.length === 0 || prints.length < trustpoints.length || !same ? undefined : prints;
};

export const authority: Rule = {
  id: 'TW-END-011',
  title: 'Two ends with certificates of different authorities',
  why: 'Each end checks the certificate of the other against the authorities that it has: a router against the trustpoints of its profile that do not only sign, an ASA against all of its trustpoints. With several trustpoints the same set belongs at both ends, else it works in one direction (Cisco technote 117633).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'cert-trustpoint'],
  ofSeveral: true,
  check: onEnds((end, peer) => {
    if (!isByCertificate(end.proves)) return [];
    const [shown, checked] = [authorities(end.shows), authorities(peer.checks)];
    // MD5 and SHA-1 of one certificate cannot be compared.
    if (shown === undefined || checked === undefined || shown[0]!.length !== checked[0]!.length) return [];
    return shown.some((one) => checked.some((other) => one.toLowerCase() === other.toLowerCase()))
      ? []
      : [
          createFinding(
            end.profile ?? end.at,
            `shows a certificate of an authority by which ${called(peer)} checks none`,
            'give both ends a trustpoint of one authority',
          ),
        ];
  }),
};
