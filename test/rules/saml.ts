import {
  CertTrustpoint,
  DuoAccount,
  DuoSamlApplication,
  Fmc,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  Login,
  RaConnectionProfile,
  RaCryptoMap,
  RemoteAccessPolicy,
  SamlServer,
  Secret,
  SecurityZone,
  type DuoSamlApplicationProps,
  type RaConnectionProfileProps,
  type SamlServerProps,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

interface Shape {
  readonly application?: Partial<DuoSamlApplicationProps>;
  readonly server?: Partial<SamlServerProps>;
  readonly profile?: Partial<RaConnectionProfileProps>;
  /** TLS listens at the outside. Default: true. */
  readonly tls?: boolean;
}

const policyOn = (fmc: Fmc, group: FtdGroupPolicy, tls: boolean): RemoteAccessPolicy => {
  const zone = SecurityZone.fromExisting(fmc, 'zone', 'outside-zone');
  const certificate = CertTrustpoint.fromExisting(fmc, 'certificate', 'CA');
  const proposal = new IkeV2Proposal(fmc, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
  const policy = new RemoteAccessPolicy(fmc, 'policy', {
    protocols: ['ipsec-ikev2', ...(tls ? (['ssl'] as const) : [])],
    accessInterfaces: [{ zone, ssl: tls, dtls: tls }],
    ipsecCertificate: certificate,
    sslCertificate: tls ? certificate : undefined,
    ikev2Policies: [new IkeV2Policy(fmc, 'ike', { proposals: [proposal], priority: 1 })],
    groupPolicies: [group],
  });
  new RaCryptoMap(fmc, 'map', { policy, zone, clientServices: false });
  return policy;
};

/** A connection profile that asks Duo Single Sign-On. */
const login =
  ({ application, server, profile, tls = true }: Shape = {}) =>
  (stack: VpnStack): void => {
    const account = new DuoAccount(stack, 'account', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    });
    const duo = new DuoSamlApplication(account, 'vpn', {
      entityId: 'https://vpn.example.net/saml/sp/metadata/staff',
      acsUrls: ['https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff'],
      ...application,
    });
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const saml = new SamlServer(fmc, 'sso', {
      entityId: duo.idpEntityId,
      signInUrl: duo.signInUrl,
      baseUrl: 'https://vpn.example.net',
      identityProviderCertificate: CertTrustpoint.fromExisting(fmc, 'duo-certificate', 'DUO'),
      ...server,
    });
    const groupPolicy = new FtdGroupPolicy(fmc, 'group', {
      protocols: ['ipsec-ikev2', ...(tls ? (['ssl'] as const) : [])],
    });
    new RaConnectionProfile(fmc, 'staff', {
      name: 'staff',
      policy: policyOn(fmc, groupPolicy, tls),
      groupPolicy,
      authentication: 'saml',
      server: saml,
      ...profile,
    });
  };

export const saml: Readonly<Record<string, RuleExample>> = {
  'TW-SAML-001': {
    bad: login({
      application: { entityId: 'https://vpn.example.net/saml/sp/metadata/Staff', signAssertion: false },
      server: { baseUrl: 'https://vpn.example.net/' },
    }),
    says: [
      'is for https://vpn.example.net/saml/sp/metadata/Staff, and the connection profile staff is https://vpn.example.net/saml/sp/metadata/staff: Duo refuses its users',
      'does not sign assertions, and the firewall takes no other',
    ],
    good: login({ server: { baseUrl: 'https://vpn.example.net/' } }),
  },
  'TW-SAML-002': {
    bad: login({ tls: false }),
    says: ['asks a SAML server, and policy listens for TLS at no interface'],
    good: login(),
  },
  'TW-SAML-003': {
    bad: login({ server: { signOutUrl: 'http://sso.example.net/logout' } }),
    says: ['signOutUrl: http://sso.example.net/logout is not protected'],
    good: login({ server: { signOutUrl: 'https://sso.example.net/logout' } }),
  },
  'TW-SAML-004': {
    bad: login({ profile: { secondary: { server: 'local' } } }),
    says: ['asks a SAML server first and another server after it'],
    good: login(),
  },
};
