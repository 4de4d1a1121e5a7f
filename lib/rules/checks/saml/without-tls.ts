import { createFinding, type Finding, type Rule } from '../../engine/rule';
import { samlLogins, samlLoginsOfGroups, type SamlLoginOfGroup, type SamlLoginOfProfile } from '../../facts/saml';

const ofProfile = ({ device, profile }: SamlLoginOfProfile): readonly Finding[] => {
  const policy = device.to(profile.noun.policy)?.noun;
  if (policy === undefined || policy.accessInterfaces.some(({ ssl }) => ssl)) return [];
  return [
    createFinding(
      profile,
      `asks a SAML server, and ${policy.name} listens for TLS at no interface`,
      "write ssl: true at an access interface, and 'ssl' in protocols; RaVpnPolicy: transport: 'ipsec-ikev2-and-ssl'",
    ),
  ];
};

const ofGroup = ({ group, webvpn }: SamlLoginOfGroup): readonly Finding[] =>
  webvpn.noun.enable === undefined
    ? [
        createFinding(
          group,
          'asks a SAML identity provider, and WebVPN listens at no interface',
          "write enable: ['outside'] in the Webvpn",
        ),
      ]
    : [];

/** That a login needs TLS also where the tunnel is IPsec is not proven; nothing says that it does without. */
export const withoutTls: Rule = {
  id: 'TW-SAML-002',
  title: 'A SAML login where TLS does not listen',
  why: 'With SAML the login is in a browser window, which brings the assertion to the firewall over HTTPS. Where TLS is off at every access interface it cannot be brought, also where the tunnel is IPsec (Duo Single Sign-On for Cisco Firepower).',
  packs: { correctness: 'error' },
  looksAt: ['ra-connection-profile', 'ra-vpn-policy', 'saml-server', 'tunnel-group', 'webvpn'],
  check: (network) => [...samlLogins(network).flatMap(ofProfile), ...samlLoginsOfGroups(network).flatMap(ofGroup)],
};
