import type { Declared } from './judge';
import { firstOf, onlyOf, refIn, type Finder } from './find-declared';

/** What a router offers to protect an IKE SA. */
export interface RouterOffer {
  readonly policy: Declared;
  readonly proposal: Declared;
}

const proposalsOf = (policy: Declared, find: Finder): readonly Declared[] =>
  ((policy.props['proposals'] ?? []) as readonly unknown[]).flatMap((each) => find.at(each) ?? []);

/**
 * The proposal of a VPN. A router offers all of its policies to all peers, so only names say whose one is. `names`: what
 * else of the VPN is called, of which the first that a proposal has counts. Default: the first proposal of the first policy.
 */
const offerOf = (find: Finder, names: readonly string[]): RouterOffer | undefined => {
  const all = find
    .of('ikev2-policy')
    .flatMap((policy) => proposalsOf(policy, find).map((proposal) => ({ policy, proposal })));
  const own = names.flatMap((name) => all.find(({ proposal }) => proposal.name === name) ?? []);
  const first = find.of('ikev2-policy')[0]?.props['proposals'];
  return own[0] ?? all.find(({ proposal }) => proposal.name === refIn(firstOf(first))?.name);
};

/** What protects the tunnels of a tunnel interface or of a virtual template, as far as the program declares it. */
export interface RouterProtection {
  readonly ipsecProfile?: Declared | undefined;
  /** Where it has one. */
  readonly transformSet?: Declared | undefined;
  readonly profile?: Declared | undefined;
  readonly offer?: RouterOffer | undefined;
}

export const protectionOf = (find: Finder, tunnel: Declared | undefined): RouterProtection => {
  const ipsecProfile = find.at(tunnel?.props['protection']);
  const transformSet = find.at(onlyOf(ipsecProfile?.props['transformSets']));
  const profile = find.at(ipsecProfile?.props['ikev2Profile']);
  const names = [profile, transformSet, ipsecProfile].flatMap((each) => each?.name ?? []);
  return { ipsecProfile, transformSet, profile, offer: offerOf(find, names) };
};
