import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const queryIdentity: Rule = {
  id: 'TW-IKE-014',
  title: 'EAP without asking who the user is',
  why: 'AnyConnect and the client of Windows ask their user for a name only when the headend asks for the EAP identity; without `query-identity` the IKE identity goes to the server instead, which knows no such user (Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) =>
    (profile.noun.authenticationRemote ?? []).flatMap((each) => {
      const eap = each === 'eap' || (typeof each === 'object' && each.method === 'eap' && !each.queryIdentity);
      return eap
        ? [
            createFinding(
              profile,
              'its clients use EAP and are not asked who they are',
              "write authenticationRemote: [{ method: 'eap', queryIdentity: true }]",
            ),
          ]
        : [];
    }),
  ),
};
