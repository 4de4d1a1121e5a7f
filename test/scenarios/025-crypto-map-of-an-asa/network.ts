import { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { asa, fmc, type Scenario } from '../../support/scenario';

/** Networks that are protected by entries of a crypto map, between an ASA and a firewall pair. */
export const scenario: Scenario = {
  title: 'a policy-based tunnel between an ASA and a firewall pair',
  secrets: { MAP_KEY: 'a-map-key-no-one-guesses' },
  declare: (stack, variant) => {
    const [here, center] = [asa(stack), fmc(stack)];
    if (variant === 'nothing') return;
    new SiteToSiteVpn(stack, 'branch', {
      suite: CryptoSuite.aes256Gcm(),
      lifetimes: { ipsec: variant === 'edited' ? 1800 : 3600 },
      authentication: PreSharedKey.from(Secret.fromEnv('MAP_KEY')),
      ends: [
        {
          device: here,
          type: 'policy-based',
          interface: 'outside',
          address: '198.51.100.30',
          networks: ['10.60.0.0/17', '10.60.128.0/17'],
          natExemption: { inside: 'inside' },
        },
        {
          device: center.ftd('mumbai-pair'),
          type: 'policy-based',
          interface: 'outside',
          address: '203.0.113.93',
          networks: variant === 'less' ? ['10.30.0.0/16'] : ['10.30.0.0/16', '10.31.0.0/16'],
        },
      ],
    });
  },
  edits: ['asa update crypto-map-entry/outside_map/10', 'fmc update vpn-topology/branch'],
  deletes: [
    'asa delete nat-exemption/inside/outside/net-10.60.0.0-17/net-10.31.0.0-16',
    'asa delete nat-exemption/inside/outside/net-10.60.128.0-17/net-10.31.0.0-16',
    'asa delete network-object/net-10.31.0.0-16',
    'asa update access-list/branch',
    'fmc delete network-object/net-10.31.0.0-16',
    'fmc update vpn-endpoint/branch/mumbai-pair',
  ],
  up: ['asa outside_map 10', 'fmc branch'],
};
