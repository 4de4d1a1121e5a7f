import { AccessList, NatExemptionRule, NetworkGroup, NetworkObject } from 'tunnelwright';
import { asa, type Scenario } from '../../support/scenario';

/** Objects and groups of objects of an ASA, an access list between them, and traffic between them that keeps its addresses. */
export const scenario: Scenario = {
  title: 'groups of networks of an ASA',
  declare: (stack, variant) => {
    const here = asa(stack);
    if (variant === 'nothing') return;
    const lan = new NetworkObject(here, 'LAN', { value: '10.60.0.0/16' });
    const labs = new NetworkGroup(here, 'LABS', { members: ['10.61.0.0/24', '10.61.9.1'] });
    const local = new NetworkGroup(here, 'LOCAL', { members: [lan, labs], description: 'what the tunnel protects' });
    const far = new NetworkGroup(here, 'FAR', {
      members: variant === 'edited' ? ['10.70.0.0/16', '10.71.0.0/16'] : ['10.70.0.0/16', '10.72.0.0/16'],
    });
    new NatExemptionRule(here, 'exempt', { inside: 'inside', outside: 'outside', networks: local, peers: far });
    new AccessList(here, 'TO-FAR', {
      entries: [
        { action: 'permit', source: local, destination: far },
        ...(variant === 'less' ? [] : [{ action: 'permit' as const, source: lan, destination: '10.80.0.0/16' }]),
      ],
    });
  },
  edits: ['asa update network-group/FAR'],
  deletes: ['asa update access-list/TO-FAR'],
  up: [],
};
