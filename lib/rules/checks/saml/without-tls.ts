import { createFinding, type Rule } from '../../engine/rule';
import { samlLogins } from '../../facts/saml';

/** That a login needs TLS also where the tunnel is IPsec is not proven; nothing says that it does without. */
export const withoutTls: Rule = {
  id: 'TW-SAML-002',
  title: 'A SAML login where TLS does not listen',
  why: 'With SAML the login is in a browser window, which brings the assertion to the firewall over HTTPS. Where TLS is off at every access interface it cannot be brought, also where the tunnel is IPsec (Duo Single Sign-On for Cisco Firepower).',
  packs: { correctness: 'error' },
  looksAt: ['ra-connection-profile', 'ra-vpn-policy', 'saml-server'],
  check: (network) =>
    samlLogins(network).flatMap(({ device, profile }) => {
      const policy = device.to(profile.noun.policy)?.noun;
      if (policy === undefined || policy.accessInterfaces.some(({ ssl }) => ssl)) return [];
      return [
        createFinding(
          profile,
          `asks a SAML server, and ${policy.name} listens for TLS at no interface`,
          "write ssl: true at an access interface, and 'ssl' in protocols; RaVpnPolicy: transport: 'ipsec-ikev2-and-ssl'",
        ),
      ];
    }),
};
