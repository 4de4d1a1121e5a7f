import { existing } from '../../../constructs/core/device-object';
import {
  AccessPolicy,
  AccessRule,
  CryptoSuite,
  PortObject,
  PreSharedKey,
  Secret,
  SecurityZone,
  SiteToSiteVpn,
  type Fmc,
} from 'tunnelwright';
import { edge, fmc, type Scenario, type Variant } from '../../support/scenario';

const inside = existing('security-zone', 'inside-zone');

const rules = (center: Fmc, zone: SecurityZone, variant: Variant): void => {
  const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
  const blockAll = AccessRule.fromExisting(center, 'block-all', 'Block all', policy);
  const ping = new AccessRule(center, 'ping', {
    policy,
    place: { before: blockAll },
    action: 'trust',
    sourceZones: [zone],
    destinationPorts: variant === 'edited' ? ['icmp/8', 'icmp/11'] : ['icmp/8'],
  });
  if (variant === 'less') return;
  new AccessRule(center, 'rest', {
    policy,
    place: { after: ping },
    action: 'block-with-reset',
    sourceZones: [zone],
    logging: { begin: true, toFmc: true },
  });
  new AccessRule(center, 'names', {
    policy,
    place: { category: 'VPN' },
    action: 'allow',
    sourceNetworks: ['10.20.0.53'],
    destinationPorts: [PortObject.fromExisting(center, 'dns', 'DNS_over_UDP')],
  });
};

/** What comes out of a tunnel is let through by rules of ours in a policy of others. */
export const scenario: Scenario = {
  title: 'rules of access control for a tunnel',
  secrets: { ACCESS_KEY: 'Gv9+pangolin:"medlar/4' },
  world: { fmc: { accessPolicies: [{ name: 'edge-access', categories: ['VPN'], devices: ['mumbai-pair'] }] } },
  declare: (stack, variant) => {
    const [here, center] = [edge(stack), fmc(stack)];
    if (variant === 'nothing') return;
    const zone = new SecurityZone(center, 'vpn-zone', {});
    rules(center, zone, variant);
    new SiteToSiteVpn(stack, 'pune', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('ACCESS_KEY')),
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: center.ftd('mumbai-pair'),
          interface: 'outside',
          address: '203.0.113.93',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
          zone,
          accessRules: {
            policy: existing('access-policy', 'edge-access'),
            ...(variant === 'edited' ? {} : { inside }),
          },
        },
      ],
    });
  },
  edits: [
    'fmc update access-rule/edge-access/ping',
    'fmc update access-rule/edge-access/pune in',
    'fmc update access-rule/edge-access/pune out',
  ],
  deletes: ['fmc delete access-rule/edge-access/names', 'fmc delete access-rule/edge-access/rest'],
  up: ['edge Tunnel100', 'fmc pune'],
};
