import { contains } from './address';
import type { End } from './end';
import { isEveryAddress, isSignature } from './profile';

/** The type of an identity (RFC 7296 section 3.5) and its value; of a DN, words for it. */
export type Claim = readonly [type: string, value: string];

const inDomain = (name: string, domains: readonly string[] | undefined): boolean =>
  (domains ?? []).some((domain) => name.toLowerCase().endsWith(`.${domain.toLowerCase()}`));
const holds = (list: readonly string[] | undefined, name: string): boolean =>
  (list ?? []).some((each) => each.toLowerCase() === name.toLowerCase());

/** What an end says that it is, in words and as it is matched. Undefined where it is not known. */
export const claimOf = (end: End, dialled: string | undefined): Claim | undefined => {
  const { identity } = end;
  if (identity === undefined || identity.type === 'address') {
    // Of a device with many, it is the one that the peer dials.
    const own = end.addresses.length === 1 ? end.addresses[0] : undefined;
    const address = identity?.address ?? own ?? dialled;
    const isKnown = identity !== undefined || end.profile !== undefined;
    return isKnown && address !== undefined ? ['address', address] : undefined;
  }
  if (identity.type === 'dn') return ['dn', 'the DN of its certificate'];
  if (identity.type === 'fqdn') return ['fqdn', identity.fqdn];
  return identity.type === 'email' ? ['email', identity.email] : ['key-id', identity.keyId];
};

/** Whether a profile takes a peer that says this of itself. Certificate maps look into the certificate, not at it. */
export const isClaimTaken = (end: End, [type, value]: Claim): boolean => {
  const noun = end.profile?.noun;
  if (noun === undefined || noun.matchRemoteAny || noun.dynamic) return true;
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
