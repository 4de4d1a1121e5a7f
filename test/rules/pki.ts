import type { RuleExample } from '../support/rule-example';

const withTrustpoint = (trustpoint: string, use = '', remote = 'rsa-sig'): string => `
      crypto pki trustpoint CA
       ${trustpoint.trim()}
      crypto ikev2 profile WAN
       match certificate SITEB
       authentication remote ${remote}
       authentication local rsa-sig
       pki trustpoint CA${use}
    `;

const says = (name: string): string => `
      crypto pki trustpoint CA
       enrollment terminal
       fqdn mumbai.example.net
       subject-name cn=mumbai,o=Example
       revocation-check crl
      crypto ikev2 profile P
       match identity remote address 203.0.113.93 255.255.255.255
       identity local fqdn ${name}
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `;

export const pki: Readonly<Record<string, RuleExample>> = {
  'TW-PKI-001': {
    bad: `
      crypto ikev2 profile WAN
       match certificate SITEB
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `,
    says: ['relies on certificates, and the device has no time source'],
    good: `
      crypto ikev2 profile WAN
       match certificate SITEB
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      ntp server vrf Mgmt-intf 10.10.0.5 prefer
    `,
  },
  'TW-PKI-002': {
    bad: withTrustpoint(`enrollment terminal
       revocation-check none`),
    says: ['does not check for revocation'],
    // It only signs for this end: nobody is checked with it.
    good: withTrustpoint(
      `enrollment terminal
       revocation-check none`,
      ' sign',
    ),
  },
  'TW-PKI-003': {
    pack: 'field-guide',
    bad: withTrustpoint('enrollment url http://192.0.2.80:80/certsrv/mscep/mscep.dll'),
    says: ['fetches its authority from http://192.0.2.80:80/certsrv/mscep/mscep.dll and compares it with nothing'],
    good: withTrustpoint(`enrollment url http://192.0.2.80:80/certsrv/mscep/mscep.dll
       fingerprint 0123456789ABCDEF0123456789ABCDEF01234567`),
  },
  'TW-PKI-004': {
    bad: withTrustpoint(`enrollment terminal
       rsakeypair OLD 1024
       hash sha1`),
    says: ['asks for an RSA key of 1024 bits and the hash sha1'],
    good: withTrustpoint(`enrollment terminal
       rsakeypair NEW 3072
       hash sha256`),
  },
  'TW-PKI-005': {
    bad: withTrustpoint(
      `enrollment terminal
       fqdn none
       subject-name cn=headend,o=Example`,
      '',
      'eap query-identity',
    ),
    says: ['asks for a certificate without a name that a client could dial'],
    good: withTrustpoint(
      `enrollment terminal
       fqdn vpn.example.net
       subject-name cn=headend,o=Example`,
      '',
      'eap query-identity',
    ),
  },
  'TW-PKI-006': {
    bad: withTrustpoint(
      `enrollment terminal
       subject-name cn=vpn.example.net
       eku request client-auth`,
      '',
      'eap query-identity',
    ),
    says: ['asks for a certificate for client-auth, and clients want one for servers'],
    good: withTrustpoint(
      `enrollment terminal
       subject-name cn=vpn.example.net
       eku request server-auth`,
      '',
      'eap query-identity',
    ),
  },
  'TW-PKI-007': {
    bad: says('pune.example.net'),
    says: [
      'says that it is pune.example.net, and its certificate (CA) is asked for mumbai.example.net, mumbai, example',
    ],
    good: says('mumbai.example.net'),
  },
};
