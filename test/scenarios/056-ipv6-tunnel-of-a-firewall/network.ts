import {
  CryptoSuite,
  FtdHubAndSpoke,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  Ipv6StaticRoute,
  NetworkObject,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  TunnelInterface,
  VpnEndpoint,
  VpnTopology,
  type Fmc,
  type FtdDevice,
  type IosXeRouter,
  type VpnStack,
} from 'tunnelwright';
import { existing } from '../../../constructs/core/device-object';
import { edge, fmc, type Scenario, type Variant } from '../../support/scenario';

const topologyOn = (center: Fmc): VpnTopology =>
  new VpnTopology(center, 'topology', {
    name: 'sites-6',
    ikev2Policies: [
      new IkeV2Policy(center, 'policy', {
        name: 'SITES',
        proposals: [
          new IkeV2Proposal(center, 'strong', {
            name: 'STRONG',
            encryption: ['aes-gcm-256'],
            prf: ['sha512'],
            group: [21],
          }),
        ],
        priority: 5,
      }),
    ],
    authentication: { method: 'certificate', trustpoint: existing('cert-trustpoint', 'CA-INTERNAL') },
    ipsecProposals: [
      new IpsecTransformSet(center, 'esp', { name: 'SITES-ESP', encryption: 'aes-cbc-256', integrity: 'sha512' }),
    ],
  });

/** From an IPv6 address of its source at first, and then from the address that it takes by itself. */
const tunnelOf = (end: FtdDevice, ipv6Address: string, sourceIpv6Address: string, variant: Variant): TunnelInterface =>
  new TunnelInterface(end, 'tunnel', {
    name: 'Tunnel6',
    ifname: 'sites-6',
    mode: 'ipsec-ipv6',
    ipv6Addresses: [`${ipv6Address}/${variant === 'edited' ? 64 : 126}`],
    source: 'outside',
    ...(variant === 'edited' ? {} : { sourceIpv6Address }),
  });

const officeKey = Secret.fromEnv('OFFICE_KEY');

/** The same by level 2, between a router and a firewall, over IPv4. */
const toRouter = (stack: VpnStack, router: IosXeRouter, branch: FtdDevice): SiteToSiteVpn =>
  new SiteToSiteVpn(stack, 'office-6', {
    suite: CryptoSuite.aes256Gcm({ group: 20 }),
    authentication: PreSharedKey.from(officeKey),
    ends: [
      {
        device: router,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        tunnel: '2001:db8:66::1/64',
        networks: ['2001:db8:20::/48'],
      },
      {
        device: branch,
        interface: 'outside',
        address: '203.0.113.120',
        tunnel: '2001:db8:66::2/64',
        networks: ['2001:db8:41::/48'],
      },
    ],
  });

/** The internet between the ends has IPv6 alone: IPv4 in the tunnel of a router, and IPv6 between two firewalls. */
const overIpv6 = (stack: VpnStack, router: IosXeRouter, pair: FtdDevice, branch: FtdDevice): void => {
  const common = { suite: CryptoSuite.aes256Gcm({ group: 20 }), authentication: PreSharedKey.from(officeKey) };
  new SiteToSiteVpn(stack, 'over-6', {
    ...common,
    ends: [
      {
        device: router,
        interface: 'GigabitEthernet0/0',
        address: '2001:db8:10::1',
        tunnel: '10.66.0.1/30',
        networks: ['10.20.0.0/16'],
        tunnelInterface: 'Tunnel106',
      },
      {
        device: pair,
        interface: 'outside',
        address: '2001:db8:93::1',
        tunnel: '10.66.0.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
  });
  const face = { interface: 'outside', type: 'policy-based' } as const;
  new SiteToSiteVpn(stack, 'selected-6', {
    ...common,
    ends: [
      { device: pair, ...face, address: '2001:db8:93::1', networks: ['2001:db8:30::/48'] },
      { device: branch, ...face, address: '2001:db8:120::1', networks: ['2001:db8:42::/48'] },
    ],
  });
};

/** A hub whose tunnels carry IPv6 and go over it: they borrow from a loopback interface of IPv6. */
const branches = (stack: VpnStack, pair: FtdDevice, branch: FtdDevice, variant: Variant): FtdHubAndSpoke =>
  new FtdHubAndSpoke(stack, 'branches-6', {
    suite: CryptoSuite.aes256Gcm({ group: 20 }),
    authentication: PreSharedKey.from(officeKey),
    hub: {
      device: pair,
      interface: 'outside',
      sourceIpv6Address: '2001:db8:93::1',
      tunnel: `2001:db8:99::${variant === 'edited' ? 2 : 1}/128`,
    },
    spokes: [
      {
        device: branch,
        interface: 'outside',
        sourceIpv6Address: '2001:db8:120::1',
        tunnel: '2001:db8:99:1::11/64',
        tunnelInterface: 'Tunnel109',
      },
    ],
  });

/**
 * Two firewalls with a tunnel that carries IPv6, and a route into it; a router that has one to one of them; and tunnels
 * over IPv6.
 */
export const scenario: Scenario = {
  title: 'tunnels of IPv6 of firewalls',
  secrets: { OFFICE_KEY: 'Vg3;oboe&"lagoon/8' },
  declare: (stack, variant) => {
    const center = fmc(stack);
    const router = edge(stack);
    if (variant === 'nothing') return;
    const [pair, branch] = [center.ftd('mumbai-pair'), center.ftd('branch-ftd')];
    const topology = topologyOn(center);
    toRouter(stack, router, branch);
    overIpv6(stack, router, pair, branch);
    const [near, far] = [
      tunnelOf(pair, '2001:db8:6::1', '2001:db8:93::1', variant),
      tunnelOf(branch, '2001:db8:6::2', '2001:db8:120::1', variant),
    ];
    new VpnEndpoint(pair, 'endpoint', { topology, device: pair, interface: near });
    new VpnEndpoint(branch, 'endpoint', { topology, device: branch, interface: far });
    branches(stack, pair, branch, variant);
    if (variant === 'less') return;
    new Ipv6StaticRoute(pair, 'route', {
      destination: '2001:db8:40::/48',
      network: new NetworkObject(center, 'net', { name: 'branch-net-6', value: '2001:db8:40::/48' }),
      interface: near,
      gateway: '2001:db8:6::2',
      distance: variant === 'edited' ? 5 : 1,
    });
  },
  edits: [
    'fmc update ftd-loopback/mumbai-pair/Loopback1',
    'fmc update ipv6-static-route/mumbai-pair/branch-net-6@sites-6',
    'fmc update tunnel-interface/branch-ftd/Tunnel6',
    'fmc update tunnel-interface/mumbai-pair/Tunnel6',
  ],
  deletes: ['fmc delete ipv6-static-route/mumbai-pair/branch-net-6@sites-6', 'fmc delete network-object/branch-net-6'],
  up: [
    'edge Tunnel100',
    'edge Tunnel106',
    'fmc branches-6',
    'fmc office-6',
    'fmc over-6',
    'fmc selected-6',
    'fmc sites-6',
  ],
};
