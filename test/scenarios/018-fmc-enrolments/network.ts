import { existing } from '../../../constructs/core/device-object';
import { CertTrustpoint, Secret } from 'tunnelwright';
import { fmc, type Scenario } from '../../support/scenario';

const authority = `-----BEGIN CERTIFICATE-----
TGFiIGF1dGhvcml0eSwgbm8gcmVhbCBjZXJ0aWZpY2F0ZQ==
-----END CERTIFICATE-----`;

/** Every way to a certificate that an FMC has over REST. */
export const scenario: Scenario = {
  title: 'certificate enrolments of an FMC',
  world: { fmc: { version: '10.0.0' } },
  secrets: { SCEP_PASSWORD: 'Ub3;tern=reef', EST_PASSWORD: 'Oq7,heron:mist' },
  declare: (stack, variant) => {
    const center = fmc(stack, { version: '10.0.0' });
    if (variant === 'nothing') return;
    new CertTrustpoint(center, 'scep', {
      name: 'SCEP-CA',
      enrollment: { type: 'url', url: 'http://ca.example.net/scep' },
      password: Secret.fromEnv('SCEP_PASSWORD'),
      enrollmentRetryCount: variant === 'edited' ? 20 : 5,
      subjectName: 'cn=vpn.example.net,o=Example,c=IN',
      fqdn: 'vpn.example.net',
      rsaKeypair: { label: 'VPN-KEY', bits: 4096 },
    });
    const own = new CertTrustpoint(center, 'acme-authority', {
      name: 'ACME-CA',
      enrollment: { type: 'terminal' },
      ca: { certificate: authority },
    });
    new CertTrustpoint(center, 'acme', {
      name: 'PUBLIC',
      enrollment: {
        type: 'acme',
        url: 'https://acme.example.net/directory',
        interface: existing('security-zone', 'outside-zone'),
        authority: own,
        renewal: { percent: variant === 'edited' ? 70 : 80 },
      },
      fqdn: 'vpn.example.net',
      rsaKeypair: { label: 'PUBLIC-KEY', bits: 2048 },
    });
    new CertTrustpoint(center, 'authority', {
      name: 'IDP-CA',
      enrollment: { type: 'terminal' },
      ca: { certificate: authority },
    });
    new CertTrustpoint(center, 'est', {
      name: 'EST-CA',
      enrollment: {
        type: 'est',
        url: 'https://est.example.net/enrol',
        user: { name: 'firewall', password: Secret.fromEnv('EST_PASSWORD') },
        source: existing('security-zone', 'outside-zone'),
      },
      fingerprint: 'AABBCCDDEEFF00112233445566778899AABBCCDD',
      ecKeypair: 'EC-KEY',
      ecKeysize: 384,
      fqdn: 'hostname',
      serialNumber: true,
      validationUsage: ['ipsec-client'],
      revocationCheck: ['ocsp', 'crl', 'none'],
      ocspUrl: 'http://ocsp.example.net',
      crlUrls: ['http://crl.example.net/ca.crl'],
    });
    if (variant !== 'less')
      new CertTrustpoint(center, 'self', { name: 'SELF', enrollment: { type: 'selfsigned' }, fqdn: 'none' });
  },
  edits: ['fmc update cert-trustpoint/PUBLIC', 'fmc update cert-trustpoint/SCEP-CA'],
  deletes: ['fmc delete cert-trustpoint/SELF'],
};
