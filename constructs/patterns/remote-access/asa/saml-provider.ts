import type { AsaFirewall } from '../../../devices/asa-firewall';
import { DeviceServices } from '../../../core/services';
import { CertTrustpoint } from '../../../generated/pki/cert-trustpoint';
import type { WebvpnProps } from '../../../generated/remote-access/webvpn';
import { keptOf } from '../../shared/asa';
import type { SamlAuthentication } from '../authentication';

/** An identity provider on the TLS side. Its certificate is one for all groups whose users it asks. */
export const samlProviderOn = (
  asa: AsaFirewall,
  { provider, url }: SamlAuthentication,
  name: string,
): NonNullable<WebvpnProps['samlProviders']>[number] => {
  const { entityId, signInUrl, signOutUrl, certificate } = provider;
  const known = keptOf<CertTrustpoint>(asa, 'saml-certificates');
  const trustpoint =
    known.get(entityId) ??
    new CertTrustpoint(DeviceServices.of(asa), `saml-certificate-${name}`, {
      name,
      enrollment: { type: 'terminal' },
      caCheck: false,
      revocationCheck: ['none'],
      ca: { certificate },
    });
  known.set(entityId, trustpoint);
  return { entityId, signInUrl, signOutUrl, baseUrl: url, certificate: trustpoint.ref };
};
