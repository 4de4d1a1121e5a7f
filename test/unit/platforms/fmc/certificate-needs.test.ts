import {
  CertTrustpoint,
  FtdGroupPolicy,
  IkeV2Policy,
  PolicyAssignment,
  RaConnectionProfile,
  RemoteAccessPolicy,
  SamlServer,
  SamlServerOverride,
  SecurityZone,
  Secret,
} from 'tunnelwright';
import type { RestObject } from '../../../../lib/desired/rest/object';
import { needsOf } from '../../../../lib/platforms/fmc/deploy/certificate-needs';
import { fmc, manifestOf } from '../../../support/scenario';

/** Users of two firewalls log in by one SAML server; on one of them it has certificates of its own. */
const needs = (override: boolean): readonly string[] => {
  const { targets } = manifestOf((stack) => {
    const center = fmc(stack);
    const held = (name: string) => CertTrustpoint.fromExisting(center, name, name);
    const provider = { entityId: 'https://sso.example.net/metadata', signInUrl: 'https://sso.example.net/login' };
    const server = new SamlServer(center, 'sso', {
      ...provider,
      identityProviderCertificate: held('IDP'),
      overridable: true,
    });
    const branch = center.ftd('branch-ftd');
    if (override)
      new SamlServerOverride(branch, 'sso', {
        object: server,
        ...provider,
        identityProviderCertificate: held('PUNE-IDP'),
        serviceProviderCertificate: held('PUNE-SP'),
      });
    const file = { type: 'pkcs12', content: Secret.fromEnv('P12'), passphrase: Secret.fromEnv('PASS') } as const;
    const certificate = new CertTrustpoint(center, 'VPN', { enrollment: file });
    const groupPolicy = new FtdGroupPolicy(center, 'staff', {});
    const zone = SecurityZone.fromExisting(center, 'outside', 'outside-zone');
    const policy = new RemoteAccessPolicy(center, 'policy', {
      accessInterfaces: [{ zone, ssl: true }],
      protocols: ['ipsec-ikev2', 'ssl'],
      sslCertificate: certificate,
      ipsecCertificate: certificate,
      ikev2Policies: [IkeV2Policy.fromExisting(center, 'ike', 'IKE')],
      groupPolicies: [groupPolicy],
    });
    new RaConnectionProfile(center, 'staff-users', { policy, groupPolicy, authentication: 'saml', server });
    new PolicyAssignment(center, 'assignment', { policy, devices: [center.ftd('mumbai-pair'), branch] });
  });
  return needsOf(targets[0]!.desired.items.map(({ content }) => content as RestObject)).map(
    ({ device, enrolment }) => `${device} ${enrolment}`,
  );
};

test('a firewall holds what its own SAML server names, and not what that of the others names', () => {
  const others = ['mumbai-pair IDP', 'mumbai-pair VPN'];
  expect([...needs(false)].sort()).toEqual(['branch-ftd IDP', 'branch-ftd VPN', ...others]);
  expect([...needs(true)].sort()).toEqual(['branch-ftd PUNE-IDP', 'branch-ftd PUNE-SP', 'branch-ftd VPN', ...others]);
});
