import { policyOf } from '../profile';
import { isForWindows } from '../windows';
import { finding, onEach, type Rule } from '../rule';

export const windowsSplitTunnel: Rule = {
  id: 'TW-RA-002',
  title: 'Split tunnel for the client of Windows',
  why: 'The native client of Windows takes no routes from the headend: with split tunnel it only knows the classful network of its address (Cisco Live BRKSEC-2881; the ASA and Windows guide).',
  packs: { correctness: 'note' },
  looksAt: ['ikev2-profile', 'ikev2-authorization-policy'],
  check: onEach('ikev2-profile', (profile, device) =>
    isForWindows(profile.noun)
      ? (profile.noun.aaaAuthorization ?? []).flatMap(({ policy }) => {
          const given = policyOf(policy, device);
          return given?.noun.routeSetAccessList
            ? [
                finding(
                  given,
                  'gives routes that the client of Windows does not take',
                  'leave routeSetAccessList out, or give these users AnyConnect',
                ),
              ]
            : [];
        })
      : [],
  ),
};
