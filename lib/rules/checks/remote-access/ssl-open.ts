import { isHeadend } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const sslOpen: Rule = {
  id: 'TW-RA-004',
  title: 'SSL/TLS left open on a headend for IPsec',
  why: 'Users come by IPsec, and SSL/TLS is there all the same, with every weakness of it: only when nothing listens on 443 is the advice followed (NSA and CISA, Selecting and Hardening Remote Access VPN Solutions; the remote access whitepaper, client services).',
  packs: { 'nsa-cisa-remote-access': 'error' },
  looksAt: ['ikev2-profile', 'ssl-policy', 'http-server'],
  check: forEachDevice((device) => {
    if (!device.all('ikev2-profile').some(({ noun }) => isHeadend(noun))) return [];
    return [
      ...device
        .all('ssl-policy')
        .filter(({ noun }) => !noun.shutdown)
        .map((policy) =>
          createFinding(
            policy,
            'the SSL policy listens although users come by IPsec',
            'give users the client profile by other means and write shutdown: true, or waive it with a reason',
          ),
        ),
      ...device
        .all('http-server')
        .filter(({ noun }) => noun.secureServer === true || noun.server === true)
        .map((server) =>
          createFinding(
            server,
            'the web server of the headend is on',
            'write server: false and secureServer: false, or waive it where only the management VRF reaches it',
          ),
        ),
    ];
  }),
};
