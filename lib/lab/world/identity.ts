import { isIpv4Cidr, isIpv6Cidr, overlaps } from '../../kernel/ip';
import type { IkeIdentity } from '../../model/shared/ikev2-profile';
import type { SideKey, TunnelSide } from './tunnel-side';

const asNetwork = (text: string): string => (text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
const isNetwork = (text: string): boolean => isIpv4Cidr(asNetwork(text)) || isIpv6Cidr(asNetwork(text));

/** Whether an address is another, or in a network. */
export const within = (address: string, place: string): boolean =>
  address === place || ([address, place].every(isNetwork) && overlaps(asNetwork(address), asNetwork(place)));

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const inDomain = (name: string, separator: '.' | '@', domain: string): boolean =>
  name.toLowerCase().endsWith(`${separator}${domain.toLowerCase()}`);

const plain = (name: string): string => name.toLowerCase().replaceAll(' ', '');

/** Whether a certificate map lets a certificate in. Undefined is a certificate whose subject is not known. */
export const picks = ({ certificateRules }: TunnelSide, subject: string | undefined): boolean =>
  certificateRules.length > 0 &&
  (subject === undefined ||
    certificateRules.some((rules) =>
      rules.every((rule) => rule.operator === 'co' && plain(subject).includes(plain(rule.value))),
    ));

/** Whether a profile is for a peer that says it is this. */
const isFor = (profile: NonNullable<TunnelSide['profile']>, identity: IkeIdentity): boolean => {
  if (profile.matchRemoteAny) return true;
  switch (identity.type) {
    case 'dn':
      return false;
    case 'address':
      return (profile.matchRemoteAddresses ?? []).some((place) => within(identity.address, place));
    case 'fqdn':
      return (
        (profile.matchRemoteFqdns ?? []).some((name) => same(name, identity.fqdn)) ||
        (profile.matchRemoteFqdnDomains ?? []).some((domain) => inDomain(identity.fqdn, '.', domain))
      );
    case 'email':
      return (
        (profile.matchRemoteEmails ?? []).some((mail) => same(mail, identity.email)) ||
        (profile.matchRemoteEmailDomains ?? []).some((domain) => inDomain(identity.email, '@', domain))
      );
    case 'key-id':
      return (profile.matchRemoteKeyIds ?? []).includes(identity.keyId);
  }
};

/** Whether an end has a profile for the other: by who it says it is, or by its certificate. */
export const knows = (own: TunnelSide, far: TunnelSide, subject: string | undefined): boolean => {
  if (picks(own, subject) || own.profile === undefined) return true;
  return far.identity === undefined || isFor(own.profile, far.identity);
};

const isOf = (
  { address, identity, any }: SideKey,
  far: Pick<TunnelSide, 'localAddress' | 'identity'>,
  called: readonly string[],
): boolean => {
  if (any) return true;
  const reached = [far.localAddress ?? called].flat();
  if (address !== undefined && reached.some((each) => within(each, address))) return true;
  const said = far.identity;
  if (identity === undefined || said === undefined) return false;
  if (identity.type === 'fqdn-domain') return said.type === 'fqdn' && inDomain(said.fqdn, '.', identity.domain);
  if (identity.type === 'email-domain') return said.type === 'email' && inDomain(said.email, '@', identity.domain);
  return JSON.stringify(identity).toLowerCase() === JSON.stringify(said).toLowerCase();
};

/** The key that an end has with another. */
export const keyWith = (own: TunnelSide, far: Pick<TunnelSide, 'localAddress' | 'identity'>): SideKey | undefined =>
  own.keys.find((key) => isOf(key, far, own.peers));
