import { clientOf, duoServers, type DuoLdapServer, type DuoServer } from '../../facts/duo-callers';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

/** Servers that check no password. */
const alone = 'duo-radius-server-duo-only';

export const noClient: Rule = {
  id: 'TW-DUO-002',
  title: 'A server of the Duo proxy with nothing that checks the password',
  why: 'Without `client` a server takes that of [main], or the only client section of the file. Where there are several, or none, the proxy does not start (the checker of the Duo Authentication Proxy: a client that could not be mapped).',
  packs: { correctness: 'error' },
  looksAt: ['duo-radius-server-auto', 'duo-ldap-server-auto', 'duo-radius-client', 'duo-ad-client', 'duo-only-client'],
  check: forEachDevice((device) => {
    const servers: readonly (DuoServer | DuoLdapServer)[] = [
      ...duoServers(device).filter(({ kind }) => kind !== alone),
      ...device.all('duo-ldap-server-auto'),
    ];
    return servers.flatMap((server) => {
      const external = 'client' in server.noun && server.noun.client?.external;
      const client = clientOf(server, device);
      if (external) return [];
      if (client === undefined)
        return [
          createFinding(
            server,
            `[${server.name}] names no client, and there is not exactly one to take`,
            'write client: the DuoRadiusClient, DuoAdClient or DuoOnlyClient that it asks',
          ),
        ];
      return server.kind === 'duo-ldap-server-auto' && client.kind !== 'duo-ad-client'
        ? [
            createFinding(
              server,
              `[${server.name}] asks [${client.name}], which is not a valid directory`,
              'write client: a DuoAdClient',
            ),
          ]
        : [];
    });
  }),
};
