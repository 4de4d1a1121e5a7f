import { z } from 'zod';
import { noun } from '../noun';
import { hashName, objectName, preference } from '../values';
import { notValid } from '../wording';

const ciphers = [
  'aes-gcm-256',
  'aes-gcm-192',
  'aes-gcm-128',
  'aes-cbc-256',
  'aes-cbc-192',
  'aes-cbc-128',
  '3des',
  'des',
  'gmac-256',
  'gmac-192',
  'gmac-128',
  'null',
  'seal',
] as const;
const authenticatesItself = (cipher: string): boolean => /^(aes-gcm|gmac)/.test(cipher);

/** How ESP (RFC 4303) and AH (RFC 4302) protect traffic. On the FMC this is an IKEv2 IPsec proposal. */
export const ipsecTransformSet = noun(
  'ipsec-transform-set',
  'transform set',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Integrity by AH besides ESP, or alone. Default: none. IOS-XE only. */
      ah: hashName.optional(),
      /**
       * ESP encryption. `gmac-…` (RFC 4543) and `null` do not encrypt: for traffic that only must not be changed.
       * `seal` (software-optimized encryption, 160 bits) is of IOS-XE alone. It may be left out with `ah`.
       */
      encryption: z
        .enum(ciphers, {
          error: notValid(
            'ESP encryption',
            'one of aes-gcm-256, aes-gcm-192, aes-gcm-128, aes-cbc-256, aes-cbc-192, aes-cbc-128 (weak: 3des, des; no encryption: gmac-256, gmac-192, gmac-128, null)',
          ),
        })
        .optional(),
      /** ESP integrity; needed with CBC and null, forbidden with GCM and GMAC, which authenticate by themselves. */
      integrity: hashName.optional(),
      /** ESP encryptions that are offered besides `encryption`. ASA and FMC, which prefer the strongest of all. */
      furtherEncryption: preference(z.enum(ciphers), 'ESP encryption').optional(),
      /**
       * ESP integrities that are offered besides `integrity`. ASA and FMC, which prefer the strongest of all. `null`: none,
       * which an ASA offers beside others.
       */
      furtherIntegrity: preference(z.union([hashName, z.literal('null')]), 'ESP integrity').optional(),
      /** Compression before encryption (LZS, RFC 2395). Default: none. IOS-XE only. */
      compression: z.literal('lzs').optional(),
      /**
       * Tunnel or transport mode; `transport-require` takes nothing else from the peer. Default: tunnel.
       * On the FMC the topology says it.
       */
      mode: z.enum(['tunnel', 'transport', 'transport-require']).default('tunnel'),
      /** 64-bit sequence numbers (RFC 4303 section 2.2.1). Default: off. IOS-XE only. */
      esn: z.literal(true).optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const { encryption, integrity, ah } = p;
      if (encryption === undefined) {
        if (!ah) issue('encryption', "is missing: write encryption: 'aes-gcm-256'");
        if (integrity && !p.furtherEncryption?.some((each) => !authenticatesItself(each)))
          issue('integrity', 'it is of ESP: write encryption too, or ah alone');
      } else if (authenticatesItself(encryption)) {
        if (integrity && !p.furtherEncryption?.some((each) => !authenticatesItself(each)))
          issue('integrity', `${encryption} authenticates by itself: leave integrity out`);
      } else if (!integrity && !ah)
        issue('integrity', `${encryption} needs an integrity algorithm: write integrity: 'sha256'`);
    }),
);
