import {
  FtdBgp,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  NetworkGroup,
  NetworkObject,
  Secret,
  StaticRoute,
  VpnEndpoint,
  VpnTopology,
  type Fmc,
  type FtdDevice,
} from 'tunnelwright';
import { fmc, type Scenario } from '../../support/scenario';

/** A tunnel to a partner. */
const partner = (center: Fmc, device: FtdDevice, lan: NetworkObject): void => {
  const proposal = new IkeV2Proposal(center, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
  const topology = new VpnTopology(center, 'partner', {
    routeBased: false,
    ikev2Policies: [new IkeV2Policy(center, 'policy', { name: 'PARTNER', proposals: [proposal], priority: 7 })],
    authentication: { method: 'pre-share', key: Secret.fromEnv('PARTNER_KEY') },
    ipsecProposals: [new IpsecTransformSet(center, 'esp', { name: 'PARTNER-ESP', encryption: 'aes-gcm-256' })],
  });
  const theirs = new NetworkObject(center, 'partner-net', { value: '10.91.0.0/16' });
  new VpnEndpoint(center, 'ours', { topology, device, role: 'peer', interface: 'outside', networks: [lan] });
  new VpnEndpoint(center, 'theirs', { topology, role: 'peer', extranet: '203.0.113.9', networks: [theirs] });
};

/** A sub-domain of an FMC, whose program refers to what it sees of Global. */
export const scenario: Scenario = {
  title: 'a sub-domain of an FMC',
  secrets: { PARTNER_KEY: 'Vd7-larch!oboe' },
  world: { fmc: { domain: 'Global/Branch' } },
  declare: (stack, variant) => {
    const center = fmc(stack, { domain: 'Global/Branch' });
    if (variant === 'nothing') return;
    const branch = center.ftd('branch-ftd');
    const lan = new NetworkObject(center, 'lan', { value: '10.40.0.0/16' });
    const far = new NetworkObject(center, 'far', { value: '10.90.0.0/16' });
    new NetworkGroup(center, 'lans', { members: [lan, '192.0.2.128/25'] });
    partner(center, branch, lan);
    new FtdBgp(branch, 'bgp', {
      asn: 65010,
      neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
      networks: [lan],
    });
    if (variant === 'less') return;
    new StaticRoute(branch, 'far', {
      destination: '10.90.0.0/16',
      network: far,
      interface: 'outside',
      gateway: variant === 'edited' ? '203.0.113.2' : '203.0.113.1',
    });
  },
  edits: ['fmc update static-route/branch-ftd/far@outside'],
  deletes: ['fmc delete static-route/branch-ftd/far@outside'],
};
