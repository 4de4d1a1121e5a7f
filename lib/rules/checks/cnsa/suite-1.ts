import { algorithmsOf, suites } from '../../facts/algorithms';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

const allowed: readonly string[] = [
  'aes-gcm-256',
  'aes-cbc-256',
  'sha384',
  'sha512',
  'group 15',
  'group 16',
  'group 20',
  'group 21',
];

export const cnsaOne: Rule = {
  id: 'TW-CNSA-001',
  title: 'An algorithm outside CNSA 1.0',
  why: 'CNSA 1.0 has AES-256, SHA-384, ECDH with P-384 and Diffie-Hellman of 3072 bits or more; RFC 9206 says how they stand in IKEv2 and IPsec. SHA-512 and P-521 are stronger and pass here.',
  packs: { 'cnsa-1': 'error', 'nsa-cisa-remote-access': 'warning' },
  looksAt: ['ikev2-proposal', 'ipsec-transform-set', 'ipsec-profile', 'vpn-topology'],
  check: forEachDevice((device) =>
    suites(device).flatMap((resource) => {
      const outside = algorithmsOf(resource).filter((word) => !allowed.includes(word));
      return outside.length === 0
        ? []
        : [
            createFinding(
              resource,
              `has ${[...new Set(outside)].join(', ')}, which CNSA 1.0 does not have`,
              'use aes-gcm-256, sha384 and group 20',
            ),
          ];
    }),
  ),
};
