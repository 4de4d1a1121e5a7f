import { Certificates, CryptoSuite, HubAndSpoke } from 'tunnelwright';
import { flexWorld, hubRouter, siteRouter } from '../../support/flexvpn';
import type { Scenario } from '../../support/scenario';

/** One hub, one spoke, routes told by IKEv2. */
export const scenario: Scenario = {
  title: 'a hub and its spoke',
  world: flexWorld({ '192.0.2.20': 'spoke' }),
  declare: (stack, variant) => {
    const [device, spoke] = [hubRouter(stack), siteRouter(stack, 'spoke', '192.0.2.20')];
    if (variant === 'nothing') return;
    new HubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group: variant === 'edited' ? 20 : 19 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hub: {
        device,
        identity: 'hub.example.net',
        address: '198.51.100.10',
        tunnel: '10.60.0.254/32',
        networks: variant === 'less' ? [] : ['10.20.0.0/16'],
      },
      spokes: [
        {
          device: spoke,
          identity: 'spoke.example.net',
          interface: 'GigabitEthernet0/0',
          tunnel: '10.60.0.1/32',
          lan: ['GigabitEthernet0/1'],
        },
      ],
    });
  },
  edits: [
    'edge update ikev2-proposal/branches',
    'edge update ipsec-profile/branches',
    'spoke update ikev2-proposal/branches',
    'spoke update ipsec-profile/branches',
  ],
  deletes: ['edge delete access-list/branches', 'edge update ikev2-authorization-policy/branches'],
};
