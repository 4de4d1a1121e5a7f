import { FtdBgp, NetworkGroup, NetworkObject, StaticRoute } from 'tunnelwright';
import { partnerTunnel } from '../../support/partner-tunnel';
import { branchDomain, fmc, type Scenario } from '../../support/scenario';

/** Global and a domain below it, each a target: the lower one looks up what the upper one makes. */
export const scenario: Scenario = {
  title: 'two domains of an FMC in one program',
  secrets: { PARTNER_KEY: 'Vd7-larch!oboe' },
  world: { fmc: { domains: [branchDomain] } },
  declare: (stack, variant) => {
    // Declared first, it is made after the other all the same.
    const branch = fmc(stack, { domain: 'Global/Branch' }, 'branch');
    const top = fmc(stack);
    if (variant === 'nothing') return;
    new NetworkObject(top, 'corporate', { value: variant === 'edited' ? '10.21.0.0/16' : '10.20.0.0/16' });
    const ftd = branch.ftd('branch-ftd');
    const corporate = NetworkObject.fromExisting(branch, 'corporate', 'corporate');
    const lan = new NetworkObject(branch, 'lan', { value: '10.40.0.0/16' });
    new NetworkGroup(branch, 'lans', { members: [lan, corporate] });
    partnerTunnel(branch, ftd, { ours: lan, theirs: '10.91.0.0/16' });
    new FtdBgp(ftd, 'bgp', {
      asn: 65010,
      neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
      networks: [lan, corporate],
    });
    if (variant === 'less') return;
    new NetworkObject(top, 'far', { value: '10.90.0.0/16' });
    new StaticRoute(ftd, 'far', {
      destination: '10.90.0.0/16',
      network: NetworkObject.fromExisting(branch, 'far', 'far'),
      interface: 'outside',
      gateway: '203.0.113.1',
    });
  },
  edits: ['fmc update network-object/corporate'],
  deletes: ['branch delete static-route/branch-ftd/far@outside', 'fmc delete network-object/far'],
};
