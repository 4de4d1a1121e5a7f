import {
  CryptoSuite,
  PreSharedKey,
  SecurityZone,
  Secret,
  SiteToSiteVpn,
  type Fmc,
  type IosXeRouter,
  type VpnStack,
} from 'tunnelwright';
import { edge, fmc, type Scenario, type Variant } from '../../support/scenario';

/** A tunnel in a zone of two, and a group of interfaces. */
const zoned = (stack: VpnStack, router: IosXeRouter, center: Fmc, variant: Variant): void => {
  const made = new SecurityZone(center, 'vpn-zone', {});
  const other = new SecurityZone(center, 'partner-zone', { mode: 'routed' });
  const branch = center.ftd('branch-ftd');
  if (variant !== 'less')
    new SecurityZone(center, 'vpn-faces', {
      type: 'interface-group',
      interfaces: [
        { device: branch, interface: 'outside' },
        ...(variant === 'edited' ? [{ device: branch, interface: 'inside' }] : []),
      ],
    });
  new SiteToSiteVpn(stack, 'branch', {
    suite: CryptoSuite.aes256Gcm({ group: 20 }),
    authentication: PreSharedKey.from(Secret.fromEnv('ZONE_KEY')),
    ends: [
      {
        device: router,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        tunnel: '10.59.0.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: branch,
        interface: 'outside',
        address: '203.0.113.120',
        tunnel: '10.59.0.2/30',
        networks: ['10.40.0.0/16'],
        zone: variant === 'edited' ? other : made,
      },
    ],
  });
};

export const scenario: Scenario = {
  title: 'tunnels in zones',
  secrets: { ZONE_KEY: 'Bz7!marimba+"plum/4' },
  declare: (stack, variant) => {
    const center = fmc(stack);
    const router = edge(stack);
    if (variant === 'nothing') return;
    zoned(stack, router, center, variant);
  },
  edits: ['fmc update security-zone/vpn-faces', 'fmc update tunnel-interface/branch-ftd/Tunnel100'],
  deletes: ['fmc delete security-zone/vpn-faces'],
  up: ['edge Tunnel100', 'fmc branch'],
};
