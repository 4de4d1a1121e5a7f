import { Certificates, CryptoSuite, FlexVpnDualHub, Secret } from 'tunnelwright';
import { flexWorld, hubRouter, siteRouter } from '../../support/flexvpn';
import type { Scenario } from '../../support/scenario';

/** A client with a key of its own that goes to the second hub when the first is away. */
export const scenario: Scenario = {
  title: 'a client of two hubs',
  world: flexWorld({ '192.0.2.20': 'hub2', '192.0.2.30': 'client' }),
  secrets: { CLIENT_KEY: 'Rf3;saddle<walnut:5' },
  declare: (stack, variant) => {
    const hub1 = hubRouter(stack);
    const [hub2, client] = [siteRouter(stack, 'hub2', '192.0.2.20'), siteRouter(stack, 'client', '192.0.2.30')];
    if (variant === 'nothing') return;
    const hub = (n: number, device: typeof hub1, address: string) => ({
      device,
      identity: `hub${n}.example.net`,
      address,
      tunnel: `10.60.${n}.254/32`,
      pool: { from: `10.60.${n}.1`, to: `10.60.${n}.${variant === 'edited' ? 200 : 100}` },
      networks: variant === 'less' ? [] : ['10.20.0.0/16'],
    });
    new FlexVpnDualHub(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hubSubject: 'o = example',
      hubs: [hub(1, hub1, '198.51.100.10'), hub(2, hub2, '198.51.100.20')],
      clients: [
        {
          device: client,
          identity: 'client.example.net',
          interface: 'GigabitEthernet0/0',
          key: Secret.fromEnv('CLIENT_KEY'),
        },
      ],
    });
  },
  edits: ['edge update address-pool/branches', 'hub2 update address-pool/branches'],
  deletes: [
    'edge delete access-list/branches',
    'edge update ikev2-authorization-policy/branches',
    'hub2 delete access-list/branches',
    'hub2 update ikev2-authorization-policy/branches',
  ],
};
