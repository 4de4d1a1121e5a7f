import { Certificates, CryptoSuite, FtdHubAndSpoke, type Fmc, type VpnStack } from 'tunnelwright';
import { defaultDevices } from '../../../lib/lab/devices/fmc/inventory';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const line = (ifname: string, index: number, address: string) => ({
  ifname,
  name: `Ethernet1/${index}`,
  address,
});

/** A pair is the first hub, a single firewall the second; one spoke has two lines to both, `less` has one hub. */
const branches = (stack: VpnStack, center: Fmc, variant: Variant): void => {
  const outside = { interface: 'outside' } as const;
  const two = variant !== 'less';
  new FtdHubAndSpoke(stack, 'branches', {
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    hub: {
      ...{ device: center.ftd('mumbai-pair'), ...outside, tunnel: '10.99.0.1/32' },
      ...{ networks: ['10.30.0.0/16'], bgp: { asn: 65010 } },
    },
    ...(two && {
      backupHub: {
        ...{ device: center.ftd('delhi-ftd'), ...outside, tunnel: '10.98.0.1/32' },
        ...{ networks: ['10.30.0.0/16'], bgp: { asn: 65010 } },
      },
    }),
    spokes: [
      {
        ...{ device: center.ftd('branch-ftd'), ...outside, tunnel: '10.99.0.11/24' },
        ...{ networks: ['10.40.0.0/16'], bgp: { asn: 65011 } },
        ...(two && { toBackupHub: { tunnel: '10.98.0.11/24' } }),
      },
      {
        ...{ device: center.ftd('pune-ftd'), ...outside, tunnel: '10.99.0.21/24' },
        ...{ networks: ['10.50.0.0/16'], bgp: { asn: 65012 } },
        backup: { interface: 'outside2', tunnel: '10.99.1.21/24' },
        ...(two && {
          toBackupHub: {
            tunnel: '10.98.0.21/24',
            backup: { interface: 'outside2', tunnel: `10.98.1.${variant === 'edited' ? 22 : 21}/24` },
          },
        }),
      },
    ],
  });
};

export const scenario: Scenario = {
  title: 'two hubs of firewalls',
  world: {
    fmc: {
      devices: [
        ...defaultDevices,
        {
          name: 'pune-ftd',
          interfaces: [
            line('outside', 1, '203.0.113.130/24'),
            { ifname: 'outside2', name: 'Ethernet1/2' },
            line('inside', 3, '10.50.0.1/16'),
          ],
        },
        {
          name: 'delhi-ftd',
          interfaces: [line('outside', 1, '203.0.113.150/24'), line('inside', 2, '10.30.0.2/16')],
        },
      ],
    },
  },
  secrets: {},
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant !== 'nothing') branches(stack, center, variant);
  },
  edits: ['fmc update tunnel-interface/pune-ftd/Tunnel103'],
  deletes: [
    'fmc delete ftd-bgp/delhi-ftd/bgp',
    'fmc delete ftd-dynamic-tunnel/delhi-ftd/Virtual-Template1',
    'fmc delete ftd-loopback/delhi-ftd/Loopback1',
    'fmc delete tunnel-interface/branch-ftd/Tunnel102',
    'fmc delete tunnel-interface/pune-ftd/Tunnel102',
    'fmc delete tunnel-interface/pune-ftd/Tunnel103',
    'fmc delete vpn-endpoint/branches-backup/branch-ftd',
    'fmc delete vpn-endpoint/branches-backup/delhi-ftd',
    'fmc delete vpn-endpoint/branches-backup/pune-ftd',
    'fmc delete vpn-topology/branches-backup',
    'fmc update ftd-bgp/branch-ftd/bgp',
    'fmc update ftd-bgp/pune-ftd/bgp',
  ],
  up: [
    'fmc branches: mumbai-pair - branch-ftd',
    'fmc branches: mumbai-pair - pune-ftd',
    'fmc branches-backup: delhi-ftd - branch-ftd',
    'fmc branches-backup: delhi-ftd - pune-ftd',
  ],
};
