import {
  AccessList,
  IkeV2Policy,
  IkeV2Proposal,
  TunnelInterface,
  VpnEndpoint,
  VpnTopology,
  type FtdDevice,
  type IkeV2ProposalProps,
} from 'tunnelwright';
import { peersOf, protectedBy, reach, secretOf, setsOf, trustpointOf, tunnelProps, type Context } from './declared';

const topologyOf = ({ fmc }: FtdDevice, context: Context): VpnTopology => {
  const { end } = context;
  const byKey = end.proves === 'pre-share';
  if (!byKey) peersOf(fmc, context);
  const ikev2Policies = end.ike.map((each, i) => {
    const proposal = new IkeV2Proposal(fmc, `IKE${i}`, each as IkeV2ProposalProps);
    return new IkeV2Policy(fmc, `POLICY${i}`, { proposals: [proposal], priority: 10 * (i + 1) });
  });
  return new VpnTopology(fmc, 'topology', {
    name: 'PEER',
    routeBased: end.form === 'route',
    ikev2Policies,
    authentication: byKey
      ? { method: 'pre-share', key: secretOf(context) }
      : { method: 'certificate', trustpoint: trustpointOf(fmc, context) },
    ipsecProposals: setsOf(fmc, context),
    ...(end.pfs === undefined ? {} : { pfs: end.pfs as 14 }),
  });
};

/** A firewall behind an FMC, and its peer, which that FMC does not manage. */
export const declareFtd = (device: FtdDevice, context: Context): void => {
  const { end, place } = context;
  const { fmc } = device;
  const topology = topologyOf(device, context);
  const traffic =
    end.form === 'route'
      ? undefined
      : new AccessList(fmc, 'list', { name: 'PROTECTED', entries: protectedBy(context) });
  const own =
    end.form === 'route'
      ? new TunnelInterface(device, 'tunnel', { ...tunnelProps(context), ifname: 'peer', source: 'outside' })
      : 'outside';
  const endpoint = new VpnEndpoint(device, 'endpoint', {
    topology,
    device,
    interface: own,
    ...(traffic === undefined ? {} : { traffic }),
  });
  reach(endpoint, context);
  new VpnEndpoint(fmc, 'peer', { topology, name: 'peer', extranet: place.dials(end) });
};
