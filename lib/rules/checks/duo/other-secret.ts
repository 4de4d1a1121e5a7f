import { secretMarker } from '../../../model/secret';
import { radiusRequests, sourceOf, takes } from '../../facts/duo-callers';
import { createFinding, type Rule } from '../../engine/rule';

export const otherSecret: Rule = {
  id: 'TW-DUO-008',
  title: 'Another RADIUS secret on the device than in the Duo proxy',
  why: 'Where the secrets differ the proxy cannot read the password and refuses everybody, or drops the request unanswered. They must be one secret (the AnyConnect and Duo guide: radius_secret_1 is the key of the router).',
  packs: { correctness: 'error' },
  looksAt: ['radius-server', 'aaa-server-group', 'duo-radius-server-auto'],
  check: (network) =>
    radiusRequests(network).flatMap((asking) => {
      const { asked, key, server, proxy } = asking;
      const source = sourceOf(asking);
      const caller =
        source === undefined ? undefined : server.noun.callers.find(({ address }) => takes(address, source));
      return caller === undefined || key === undefined || secretMarker(caller.secret) === secretMarker(key)
        ? []
        : [
            createFinding(
              asked,
              `has the key ${secretMarker(key)}, and [${server.name}] of ${proxy.id} has ${secretMarker(caller.secret)} for it`,
              'write the same Secret at both, or let DuoProxy give the RADIUS server',
            ),
          ];
    }),
};
