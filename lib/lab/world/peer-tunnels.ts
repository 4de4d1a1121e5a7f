import { isIpv4, isIpv6 } from '../../kernel/ip';
import type { IkeIdentity } from '../../model/shared/ikev2-profile';
import type { UnmanagedPeer } from '../../model/unmanaged-peer';
import { keyHere } from './key-here';
import type { SideKey, TunnelSide } from './tunnel-side';

type End = UnmanagedPeer['ends'][number];

/** Who an end says it is: what is declared, else its address, and with a certificate what stands in that. */
const identityOf = ({ identity, address }: End, isKeyed: boolean): IkeIdentity | undefined => {
  if (!isKeyed) return { type: 'dn' };
  if (identity !== undefined) return identity;
  return isIpv4(address) || isIpv6(address) ? { type: 'address', address } : undefined;
};

/** What it takes for the other end: a profile as a router has one. */
const matching = (expected: IkeIdentity | undefined): NonNullable<TunnelSide['profile']> => {
  switch (expected?.type) {
    case 'address':
      return { matchRemoteAddresses: [expected.address] };
    case 'fqdn':
      return { matchRemoteFqdns: [expected.fqdn] };
    case 'email':
      return { matchRemoteEmails: [expected.email] };
    case 'key-id':
      return { matchRemoteKeyIds: [expected.keyId] };
    default:
      return { matchRemoteAny: true };
  }
};

const sideWith = (peer: UnmanagedPeer, far: End, key: string | undefined): TunnelSide => {
  const { authentication, type, ike, esp, pfs } = peer;
  const isKeyed = authentication.method === 'pre-share';
  const method = isKeyed ? 'pre-share' : authentication.signature;
  const keys: readonly SideKey[] = key === undefined ? [] : [{ any: true, local: key, remote: key }];
  return {
    name: `${peer.vpn} ${far.address}`,
    localAddress: peer.address === 'dynamic' ? undefined : peer.address,
    peers: [far.address],
    tunnelAddress: far.peerTunnel ?? peer.tunnel,
    proposals: [ike],
    transformSets: [esp],
    profile: {
      ...matching(identityOf(far, isKeyed)),
      authenticationLocal: method,
      authenticationRemote: [method],
    },
    identity: identityOf(peer, isKeyed),
    ipsec: pfs === undefined ? {} : { pfs: pfs as NonNullable<TunnelSide['ipsec']>['pfs'] },
    // What the certificates of the other ends say is not known here: one of the authority will do.
    certificateRules: isKeyed ? [] : [[]],
    keys,
    ...(isKeyed && key === undefined ? { anyKey: true as const } : {}),
    ...(type === 'policy-based' ? { protects: { here: peer.networks, there: far.networks } } : {}),
  };
};

/** The ends of tunnels that no program manages, as they are declared: what a lab plays. */
export const peerTunnels = (peers: readonly UnmanagedPeer[]): readonly TunnelSide[] =>
  peers.flatMap((peer) => {
    const { authentication } = peer;
    const key = authentication.method === 'pre-share' ? keyHere(authentication.key) : undefined;
    return peer.ends.map((far) => sideWith(peer, far, key));
  });
