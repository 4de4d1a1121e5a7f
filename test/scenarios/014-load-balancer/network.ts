import { Certificates, CryptoSuite, FlexVpnLoadBalancer } from 'tunnelwright';
import { flexWorld, hubRouter, siteRouter } from '../../support/flexvpn';
import type { Scenario } from '../../support/scenario';

/** Two gateways behind one address, and a client that knows only that. */
export const scenario: Scenario = {
  title: 'gateways that share their clients',
  world: flexWorld({ '192.0.2.20': 'gateway2', '192.0.2.30': 'client' }),
  inOthers: true,
  declare: (stack, variant) => {
    const first = hubRouter(stack);
    const [second, client] = [siteRouter(stack, 'gateway2', '192.0.2.20'), siteRouter(stack, 'client', '192.0.2.30')];
    if (variant === 'nothing') return;
    const gateway = (n: number, device: typeof first, address: string) => ({
      device,
      identity: `gateway${n}.example.net`,
      address,
      interface: 'GigabitEthernet0/0',
      tunnel: `10.60.${n}.254/24`,
      maxSession: variant === 'edited' ? 20 : 10,
      ...(variant === 'less' ? {} : { networks: ['10.20.0.0/16'] }),
    });
    new FlexVpnLoadBalancer(stack, 'share', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      virtualAddress: '198.51.100.5',
      gateways: [gateway(1, first, '198.51.100.10'), gateway(2, second, '198.51.100.20')],
      clients: [
        { device: client, identity: 'client.example.net', interface: 'GigabitEthernet0/0', tunnel: '10.60.9.1/24' },
      ],
    });
  },
  edits: ['edge update ikev2-cluster/cluster', 'gateway2 update ikev2-cluster/cluster'],
  deletes: [
    'edge delete access-list/share',
    'edge update ikev2-authorization-policy/share',
    'gateway2 delete access-list/share',
    'gateway2 update ikev2-authorization-policy/share',
  ],
};
