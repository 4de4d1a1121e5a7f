import { z } from 'zod';
import { noun } from '../noun';
import { firewallGroup, hashName, ikeEncryption, integer, mlKem, objectName, preference } from '../values';

const isGcm = (algorithm: string): boolean => algorithm.startsWith('aes-gcm');

/**
 * What one end offers to protect the IKE SA (RFC 7296 section 3.3).
 * GCM authenticates by itself and so takes a PRF and no integrity; CBC takes an integrity. The two do not mix.
 */
export const ikev2Proposal = noun(
  'ikev2-proposal',
  'IKEv2 proposal',
  z
    .strictObject({
      /** Name on the device. On an ASA its place among the policies, 1 to 65535, lowest first: `10`. */
      name: objectName,
      /** Encryption algorithms, first is preferred. `aes-gcm-192`: firewalls only. */
      encryption: preference(ikeEncryption, 'encryption algorithm'),
      /** Integrity algorithms; only with CBC. */
      integrity: preference(hashName, 'integrity algorithm').optional(),
      /** Pseudo-random functions; required with GCM, else the integrity algorithms serve. */
      prf: preference(hashName, 'PRF').optional(),
      /** Diffie-Hellman groups, first is preferred. 31 (Curve25519): firewalls only. */
      group: preference(firewallGroup, 'Diffie-Hellman group'),
      /**
       * Post-quantum key exchange (ML-KEM, RFC 9370) besides the group, first is preferred. Default: none.
       * IOS-XE 26.1 and later.
       */
      pqc: z
        .strictObject({
          /** ML-KEM parameter sets. */
          kems: mlKem,
          /** A peer without it is taken all the same. Default: it is refused. */
          optional: z.literal(true).optional(),
        })
        .optional(),
      /**
       * IKE SA lifetime in seconds, 120 to 2147483647, or `none`: the peer alone asks for a new SA. Default: 86400. ASA only:
       * elsewhere it stands in profile or policy.
       */
      lifetime: z.union([integer(120, 2147483647, 'seconds'), z.literal('none')]).optional(),
    })
    .superRefine((p, context) => {
      const gcm = p.encryption.filter(isGcm);
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (gcm.length > 0 && gcm.length < p.encryption.length)
        issue('encryption', 'GCM and CBC do not mix in one proposal: write two proposals and give both to the policy');
      else if (gcm.length > 0) {
        if (p.integrity) issue('integrity', `${gcm[0]} authenticates by itself: leave integrity out and write prf`);
        if (!p.prf) issue('prf', `${gcm[0]} needs a PRF: write prf: ['sha384']`);
      } else if (!p.integrity)
        issue('integrity', `${p.encryption[0]} needs an integrity algorithm: write integrity: ['sha256']`);
    }),
);
