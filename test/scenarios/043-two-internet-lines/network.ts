import { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { flexWorld, hubRouter, siteRouter } from '../../support/flexvpn';
import type { Scenario } from '../../support/scenario';

/** A site with two lines, each known by its address; routes go by a probe. */
export const scenario: Scenario = {
  title: 'two internet lines at one end',
  world: flexWorld({ '192.0.2.20': 'site' }),
  secrets: { LINES_KEY: 'Wm4!gnocchi+"harp/2' },
  declare: (stack, variant) => {
    const [here, site] = [hubRouter(stack), siteRouter(stack, 'site', '192.0.2.20')];
    if (variant === 'nothing') return;
    new SiteToSiteVpn(stack, 'lines', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('LINES_KEY')),
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.30.0.0/16'],
        },
        {
          device: site,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.20',
          tunnel: '10.58.1.2/30',
          networks: ['10.40.0.0/16'],
          ...(variant === 'less'
            ? {}
            : {
                secondLine: {
                  interface: 'GigabitEthernet0/1',
                  address: '10.20.0.1',
                  tunnel: '10.58.1.6/30',
                  peerTunnel: '10.58.1.5/30',
                  distance: variant === 'edited' ? 20 : 10,
                  probe: {},
                },
              }),
        },
      ],
    });
  },
  edits: ['edge update static-route/10.40.0.0/16@Tunnel101', 'site update static-route/10.30.0.0/16@Tunnel101'],
  deletes: [
    'edge delete ikev2-keyring/lines-2',
    'edge delete ikev2-profile/lines-2',
    'edge delete ip-sla-schedule/100',
    'edge delete ip-sla/100',
    'edge delete ipsec-profile/lines-2',
    'edge delete static-route/10.40.0.0/16@Tunnel101',
    'edge delete tracked-object/100',
    'edge delete tunnel-interface/Tunnel101',
    'edge update static-route/10.40.0.0/16@Tunnel100',
    'site delete ikev2-keyring/lines-2',
    'site delete ikev2-profile/lines-2',
    'site delete ip-sla-schedule/100',
    'site delete ip-sla/100',
    'site delete ipsec-profile/lines-2',
    'site delete static-route/10.30.0.0/16@Tunnel101',
    'site delete tracked-object/100',
    'site delete tunnel-interface/Tunnel101',
    'site update ikev2-profile/lines',
    'site update static-route/10.30.0.0/16@Tunnel100',
  ],
};
