import {
  AddressPool,
  AddressPoolOverride,
  FqdnObject,
  FqdnObjectOverride,
  FtdBgp,
  Ipv6AddressPool,
  Ipv6AddressPoolOverride,
  NetworkGroup,
  NetworkGroupOverride,
  NetworkObject,
  NetworkObjectOverride,
  UrlObject,
  UrlObjectOverride,
} from 'tunnelwright';
import { partnerTunnel } from '../../support/partner-tunnel';
import { fmc, type Scenario } from '../../support/scenario';

/** Objects that are another thing on single firewalls of an FMC. */
export const scenario: Scenario = {
  title: 'object overrides',
  secrets: { PARTNER_KEY: 'Vd7-larch!oboe' },
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant === 'nothing') return;
    const [pair, branch] = [center.ftd('mumbai-pair'), center.ftd('branch-ftd')];
    const overridable = true;
    const lan = new NetworkObject(center, 'lan', { value: '10.20.0.0/16', overridable });
    const server = new NetworkObject(center, 'server', { value: '10.20.0.10', overridable });
    const lans = new NetworkGroup(center, 'lans', { members: [lan, server], overridable });
    const portal = new FqdnObject(center, 'portal', { fqdn: 'portal.example.net', overridable });
    const staff = new UrlObject(center, 'staff', { url: 'https://vpn.example.net/staff', overridable });
    const pool = new AddressPool(center, 'pool', { ranges: [{ from: '10.99.0.10', to: '10.99.0.250' }], overridable });
    const pool6 = new Ipv6AddressPool(center, 'pool6', { start: '2001:db8::10/64', size: 100, overridable });
    partnerTunnel(center, branch, { ours: lans, theirs: '10.90.0.0/16' });
    [pair, branch].forEach((device, i) => {
      new FtdBgp(device, 'bgp', {
        asn: 65010 + i,
        routerId: `192.0.2.${i + 1}`,
        neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
        networks: [lan],
      });
    });
    const value = variant === 'edited' ? '10.41.0.0/16' : '10.40.0.0/16';
    new NetworkObjectOverride(branch, 'lan', { object: lan, value });
    if (variant === 'less') return;
    new NetworkObjectOverride(pair, 'lan', { object: lan, value: '10.30.0.0/16' });
    new NetworkObjectOverride(branch, 'server', { object: server, value: '10.40.0.10' });
    new NetworkGroupOverride(branch, 'lans', { object: lans, members: [lan, '192.0.2.128/25'] });
    new FqdnObjectOverride(branch, 'portal', { object: portal, fqdn: 'pune.example.net', dnsResolution: 'ipv4-only' });
    new UrlObjectOverride(branch, 'staff', { object: staff, url: 'https://pune.example.net/staff' });
    new AddressPoolOverride(branch, 'pool', { object: pool, ranges: [{ from: '10.99.1.10', to: '10.99.1.250' }] });
    new Ipv6AddressPoolOverride(branch, 'pool6', { object: pool6, start: '2001:db8:1::10/64', size: 50 });
  },
  edits: ['fmc update network-object-override/lan/branch-ftd'],
  deletes: [
    'fmc delete network-object-override/lan/mumbai-pair',
    'fmc delete network-object-override/server/branch-ftd',
    'fmc delete network-group-override/lans/branch-ftd',
    'fmc delete fqdn-object-override/portal/branch-ftd',
    'fmc delete url-object-override/staff/branch-ftd',
    'fmc delete address-pool-override/pool/branch-ftd',
    'fmc delete ipv6-address-pool-override/pool6/branch-ftd',
  ],
};
