import { AaaServer, AsaRemoteAccess, CertTrustpoint, ClientAuth, CryptoSuite, Secret } from 'tunnelwright';
import { asa, type Scenario } from '../../support/scenario';

/** Three groups of users on one ASA: any standard client by EAP, AnyConnect with password and certificate, certificates alone. */
export const scenario: Scenario = {
  title: 'an ASA headend by level 2',
  secrets: { HEADEND_ISE: 'a-headend-key-no-one-guesses' },
  declare: (stack, variant) => {
    const here = asa(stack);
    if (variant === 'nothing') return;
    new CertTrustpoint(here, 'VPN', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
    const ise = new AaaServer(here, 'ISE', {
      hosts: [{ interface: 'inside', host: '10.60.0.9', key: Secret.fromEnv('HEADEND_ISE'), timeout: 60 }],
    });
    const common = { suite: CryptoSuite.aes256Gcm(), trustpoint: 'VPN', interface: 'outside' };
    new AsaRemoteAccess(here, 'standard', {
      ...common,
      authentication: ClientAuth.withEap(ise),
      pool: { from: '10.99.0.1', to: '10.99.0.100', mask: '255.255.255.0' },
      dns: variant === 'edited' ? ['10.60.0.53', '10.60.0.54'] : ['10.60.0.53'],
      domain: 'example.net',
      natExemption: { inside: 'inside' },
    });
    new AsaRemoteAccess(here, 'staff', {
      ...common,
      authentication: ClientAuth.withAnyConnectEap(ise, { certificate: true }),
      pool: { from: '10.99.1.1', to: '10.99.1.100' },
      networks: ['10.60.0.0/16'],
      clientServices: true,
      clientProfile: { file: 'disk0:/staff.xml' },
      accounting: ise,
      natExemption: { inside: 'inside' },
      domains: { exclude: ['video.example.net', 'radio.example.net'] },
      names: { domains: 'domains' },
      group: { idleTimeout: variant === 'edited' ? 90 : 60, banner: 'for staff only' },
    });
    if (variant === 'less') return;
    new AsaRemoteAccess(here, 'machines', {
      ...common,
      suite: CryptoSuite.nsa(),
      authentication: ClientAuth.withCertificate(),
      pool: { from: '10.99.2.1', to: '10.99.2.100' },
      authorization: ise,
    });
  },
  edits: ['asa update asa-group-policy/staff', 'asa update asa-group-policy/standard'],
  deletes: [
    'asa delete address-pool/machines-pool',
    'asa delete asa-group-policy/machines',
    'asa delete ikev2-proposal/110',
    'asa delete ipsec-transform-set/machines',
    'asa delete tunnel-group/machines',
    'asa update dynamic-map/outside_clients',
  ],
};
