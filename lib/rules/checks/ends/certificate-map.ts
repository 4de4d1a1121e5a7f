import type { Resource } from '../../../model/network';
import type { End } from '../../facts/end';
import { called, pairsOf } from '../../facts/pairs';
import { isSignature, trustpointsOf } from '../../facts/profile';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

type CertificateMap = Resource<'certificate-map'>;

/** As it is compared: without case, without blanks around `=` and `,`. */
const parts = (dn: string): readonly string[] =>
  dn
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().replace(/\s*=\s*/, '='));

/** Only what the subject can contradict; the order of its parts is the authority's. */
const contradicts = (
  { field, operator, value }: NonNullable<CertificateMap['noun']['rules']>[number],
  subject: string,
): boolean => {
  if (field !== 'subject-name' || (operator !== 'co' && operator !== 'eq')) return false;
  const has = parts(subject).join(',');
  return parts(value).some((part) => !has.includes(part));
};

const picks = ({ noun }: CertificateMap, subject: string): boolean => {
  const sequences = noun.alternatives?.map(({ rules }) => rules) ?? [noun.rules ?? []];
  return sequences.some((rules) => rules.every((rule) => !contradicts(rule, subject)));
};

const faults = (end: End, peer: End): readonly Finding[] => {
  const noun = end.profile?.noun;
  if (noun?.matchCertificates === undefined || peer.profile === undefined || !isSignature(peer.proves)) return [];
  const names = noun.matchCertificates.map(({ name }) => name);
  const maps = end.device.all('certificate-map').filter(({ name }) => names.includes(name));
  const subjects = trustpointsOf(peer.profile.noun, peer.device).map((each) => each.noun.subjectName);
  // A map of somebody else, or a certificate whose subject is not known, may fit.
  if (names.some((name) => !maps.some((map) => map.name === name)) || subjects.length === 0) return [];
  if (subjects.some((subject) => subject === undefined || maps.some((map) => picks(map, subject)))) return [];
  return [
    createFinding(
      end.profile!,
      `matches ${names.join(', ')}, and the certificate of ${called(peer)} is for ${subjects.join(' or ')}`,
      'write the rules of the CertificateMap for that subject, or the subject for the map',
    ),
  ];
};

export const certificateMap: Rule = {
  id: 'TW-END-012',
  title: "A certificate map that does not pick the peer's certificate",
  why: 'A profile that matches by certificate is found only when all rules of a map hold. One word that differs from the subject that the peer asks its authority for, and the peer is a stranger: no profile is found (Cisco technote 117337).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'certificate-map', 'cert-trustpoint'],
  ofSeveral: true,
  check: (network) => pairsOf(network).flatMap(([a, b]) => [...faults(a, b), ...faults(b, a)]),
};
