import { duoAskedBy } from '../duo-proxy';
import { finding, onDevices, type Rule } from '../rule';

/** Seconds that a push may take before Duo gives it up. */
const push = 60;

export const pushTimeout: Rule = {
  id: 'TW-DUO-002',
  title: 'A RADIUS timeout that cannot hold a push',
  why: 'The proxy answers when the user has answered the push, and Duo gives a user 60 seconds. A device that waits 5, the default, asks again: a second push, and the login fails before the first is answered (Duo advises 60 seconds and more; the AnyConnect and Duo guide writes 120).',
  packs: { correctness: 'error' },
  looksAt: ['radius-server', 'duo-radius-server-auto'],
  ofSeveral: true,
  check: onDevices((device, network) =>
    duoAskedBy(device, network).flatMap(({ radius }) => {
      const { timeout = 5 } = radius.noun;
      return timeout >= push
        ? []
        : [
            finding(
              radius,
              `waits ${timeout} seconds for the Duo proxy, and a push takes up to ${push}`,
              'write timeout: 120',
            ),
          ];
    }),
  ),
};
