import {
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  NetworkObject,
  Secret,
  VpnEndpoint,
  VpnTopology,
  type Fmc,
  type FtdDevice,
  type NetworkGroup,
} from 'tunnelwright';

interface Protected {
  readonly ours: NetworkObject | NetworkGroup;
  readonly theirs: string;
  readonly interface?: string;
}

/** A tunnel by policy from a firewall to a partner; its key is of the variable `PARTNER_KEY`. */
export const partnerTunnel = (
  center: Fmc,
  device: FtdDevice,
  { ours, theirs, interface: out = 'outside' }: Protected,
): void => {
  const proposal = new IkeV2Proposal(center, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
  const topology = new VpnTopology(center, 'partner', {
    routeBased: false,
    ikev2Policies: [new IkeV2Policy(center, 'policy', { name: 'PARTNER', proposals: [proposal], priority: 7 })],
    authentication: { method: 'pre-share', key: Secret.fromEnv('PARTNER_KEY') },
    ipsecProposals: [new IpsecTransformSet(center, 'esp', { name: 'PARTNER-ESP', encryption: 'aes-gcm-256' })],
  });
  const far = new NetworkObject(center, 'partner-net', { value: theirs });
  new VpnEndpoint(center, 'ours', { topology, device, role: 'peer', interface: out, networks: [ours] });
  new VpnEndpoint(center, 'theirs', { topology, role: 'peer', extranet: '203.0.113.9', networks: [far] });
};
