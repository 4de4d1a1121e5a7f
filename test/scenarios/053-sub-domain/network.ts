import { FtdBgp, NetworkGroup, NetworkObject, StaticRoute } from 'tunnelwright';
import { partnerTunnel } from '../../support/partner-tunnel';
import { branchDomain as branch, fmc, type Scenario } from '../../support/scenario';

/** A sub-domain of an FMC, whose program refers to what it sees of Global. */
export const scenario: Scenario = {
  title: 'a sub-domain of an FMC',
  secrets: { PARTNER_KEY: 'Vd7-larch!oboe' },
  world: { fmc: { domains: [branch] } },
  declare: (stack, variant) => {
    const center = fmc(stack, { domain: 'Global/Branch' });
    if (variant === 'nothing') return;
    const ftd = center.ftd('branch-ftd');
    const lan = new NetworkObject(center, 'lan', { value: '10.40.0.0/16' });
    const far = new NetworkObject(center, 'far', { value: '10.90.0.0/16' });
    new NetworkGroup(center, 'lans', { members: [lan, '192.0.2.128/25'] });
    partnerTunnel(center, ftd, { ours: lan, theirs: '10.91.0.0/16' });
    new FtdBgp(ftd, 'bgp', {
      asn: 65010,
      neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
      networks: [lan],
    });
    if (variant === 'less') return;
    new StaticRoute(ftd, 'far', {
      destination: '10.90.0.0/16',
      network: far,
      interface: 'outside',
      gateway: variant === 'edited' ? '203.0.113.2' : '203.0.113.1',
    });
  },
  edits: ['fmc update static-route/branch-ftd/far@outside'],
  deletes: ['fmc delete static-route/branch-ftd/far@outside'],
};
