import { existing } from '../../../constructs/core/device-object';
import {
  AaaServerGroup,
  AccessList,
  AccessPolicy,
  AccessRule,
  AddressPool,
  CryptoSuite,
  RadiusServer,
  RaVpnPolicy,
  Secret,
  type Fmc,
} from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const groupOf = (center: Fmc, server: AaaServerGroup, name: string, net: number, networks: readonly string[]) => ({
  name,
  authentication: 'aaa' as const,
  server,
  ipv4Pools: [
    new AddressPool(center, `${name}-pool`, { ranges: [{ from: `10.99.${net}.10`, to: `10.99.${net}.250` }] }),
  ],
  group: {
    splitTunnel: {
      ipv4: 'tunnel-specified' as const,
      list: new AccessList(center, `${name}-list`, {
        type: 'standard',
        entries: networks.map((source) => ({ action: 'permit' as const, source })),
      }),
    },
  },
});

const groupsOf = (center: Fmc, server: AaaServerGroup, variant: Variant) => [
  groupOf(center, server, 'staff', 1, variant === 'edited' ? ['10.20.0.0/16', '10.21.0.0/16'] : ['10.20.0.0/16']),
  groupOf(center, server, 'guests', 2, ['10.20.0.80']),
];

const rulesOn = (center: Fmc) => {
  const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
  const place = { before: AccessRule.fromExisting(center, 'block-all', 'Block all', policy) };
  return { policy, place, inside: existing('security-zone', 'inside-zone') };
};

/** Users of remote access are let through a policy of others, each group to what it reaches. */
export const scenario: Scenario = {
  title: 'rules of access control for remote access',
  secrets: { RA_RADIUS: 'Hn4;lagoon=thrush' },
  world: { fmc: { accessPolicies: [{ name: 'edge-access', categories: ['VPN'], devices: ['branch-ftd'] }] } },
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant === 'nothing') return;
    const radius = new RadiusServer(center, 'radius', { address: '10.20.0.9', key: Secret.fromEnv('RA_RADIUS') });
    const servers = new AaaServerGroup(center, 'RADIUS', { servers: [radius] });
    new RaVpnPolicy(center, 'RA', {
      suite: CryptoSuite.nsa(),
      certificate: existing('cert-trustpoint', 'CA-INTERNAL'),
      zones: [existing('security-zone', 'outside-zone')],
      groups: groupsOf(center, servers, variant),
      devices: [center.ftd('branch-ftd')],
      ...(variant === 'less' ? {} : { accessRules: rulesOn(center) }),
    });
  },
  edits: [
    'fmc create network-object/net-10.21.0.0-16',
    'fmc update access-list/staff-list',
    'fmc update access-rule/edge-access/staff in',
  ],
  deletes: [
    'fmc delete access-rule/edge-access/guests in',
    'fmc delete access-rule/edge-access/staff in',
    'fmc delete network-object/net-10.20.0.0-16',
    'fmc delete network-object/net-10.20.0.80',
    'fmc delete network-object/net-10.99.1.10-10.99.1.250',
    'fmc delete network-object/net-10.99.2.10-10.99.2.250',
  ],
};
