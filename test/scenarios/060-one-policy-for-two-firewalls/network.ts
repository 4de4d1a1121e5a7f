import {
  AddressPool,
  CertTrustpoint,
  CertTrustpointOverride,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  PolicyAssignment,
  RaConnectionProfile,
  RaCryptoMap,
  RemoteAccessPolicy,
  SamlServer,
  SamlServerOverride,
  Secret,
  SecureClientAttribute,
  SecureClientAttributeOverride,
  type Fmc,
  type VpnStack,
} from 'tunnelwright';
import { existing } from '../../../constructs/core/device-object';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const file = (name: string) => ({
  type: 'pkcs12' as const,
  content: Secret.fromEnv(`${name}_P12`),
  passphrase: Secret.fromEnv(`${name}_PASS`),
});

const identityProvider = {
  entityId: 'https://sso.example.net/metadata',
  signInUrl: 'https://sso.example.net/login',
  identityProviderCertificate: existing('cert-trustpoint', 'CA-INTERNAL'),
};

/** What each of the two has of its own: a certificate, the address by which users know it, and domains past the tunnel. */
const objectsOn = (center: Fmc, variant: Variant, version: string) => {
  const branch = center.ftd('branch-ftd');
  const overridable = true;
  const certificate = new CertTrustpoint(center, 'VPN-CERT', { enrollment: file('MUMBAI'), overridable });
  const sso = new SamlServer(center, 'sso', {
    ...identityProvider,
    baseUrl: 'https://vpn-mumbai.example.net',
    overridable,
  });
  // The API has them from 7.4 on.
  const domains = version.startsWith('7.2')
    ? undefined
    : new SecureClientAttribute(center, 'domains', {
        type: 'dynamic-split-tunnel',
        exclude: ['video.example.net'],
        overridable,
      });
  new SamlServerOverride(branch, 'sso', {
    object: sso,
    ...identityProvider,
    baseUrl: `https://${variant === 'edited' ? 'vpn2-pune' : 'vpn-pune'}.example.net`,
  });
  if (variant === 'less') return { certificate, sso, domains };
  new CertTrustpointOverride(branch, 'VPN-CERT', { object: certificate, enrollment: file('PUNE') });
  if (domains !== undefined)
    new SecureClientAttributeOverride(branch, 'domains', {
      object: domains,
      type: 'dynamic-split-tunnel',
      exclude: ['video.example.net', 'pune.example.net'],
    });
  return { certificate, sso, domains };
};

export const declareOn = (stack: VpnStack, variant: Variant, version = '7.4.1'): void => {
  const center = fmc(stack, { version });
  if (variant === 'nothing') return;
  const { certificate, sso, domains } = objectsOn(center, variant, version);
  const zone = existing('security-zone', 'outside-zone');
  const group = new FtdGroupPolicy(center, 'group', {
    protocols: ['ipsec-ikev2', 'ssl'],
    ...(domains === undefined ? {} : { customAttributes: [domains] }),
  });
  const proposal = new IkeV2Proposal(center, 'proposal', {
    encryption: ['aes-gcm-256'],
    prf: ['sha384'],
    group: [20],
  });
  const policy = new RemoteAccessPolicy(center, 'policy', {
    protocols: ['ipsec-ikev2', 'ssl'],
    accessInterfaces: [{ zone, ssl: true }],
    sslCertificate: certificate,
    ipsecCertificate: certificate,
    ikev2Policies: [new IkeV2Policy(center, 'ike', { proposals: [proposal], priority: 3 })],
    groupPolicies: [group, existing('ftd-group-policy', 'DfltGrpPolicy')],
  });
  const esp = new IpsecTransformSet(center, 'esp', { encryption: 'aes-gcm-256' });
  new RaCryptoMap(center, 'crypto-map', { policy, zone, ipsecProposals: [esp] });
  new RaConnectionProfile(center, 'staff', {
    policy,
    groupPolicy: group,
    authentication: 'saml',
    server: sso,
    ipv4Pools: [new AddressPool(center, 'pool', { ranges: [{ from: '10.99.0.10', to: '10.99.0.250' }] })],
  });
  new PolicyAssignment(center, 'assignment', {
    policy,
    devices: [center.ftd('mumbai-pair'), center.ftd('branch-ftd')],
  });
};

/** One policy of remote access for two firewalls, each with a certificate and a login of its own. */
export const scenario: Scenario = {
  title: 'one remote access policy for two firewalls',
  secrets: {
    MUMBAI_P12: 'TUlJQm11bWJhaQ',
    MUMBAI_PASS: 'Kr6;teal=wren',
    PUNE_P12: 'TUlJQnB1bmU',
    PUNE_PASS: 'Zq3/fern:ibis',
  },
  declare: declareOn,
  edits: ['fmc update saml-server-override/sso/branch-ftd'],
  deletes: [
    'fmc delete cert-trustpoint-override/VPN-CERT/branch-ftd',
    'fmc delete secure-client-attribute-override/domains/branch-ftd',
  ],
};
