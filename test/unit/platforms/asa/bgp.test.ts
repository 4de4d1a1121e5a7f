import { Bgp } from 'tunnelwright';
import { asaCase } from '../../../support/asa-case';
import { asa, problemsIn } from '../../../support/scenario';

test('BGP of an ASA has its neighbours in the family', () =>
  asaCase.writes(
    'bgp',
    {
      name: '65000',
      routerId: '10.60.0.1',
      neighbors: [
        { address: '169.254.10.1', remoteAs: 64512, description: 'AWS', timers: { keepalive: 10, hold: 30 } },
        { address: '10.1.255.30', remoteAs: 65515, ebgpMultihop: 255 },
      ],
      networks: ['10.60.0.0/16'],
    },
    `router bgp 65000
 bgp router-id 10.60.0.1
 address-family ipv4 unicast
  network 10.60.0.0 mask 255.255.0.0
  neighbor 169.254.10.1 remote-as 64512
  neighbor 169.254.10.1 description AWS
  neighbor 169.254.10.1 timers 10 30
  neighbor 169.254.10.1 activate
  neighbor 10.1.255.30 remote-as 65515
  neighbor 10.1.255.30 ebgp-multihop 255
  neighbor 10.1.255.30 activate
`,
  ));

test('the interface that a session is opened from is not said on an ASA', () =>
  expect(
    problemsIn((stack) => {
      const neighbors = [{ address: '169.254.10.1', remoteAs: 64512, updateSource: 'Loopback0' }];
      new Bgp(asa(stack), 'bgp', { name: '65000', neighbors });
    }),
  ).toEqual([]));
