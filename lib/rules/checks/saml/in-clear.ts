import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

const urls = ['signInUrl', 'signOutUrl', 'baseUrl'] as const;

export const inClear: Rule = {
  id: 'TW-SAML-003',
  title: 'A SAML login over http',
  why: 'Who can read or change the way between user, identity provider and firewall logs in as the user: assertions are good for whoever holds them (OASIS SAML 2.0, "Security and Privacy Considerations", 6.1). An FMC takes http URLs.',
  packs: { correctness: 'error' },
  looksAt: ['saml-server', 'saml-server-override'],
  check: forEachDevice((device) =>
    [...device.all('saml-server'), ...device.all('saml-server-override')].flatMap((server) =>
      urls.flatMap((field) => {
        const url = server.noun[field];
        return typeof url === 'string' && url.startsWith('http:')
          ? [createFinding(server, `${field}: ${url} is not protected`, 'write the https URL')]
          : [];
      }),
    ),
  ),
};
