import { radiusRequests } from '../../facts/duo-callers';
import { createFinding, type Rule } from '../../engine/rule';

/** A push is open for a minute; Duo advises a timeout of 60 seconds or more. */
const push = 60;

export const pushTimeout: Rule = {
  id: 'TW-DUO-006',
  title: 'A device that gives the push up before its user does',
  why: 'The answer of a Duo proxy comes when the user has found the telephone. A RADIUS timeout shorter than that refuses them, and asks the proxy again and again meanwhile: Duo advises 60 seconds or more, the AnyConnect and Duo guide writes 120.',
  packs: { correctness: 'error' },
  looksAt: ['radius-server', 'aaa-server', 'duo-radius-server-auto'],
  check: (network) =>
    radiusRequests(network).flatMap(({ asked, seconds, server, proxy }) =>
      seconds >= push
        ? []
        : [
            createFinding(
              asked,
              `waits ${seconds} seconds for [${server.name}] of ${proxy.id}, and a push takes up to ${push}`,
              'write timeout: 120',
            ),
          ],
    ),
};
