import { duoServers } from '../../facts/duo-callers';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const failmode: Rule = {
  id: 'TW-DUO-005',
  title: 'Without Duo, the password alone lets in',
  why: 'With failmode=safe everybody who has the password gets in while Duo’s service cannot be reached, and who can cut the proxy off from it can bring that about. It is the proxy’s own default (the AnyConnect and Duo guide writes it). Where it is meant, waive this with the reason.',
  packs: { correctness: 'warning' },
  looksAt: ['duo-radius-server-auto', 'duo-ldap-server-auto'],
  check: forEachDevice((device) =>
    [...duoServers(device), ...device.all('duo-ldap-server-auto')]
      .filter(({ noun }) => noun.failmode === 'safe')
      .map((server) =>
        createFinding(
          server,
          `[${server.name}] lets users in with the password alone when Duo cannot be reached`,
          "write failmode: 'secure', or waive TW-DUO-005 and say why",
        ),
      ),
  ),
};
