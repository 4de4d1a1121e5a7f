import type { Construct } from 'constructs';
import type { UnmanagedPeerProps } from '../../../lib/model/unmanaged-peer';
import { ExternalPeer } from './external-peer';
import { peerOf, type Pair, type TunnelEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';

type End = UnmanagedPeerProps['ends'][number];

const endOf = ({ end, address }: TunnelEnd): End => ({
  address: end.address,
  networks: [...end.networks],
  ...(end.identity === undefined ? {} : { identity: end.identity }),
  ...(end.subject === undefined ? {} : { subject: end.subject }),
  ...(address === '' ? {} : { tunnel: address }),
});

const proofOf = ({ authentication }: SiteToSiteVpnProps): UnmanagedPeerProps['authentication'] =>
  authentication.method === 'pre-share'
    ? { method: 'pre-share', key: authentication.key }
    : { method: 'certificate', signature: authentication.signature };

/** The ends of a VPN that this program does not manage, each with the ends that it has a tunnel with. */
export const unmanagedPeers = (
  vpn: Construct,
  pairs: readonly Pair[],
  props: SiteToSiteVpnProps,
): readonly UnmanagedPeerProps[] => {
  const ends = pairs.filter((pair) => !pair.ends[0].second).flatMap((pair) => pair.ends.map(({ end }) => end));
  return [...new Map(ends.map((end) => [end.device, end])).values()].flatMap((end): readonly UnmanagedPeerProps[] => {
    if (!ExternalPeer.isExternalPeer(end.device)) return [];
    const sides = pairs.flatMap((pair) => peerOf(pair, end) ?? []);
    return [
      {
        ...endOf(sides[0]!.own),
        path: end.device.node.path,
        vpn: vpn.node.path,
        type: end.type ?? 'route-based',
        ike: { name: 'suite', ...props.suite.ike },
        esp: { name: 'suite', ...props.suite.esp },
        pfs: props.suite.pfs,
        authentication: proofOf(props),
        ends: sides.map(({ own, far }) => ({ ...endOf(far), ...(own.second ? { peerTunnel: own.address } : {}) })),
      },
    ];
  });
};
