import { radiusRequests, clientOf, eapUsers } from '../../facts/duo-callers';
import { createFinding, type Rule } from '../../engine/rule';

export const eapToDirectory: Rule = {
  id: 'TW-DUO-004',
  title: 'EAP or MS-CHAPv2 in front of a directory',
  why: 'With EAP-MSCHAPv2 or EAP-MD5 the password never reaches the proxy, so it cannot try it at a directory: it can only hand the conversation on to a RADIUS server (the AnyConnect and Duo guide: MS-CHAPv2 only with RADIUS authentication).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile', 'tunnel-group', 'radius-server', 'aaa-server', 'duo-radius-server-auto', 'duo-ad-client'],
  check: (network) =>
    radiusRequests(network).flatMap((asking) => {
      const client = clientOf(asking.server, asking.proxy);
      if (client === undefined || client.kind === 'duo-radius-client') return [];
      return eapUsers(asking).map((whose) =>
        createFinding(
          asking.server,
          `users of the ${whose} on ${asking.caller.id} log in with EAP, and [${client.name}] is not a valid RADIUS server`,
          'ask a DuoRadiusClient (ISE, or a RADIUS server beside the directory)',
        ),
      );
    }),
};
