import { createFinding, type Rule } from '../../engine/rule';
import { samlLogins } from '../../facts/saml';

export const secondLogin: Rule = {
  id: 'TW-SAML-004',
  title: 'A second login after SAML',
  why: 'The identity provider has asked for password and second factor; a login of AAA after it asks users again for what nothing checks together. On FMC the second login is for AAA and certificates (FMC device configuration guide, connection profile settings).',
  packs: { correctness: 'warning' },
  looksAt: ['ra-connection-profile', 'saml-server'],
  check: (network) =>
    samlLogins(network).flatMap(({ profile }) =>
      profile.noun.secondary === undefined
        ? []
        : [
            createFinding(
              profile,
              'asks a SAML server first and another server after it',
              'leave secondary out and let the identity provider ask for the second factor; for rights write authorization',
            ),
          ],
    ),
};
