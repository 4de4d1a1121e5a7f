import { createFinding, forEachResource, type Rule } from '../../engine/rule';

/** Users stand in realms that the FMC keeps itself, not in directories. */
const ofUser = forEachResource('local-realm-user', (user, device) => {
  const realm = device.find('realm', user.noun.realm.name);
  if (realm === undefined || realm.noun.type === 'local') return [];
  return [
    createFinding(
      user,
      `its realm ${realm.name} is of type '${realm.noun.type}', whose users its directory has`,
      "give a Realm of type 'local'",
    ),
  ];
});

const ofProfile = forEachResource('ra-connection-profile', (profile, device) => {
  const { policy, server, secondary, fallbackToLocal } = profile.noun;
  const realm = typeof server === 'object' && server.ref === 'realm' ? device.find('realm', server.name) : undefined;
  if (realm?.noun.type === 'local')
    return [
      createFinding(
        profile,
        `its server ${realm.name} is a realm of local users, which no firewall asks as a server`,
        "write server: 'local', and the realm in a RaLocalRealm of the policy",
      ),
    ];
  const asks = [server, secondary?.server].includes('local') || fallbackToLocal || secondary?.fallbackToLocal;
  if (!asks || device.all('ra-local-realm').some((local) => local.noun.policy.name === policy.name)) return [];
  return [
    createFinding(
      profile,
      `it asks local users, and its policy ${policy.name} has no local realm`,
      "write a RaLocalRealm with a Realm of type 'local' and this profile; on RaVpnPolicy it is localRealm",
    ),
  ];
});

/** Users of the FMC itself are of a realm, and a policy names one. */
export const localUsers: Rule = {
  id: 'TW-RA-010',
  title: 'Local users, and no realm that has them',
  why: 'A firewall knows local users by the local realm of its remote access policy; without one no login as such a user works (Cisco Secure Firewall Management Center device configuration guide, remote access VPN, local authentication). A realm that was set by hand is not seen here.',
  packs: { correctness: 'warning' },
  looksAt: ['ra-connection-profile', 'ra-local-realm', 'local-realm-user', 'realm'],
  check: (network) => [...ofUser(network), ...ofProfile(network)],
};
