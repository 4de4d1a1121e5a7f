import {
  Certificates,
  CryptoSuite,
  FtdHubAndSpoke,
  PreSharedKey,
  SecurityZone,
  Secret,
  SiteToSiteVpn,
  type Fmc,
  type IosXeRouter,
  type VpnStack,
} from 'tunnelwright';
import { defaultDevices } from '../../../lib/lab/devices/fmc/inventory';
import { edge, fmc, type Scenario, type Variant } from '../../support/scenario';

/** A tunnel in a zone of two, and a group of interfaces. */
const zoned = (stack: VpnStack, router: IosXeRouter, center: Fmc, made: SecurityZone, variant: Variant): void => {
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

/** A hub of one dynamic tunnel interface, a spoke with two lines, and BGP; `less` has no BGP. */
const branches = (stack: VpnStack, center: Fmc, zone: SecurityZone, variant: Variant): void => {
  const bgp = (asn: number, ...networks: readonly string[]) => (variant === 'less' ? {} : { bgp: { asn }, networks });
  new FtdHubAndSpoke(stack, 'branches', {
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    spokeToSpoke: true,
    hub: {
      ...{ device: center.ftd('mumbai-pair'), interface: 'outside', tunnel: '10.99.0.1/32', zone },
      ...bgp(65010, '10.30.0.0/16', ...(variant === 'edited' ? ['10.31.0.0/16'] : [])),
    },
    spokes: [
      {
        ...{ device: center.ftd('pune-ftd'), interface: 'outside', tunnel: '10.99.0.11/24', zone },
        ...{ backup: { interface: 'outside2', tunnel: '10.99.1.11/24' } },
        ...bgp(65011, '10.50.0.0/16'),
      },
    ],
  });
};

export const scenario: Scenario = {
  title: 'tunnels in zones, and a hub with a dynamic tunnel interface',
  world: {
    fmc: {
      devices: [
        ...defaultDevices,
        {
          name: 'pune-ftd',
          interfaces: [
            { ifname: 'outside', name: 'Ethernet1/1', address: '203.0.113.130/24' },
            { ifname: 'outside2', name: 'Ethernet1/2' },
            { ifname: 'inside', name: 'Ethernet1/3', address: '10.50.0.1/16' },
          ],
        },
      ],
    },
  },
  secrets: { ZONE_KEY: 'Bz7!marimba+"plum/4' },
  declare: (stack, variant) => {
    const center = fmc(stack);
    const router = edge(stack);
    if (variant === 'nothing') return;
    const made = new SecurityZone(center, 'vpn-zone', {});
    zoned(stack, router, center, made, variant);
    branches(stack, center, made, variant);
  },
  edits: [
    'fmc create network-object/net-10.31.0.0-16',
    'fmc update ftd-bgp/mumbai-pair/bgp',
    'fmc update security-zone/vpn-faces',
    'fmc update tunnel-interface/branch-ftd/Tunnel100',
  ],
  deletes: [
    'fmc delete ftd-bgp/mumbai-pair/bgp',
    'fmc delete ftd-bgp/pune-ftd/bgp',
    'fmc delete network-object/net-10.30.0.0-16',
    'fmc delete network-object/net-10.50.0.0-16',
    'fmc delete security-zone/vpn-faces',
  ],
  up: ['edge Tunnel100', 'fmc branch', 'fmc branches'],
};
