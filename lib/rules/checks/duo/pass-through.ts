import { clientOf, duoServers } from '../../facts/duo-callers';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const passThrough: Rule = {
  id: 'TW-DUO-003',
  title: 'Attributes of a client that has none',
  why: 'Only a RADIUS server answers with attributes. With a directory, or with no client at all, there is nothing to hand on, and the proxy refuses the key (the checker of the Duo Authentication Proxy).',
  packs: { correctness: 'error' },
  looksAt: ['duo-radius-server-auto', 'duo-radius-client', 'duo-ad-client', 'duo-only-client'],
  check: forEachDevice((device) =>
    duoServers(device).flatMap((server) => {
      const client = clientOf(server, device);
      return server.noun.passThroughAttributes === undefined ||
        client === undefined ||
        client.kind === 'duo-radius-client'
        ? []
        : [
            createFinding(
              server,
              `[${server.name}] hands attributes on, and [${client.name}] returns none`,
              'leave passThroughAttributes out, or ask a DuoRadiusClient',
            ),
          ];
    }),
  ),
};
