import { duoServersOn } from '../duo-proxy';
import { finding, onDevices, type Rule } from '../rule';

export const failOpen: Rule = {
  id: 'TW-DUO-001',
  title: 'Without Duo’s service the password alone is enough',
  why: '`failmode=safe` lets users in with the first factor when Duo’s service cannot be reached: who can cut the proxy off from the internet has switched the second factor off (Duo, Authentication Proxy Reference; the AnyConnect and Duo guide has it so).',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error' },
  looksAt: ['duo-radius-server-auto', 'duo-radius-server-challenge', 'duo-radius-server-concat'],
  check: onDevices((device) =>
    duoServersOn(device)
      .filter(({ failmode }) => failmode === 'safe')
      .map(({ resource }) =>
        finding(
          resource,
          'lets users in without a second factor when Duo cannot be reached',
          "write failmode: 'secure', or waive it with the reason",
        ),
      ),
  ),
};
