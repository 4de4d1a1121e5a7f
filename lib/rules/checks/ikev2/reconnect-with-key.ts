import { localMethod, remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const reconnectWithKey: Rule = {
  id: 'TW-IKE-016',
  title: 'Reconnect together with pre-shared keys',
  why: 'IKEv2 reconnect uses the session token as a pre-shared key, so it excludes every line of the profile that is of real ones: `pre-share`, `keyring`, and authorization by `psk` (Cisco, IKEv2 Reconnect).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) => {
    const { noun } = profile;
    if (noun.reconnect === undefined) return [];
    const clashes = [
      ...([...remoteMethods(noun), localMethod(noun)].includes('pre-share') ? ['pre-share'] : []),
      ...(noun.keyring || noun.keyringAaa ? ['a keyring'] : []),
      ...(noun.aaaAuthorization?.some(({ method }) => method === 'psk') ? ['authorization by psk'] : []),
    ];
    return clashes.length === 0
      ? []
      : [createFinding(profile, `reconnect does not go with ${clashes.join(', ')}`, 'leave one of the two out')];
  }),
};
