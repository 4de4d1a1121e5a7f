import { algorithmsOf, suites } from '../../facts/algorithms';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

const allowed: readonly string[] = ['aes-gcm-256', 'aes-cbc-256', 'sha384', 'sha512'];

export const cnsaTwo: Rule = {
  id: 'TW-CNSA-002',
  title: 'A key exchange or cipher outside CNSA 2.0',
  why: 'CNSA 2.0 asks for ML-KEM-1024 besides (RFC 9370) or in place of Diffie-Hellman, AES-256, and SHA-384 or SHA-512, because recorded traffic can be read by a quantum computer later. IOS-XE has ML-KEM from 26.1; the FMC has none.',
  packs: { 'cnsa-2': 'error' },
  looksAt: ['ikev2-proposal', 'ipsec-transform-set'],
  check: forEachDevice((device) => [
    ...device.all('ikev2-proposal').flatMap((proposal): readonly Finding[] => {
      const { pqc } = proposal.noun;
      if (pqc !== undefined && pqc.kems.every((kem) => kem === 'mlkem1024') && !pqc.optional) return [];
      const what = pqc === undefined ? 'none' : `${pqc.kems.join(', ')}${pqc.optional ? ', optional' : ''}`;
      return [
        createFinding(
          proposal,
          `its post-quantum key exchange is ${what}`,
          "write pqc: { kems: ['mlkem1024'] } (IOS-XE 26.1), not optional",
        ),
      ];
    }),
    ...suites(device).flatMap((resource): readonly Finding[] => {
      const outside = algorithmsOf(resource).filter((word) => !word.startsWith('group ') && !allowed.includes(word));
      return outside.length === 0
        ? []
        : [
            createFinding(
              resource,
              `has ${[...new Set(outside)].join(', ')}, which CNSA 2.0 does not have`,
              'use aes-gcm-256 with sha384 or sha512',
            ),
          ];
    }),
  ]),
};
