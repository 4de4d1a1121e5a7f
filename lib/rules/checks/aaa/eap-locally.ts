import { isRef } from '../../../model/noun';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const eapLocally: Rule = {
  id: 'TW-AAA-002',
  title: 'EAP, and no server that speaks it',
  why: 'The router hands EAP through to a RADIUS server and ends none itself: a list that is `local` or asks LDAP refuses every user (Cisco, FlexVPN server, EAP; AnyConnect’s own EAP is the exception).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile', 'aaa-authentication-list', 'aaa-server-group'],
  check: forEachResource('ikev2-profile', (profile, device) =>
    (profile.noun.aaaAuthentication ?? []).flatMap(({ method, list: ref }) => {
      const list = device.to(ref);
      if (method !== 'eap' || list === undefined) return [];
      const speaks = list.noun.methods.some((each) => {
        if (!isRef(each)) return each === 'group radius';
        const group = device.to(each);
        return group === undefined || group.noun.type !== 'ldap';
      });
      return speaks
        ? []
        : [
            createFinding(
              profile,
              `its clients use EAP, and the list ${list.name} asks no RADIUS server`,
              'write a list whose first method is an AaaServerGroup of RADIUS servers',
            ),
          ];
    }),
  ),
};
