import { isRef } from '../../../model/noun';
import { asksServers } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';
import { nearest } from '../../../kernel/spelling';

export const localPolicy: Rule = {
  id: 'TW-REF-004',
  title: 'Local authorization by a policy that is not there',
  why: 'With a list that is `local`, the name behind it is that of an IKEv2 authorization policy. Where there is none the peer is authenticated and then refused (Cisco, FlexVPN Configuration Guide, local AAA authorization).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile', 'aaa-authorization-list', 'ikev2-authorization-policy'],
  check: forEachResource('ikev2-profile', (profile, device) =>
    (profile.noun.aaaAuthorization ?? []).flatMap(({ list, policy }) => {
      const methods = device.to(list);
      if (methods === undefined || asksServers(methods) || policy === undefined || isRef(policy)) return [];
      if (policy === 'default' || device.find('ikev2-authorization-policy', policy)) return [];
      const near = nearest(
        policy,
        device.all('ikev2-authorization-policy').map(({ name }) => name),
      );
      return [
        createFinding(
          profile,
          `the list ${methods.name} is local and asks for the IKEv2 authorization policy ${policy}, which is not there`,
          near === undefined ? 'declare it and give the construct' : `there is ${near}: is that meant?`,
        ),
      ];
    }),
  ),
};
