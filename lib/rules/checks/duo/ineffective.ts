import { duoServers } from '../../facts/duo-callers';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const ineffective: Rule = {
  id: 'TW-DUO-009',
  title: 'Settings of the Duo proxy that do not go together',
  why: 'A way out by an HTTP proxy beside a section that is one is refused, and in FIPS mode the lowest version of TLS is fixed, so that what is written has no effect (the checker of the Duo Authentication Proxy).',
  packs: { correctness: 'error' },
  looksAt: ['duo-proxy-main', 'duo-http-proxy', 'duo-radius-server-eap', 'duo-ldap-server-auto'],
  check: forEachDevice((device) =>
    device.all('duo-proxy-main').flatMap((main) => {
      const proxies = main.noun.httpProxyHost === undefined ? [] : device.all('duo-http-proxy');
      const fixed = main.noun.fipsMode
        ? [...duoServers(device), ...device.all('duo-ldap-server-auto')].filter(
            ({ noun }) => 'minimumTlsVersion' in noun && noun.minimumTlsVersion !== undefined,
          )
        : [];
      return [
        ...proxies.map((section) =>
          createFinding(section, `[${section.name}] does not go with httpProxyHost of [main]`, 'leave one of them out'),
        ),
        ...fixed.map((section) =>
          createFinding(
            section,
            `minimumTlsVersion of [${section.name}] has no effect with fipsMode`,
            'leave one of them out',
          ),
        ),
      ];
    }),
  ),
};
