import { policyOf } from '../../facts/profile';
import { isForWindows } from '../../facts/windows';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const windowsSplitTunnel: Rule = {
  id: 'TW-RA-002',
  title: 'Split tunnel for the client of Windows',
  why: 'The native client of Windows takes no routes from the headend: with split tunnel it only knows the classful network of its address (Cisco Live BRKSEC-2881; the ASA and Windows guide).',
  packs: { correctness: 'note' },
  looksAt: ['ikev2-profile', 'ikev2-authorization-policy'],
  check: forEachResource('ikev2-profile', (profile, device) =>
    isForWindows(profile.noun)
      ? (profile.noun.aaaAuthorization ?? []).flatMap(({ policy }) => {
          const given = policyOf(policy, device);
          return given?.noun.routeSetAccessList
            ? [
                createFinding(
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
