import { CertTrustpoint, DuoSamlApplication, TunnelGroup, Webvpn, type VpnStack } from 'tunnelwright';
import { findingsIn } from '../../../support/rule-example';
import { asa, duo } from '../../../support/scenario';

interface Shape {
  readonly entityId?: string;
  readonly acs?: string;
  readonly signAssertion?: boolean;
  /** WebVPN listens at the outside. Default: true. */
  readonly listens?: boolean;
  readonly baseUrl?: string;
}
const provider = 'https://sso-lab.sso.duosecurity.com/saml2/sp/X/metadata';

/** A tunnel group of an ASA that asks Duo Single Sign-On. */
const login =
  ({ entityId, acs, signAssertion = true, listens = true, baseUrl = 'https://vpn.example.net' }: Shape = {}) =>
  (stack: VpnStack): void => {
    new DuoSamlApplication(duo(stack), 'vpn', {
      entityId: entityId ?? 'https://vpn.example.net/saml/sp/metadata/staff',
      acsUrls: [acs ?? 'https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff'],
      signAssertion,
    });
    const firewall = asa(stack);
    const webvpn = new Webvpn(firewall, 'webvpn', {
      ...(listens ? { enable: ['outside'] } : {}),
      samlProviders: [
        {
          entityId: provider,
          signInUrl: 'https://sso-lab.sso.duosecurity.com/saml2/sp/X/sso',
          baseUrl,
          certificate: CertTrustpoint.fromExisting(firewall, 'certificate', 'DUO'),
        },
      ],
    });
    new TunnelGroup(firewall, 'staff', {
      type: 'remote-access',
      webvpn: { authentication: 'saml', samlProvider: { webvpn, entityId: provider } },
    });
  };

const saidOf = (shape: Shape): readonly string[] =>
  findingsIn(login(shape)).flatMap(({ rule, message }) => (rule.startsWith('TW-SAML') ? [`${rule} ${message}`] : []));

test.each<readonly [string, Shape, readonly string[]]>([
  ['a login that fits', {}, []],
  ['a base URL that ends with a slash', { baseUrl: 'https://vpn.example.net/' }, []],
  ['an application for another firewall', { entityId: 'https://other.example.net/saml/sp/metadata/Staff' }, []],
  [
    'an entity ID in another case',
    { entityId: 'https://vpn.example.net/saml/sp/metadata/Staff' },
    [
      'TW-SAML-001 is for https://vpn.example.net/saml/sp/metadata/Staff, and the tunnel group staff is https://vpn.example.net/saml/sp/metadata/staff: Duo refuses its users',
    ],
  ],
  [
    'answers that go elsewhere, and are not signed',
    { acs: 'https://vpn.example.net/acs', signAssertion: false },
    [
      'TW-SAML-001 sends its answers to https://vpn.example.net/acs, and the tunnel group staff waits at https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff',
      'TW-SAML-001 does not sign assertions, and the firewall takes no other',
    ],
  ],
  [
    'TLS that listens nowhere',
    { listens: false },
    ['TW-SAML-002 asks a SAML identity provider, and WebVPN listens at no interface'],
  ],
])('%s', (_what, shape, said) => expect(saidOf(shape)).toEqual(said));
