import { CertificateMap, CertTrustpoint, CertTrustpointOverride, Secret } from 'tunnelwright';
import { on, type Examples } from '../example';

export const pki: Examples = {
  CertTrustpoint: [
    on('iosxe', (edge) => {
      new CertTrustpoint(edge, 'CA-INTERNAL', {
        enrollment: { type: 'url', url: 'http://ca.example.net:80/certsrv/mscep/mscep.dll' },
        subjectName: 'cn=edge.example.net,o=Example',
        fqdn: 'edge.example.net',
        revocationCheck: ['crl'],
        rsaKeypair: { label: 'CA-INTERNAL', bits: 3072 },
      });
    }),
    on('asa', (asa) => {
      new CertTrustpoint(asa, 'CA-INTERNAL', {
        enrollment: { type: 'terminal' },
        fqdn: 'vpn.example.net',
        rsaKeypair: { label: 'CA-INTERNAL', bits: 3072 },
      });
    }),
    on('fmc', (fmc) => {
      new CertTrustpoint(fmc, 'CA-INTERNAL', {
        enrollment: {
          type: 'pkcs12',
          content: Secret.fromFile('vpn.p12'),
          passphrase: Secret.fromEnv('P12_PASSPHRASE'),
        },
      });
    }),
  ],
  CertTrustpointOverride: on('fmc', (fmc) => {
    const file = (name: string) => ({
      type: 'pkcs12' as const,
      content: Secret.fromEnv(`${name}_P12`),
      passphrase: Secret.fromEnv(`${name}_PASSPHRASE`),
    });
    // One policy names one enrolment, and each firewall has a certificate of its own.
    const certificate = new CertTrustpoint(fmc, 'VPN', { enrollment: file('MUMBAI'), overridable: true });
    new CertTrustpointOverride(fmc.ftd('branch-ftd'), 'VPN', { object: certificate, enrollment: file('PUNE') });
  }),
  CertificateMap: on(['iosxe', 'asa', 'fmc'], (device) => {
    new CertificateMap(device, 'PARTNERS', {
      rules: [
        { field: 'subject-name', operator: 'co', value: 'o = partner' },
        { field: 'issuer-name', operator: 'co', value: 'cn = example root' },
      ],
    });
  }),
};
