import { mayPick, subjectsOf } from '../../facts/certificate';
import type { End } from '../../facts/end';
import { called, onEnds } from '../../facts/pairs';
import { isByCertificate } from '../../facts/profile';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

const faults = (end: End, peer: End): readonly Finding[] => {
  const noun = end.profile?.noun;
  if (noun?.matchCertificates === undefined || !isByCertificate(peer.proves)) return [];
  const names = noun.matchCertificates.map(({ name }) => name);
  const maps = end.device.all('certificate-map').filter(({ name }) => names.includes(name));
  const subjects = subjectsOf(peer);
  // A map that is not declared, or a certificate whose subject is not known, may fit.
  if (names.some((name) => !maps.some((map) => map.name === name)) || subjects.length === 0) return [];
  if (subjects.some((subject) => subject === undefined || maps.some((map) => mayPick(map, subject)))) return [];
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
  looksAt: ['tunnel-interface', 'ikev2-profile', 'certificate-map', 'cert-trustpoint', 'vpn-topology'],
  ofSeveral: true,
  check: onEnds(faults),
};
