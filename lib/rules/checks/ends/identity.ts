import { contains } from '../../facts/address';
import type { End } from '../../facts/end';
import { isEveryAddress, isSignature } from '../../facts/profile';
import { called, pairsOf } from '../../facts/pairs';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

const inDomain = (name: string, domains: readonly string[] | undefined): boolean =>
  (domains ?? []).some((domain) => name.toLowerCase().endsWith(`.${domain.toLowerCase()}`));
const holds = (list: readonly string[] | undefined, name: string): boolean =>
  (list ?? []).some((each) => each.toLowerCase() === name.toLowerCase());

/** What an end says that it is, in words and as it is matched. Undefined where it is not known. */
const claim = (end: End, dialled: string | undefined): readonly [type: string, value: string] | undefined => {
  const { identity } = end;
  if (identity === undefined || identity.type === 'address') {
    const address = identity?.address ?? end.address ?? dialled;
    return end.profile === undefined || address === undefined ? undefined : ['address', address];
  }
  if (identity.type === 'dn') return ['dn', 'the DN of its certificate'];
  if (identity.type === 'fqdn') return ['fqdn', identity.fqdn];
  return identity.type === 'email' ? ['email', identity.email] : ['key-id', identity.keyId];
};

/** Whether a profile takes a peer that says this of itself. Certificate maps look into the certificate, not at it. */
const takes = (end: End, [type, value]: readonly [string, string]): boolean => {
  const noun = end.profile!.noun;
  if (noun.matchRemoteAny || noun.dynamic) return true;
  if (noun.matchCertificates !== undefined && end.takes.some((method) => isSignature(method))) return true;
  switch (type) {
    case 'address':
      return (noun.matchRemoteAddresses ?? []).some((each) => isEveryAddress(each) || contains(each, value));
    case 'fqdn':
      return holds(noun.matchRemoteFqdns, value) || inDomain(value, noun.matchRemoteFqdnDomains);
    case 'email':
      return (
        holds(noun.matchRemoteEmails, value) ||
        (noun.matchRemoteEmailDomains ?? []).some((domain) => value.toLowerCase().endsWith(`@${domain.toLowerCase()}`))
      );
    case 'key-id':
      return holds(noun.matchRemoteKeyIds, value);
    default:
      return false;
  }
};

const faults = (end: End, peer: End): readonly Finding[] => {
  if (end.profile === undefined) return [];
  const said = claim(peer, end.tunnel.noun.destination);
  if (said === undefined || takes(end, said)) return [];
  return [
    createFinding(
      end.profile,
      `${called(peer)} says that it is ${said[1]}, and the profile of ${end.tunnel.name} matches nothing like that`,
      said[0] === 'dn'
        ? 'match its certificate: write matchCertificates with a CertificateMap of its subject'
        : `match what the peer says, or change its identityLocal`,
    ),
  ];
};

export const identity: Rule = {
  id: 'TW-END-005',
  title: 'An end that does not know its peer by what the peer says it is',
  why: 'A profile is found by the identity in the packet, not by the address it came from. The field guide matches by address while both ends send the DN of their certificate, so no profile is found at either (Cisco technote 117337).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'vpn-topology'],
  ofSeveral: true,
  check: (network) => pairsOf(network).flatMap(([a, b]) => [...faults(a, b), ...faults(b, a)]),
};
