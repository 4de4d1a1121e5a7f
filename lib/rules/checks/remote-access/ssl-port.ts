import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const sslPort: Rule = {
  id: 'TW-RA-003',
  title: 'The SSL policy and the web server want one port',
  why: 'The SSL policy that AnyConnect downloads its profile from and the HTTPS server of the device (RESTCONF, web interface) both listen on 443: the AnyConnect and Duo guide switches the server off first. Only one of them gets it.',
  packs: { correctness: 'error' },
  looksAt: ['ssl-policy', 'http-server'],
  check: forEachResource('ssl-policy', (policy, device) => {
    const port = policy.noun.address?.port ?? policy.noun.interface?.port ?? 443;
    const server = device
      .all('http-server')
      .find(({ noun }) => noun.secureServer === true && (noun.securePort ?? 443) === port);
    if (policy.noun.shutdown || server === undefined) return [];
    return [
      createFinding(
        policy,
        `listens on port ${port}, where the HTTPS server of the device is`,
        `write secureServer: false or another securePort in HttpServer, or another port here`,
      ),
    ];
  }),
};
