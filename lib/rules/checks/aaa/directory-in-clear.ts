import type { Resource } from '../../../model/network';
import { hasUnread } from '../../facts/unread';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

const said = (where: Resource, what: string, remedy: string): Finding =>
  createFinding(
    where,
    `${what} is asked without encryption: passwords of users cross the network as they are typed`,
    remedy,
  );

const ofRealms = (device: DeviceView): readonly Finding[] =>
  device
    .all('realm')
    .flatMap((realm) =>
      (realm.noun.servers ?? [])
        .filter(({ encryption }) => encryption === 'none')
        .map(({ host }) =>
          said(realm, host, "write encryption: 'ldaps', and the TrustedCa of its certificate as authority"),
        ),
    );

const ofRouters = (device: DeviceView): readonly Finding[] =>
  device
    .all('ldap-server')
    .filter((server) => server.noun.secureTrustpoint === undefined && !hasUnread(server, device, /^(mode )?secure\b/))
    .map((server) => said(server, server.noun.address, 'write secureTrustpoint: the CertTrustpoint of its authority'));

/** NTLM and SSPI send no password, and the proxy logs in as the user by `plain` alone. */
const ofProxies = (device: DeviceView): readonly Finding[] =>
  device
    .all('duo-ad-client')
    .filter(({ noun: { transport = 'clear', authType } }) => transport === 'clear' && authType === 'plain')
    .map((client) => said(client, client.noun.hosts.join(', '), "write transport: 'ldaps', and sslCaCertsFile"));

export const directoryInClear: Rule = {
  id: 'TW-AAA-005',
  title: 'A directory that is asked without encryption',
  why: 'A simple bind carries the password in clear (RFC 4513, 5.1.3): who sees the way to the directory reads the passwords of users and of the account that searches it.',
  packs: { correctness: 'warning' },
  looksAt: ['realm', 'ldap-server', 'duo-ad-client'],
  check: forEachDevice((device) => [...ofRealms(device), ...ofRouters(device), ...ofProxies(device)]),
};
