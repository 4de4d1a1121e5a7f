import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const flexvpnClient: Rule = {
  id: 'TW-IF-004',
  title: 'A FlexVPN client and a tunnel that do not belong together',
  why: '`tunnel destination dynamic` is filled in by the FlexVPN client that has the tunnel in `client connect`. A dynamic tunnel without a client never dials; a client of a tunnel with a fixed destination changes nothing (Cisco, FlexVPN client; Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['tunnel-interface', 'flexvpn-client'],
  check: forEachDevice((device) => {
    const driven = new Set(device.all('flexvpn-client').flatMap(({ noun }) => noun.tunnel?.name ?? []));
    return [
      ...device
        .all('tunnel-interface')
        .filter(({ name, noun }) => noun.destination === 'dynamic' && !driven.has(name))
        .map((tunnel) =>
          createFinding(
            tunnel,
            'its destination is dynamic, and no FlexVPN client drives it',
            'write a FlexVpnClient with this tunnel',
          ),
        ),
      ...device.all('flexvpn-client').flatMap((client) => {
        const destination = device.to(client.noun.tunnel)?.noun.destination;
        return destination === undefined || destination === 'dynamic'
          ? []
          : [
              createFinding(
                client,
                `drives ${client.noun.tunnel.name}, whose destination is ${destination}`,
                "write destination: 'dynamic' on the tunnel",
              ),
            ];
      }),
    ];
  }),
};
