import { existing } from '../../../constructs/core/device-object';
import {
  Certificates,
  CryptoSuite,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  type Fmc,
  type IosXeRouter,
  type VpnStack,
} from 'tunnelwright';
import { edge, fmc, type Scenario, type Variant } from '../../support/scenario';

const policy = existing('nat-policy', 'edge-nat');
const inside = existing('security-zone', 'inside-zone');

const byCertificate = (stack: VpnStack, here: IosXeRouter, center: Fmc, variant: Variant): SiteToSiteVpn =>
  new SiteToSiteVpn(stack, 'mumbai', {
    suite: CryptoSuite.aes256Gcm(),
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    ends: [
      {
        device: here,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        subject: 'cn = edge.example.net',
        tunnel: '10.58.1.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: center.ftd('mumbai-pair'),
        interface: 'outside',
        address: '203.0.113.93',
        subject: 'cn = mumbai-pair.example.net',
        tunnel: '10.58.1.2/30',
        networks: ['10.30.0.0/16', '10.31.0.0/16'],
        natExemption: { policy, ...(variant === 'edited' ? {} : { inside }) },
      },
    ],
  });

const byKey = (stack: VpnStack, here: IosXeRouter, center: Fmc, variant: Variant): SiteToSiteVpn =>
  new SiteToSiteVpn(stack, 'branch', {
    suite: CryptoSuite.aes256Cbc({ group: 20 }),
    authentication: PreSharedKey.from(Secret.fromEnv('EXEMPT_KEY')),
    ends: [
      {
        device: here,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        tunnel: '10.59.0.1/30',
        tunnelInterface: 'Tunnel7',
        networks: ['10.20.0.0/16'],
      },
      {
        device: center.ftd('branch-ftd'),
        interface: 'outside',
        address: '203.0.113.120',
        tunnel: '10.59.0.2/30',
        networks: ['10.40.0.0/16'],
        ...(variant === 'less' ? {} : { natExemption: { policy, inside } }),
      },
    ],
  });

/** Firewalls that translate addresses, and leave those of their tunnels as they are. */
export const scenario: Scenario = {
  title: 'tunnels that are exempt from NAT, by certificate and by key',
  secrets: { EXEMPT_KEY: 'Rw6+dormouse:"quince/2' },
  declare: (stack, variant) => {
    const [here, center] = [edge(stack), fmc(stack)];
    if (variant === 'nothing') return;
    byCertificate(stack, here, center, variant);
    byKey(stack, here, center, variant);
  },
  edits: [
    'fmc update nat-rule/edge-nat/mumbai: 10.30.0.0/16 to 10.20.0.0/16',
    'fmc update nat-rule/edge-nat/mumbai: 10.31.0.0/16 to 10.20.0.0/16',
  ],
  deletes: [
    'fmc delete nat-rule/edge-nat/branch: 10.40.0.0/16 to 10.20.0.0/16',
    'fmc delete network-object/net-10.40.0.0-16',
  ],
  up: ['edge Tunnel100', 'edge Tunnel7', 'fmc branch', 'fmc mumbai'],
};
