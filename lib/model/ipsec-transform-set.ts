import { z } from 'zod';
import { noun } from './noun';
import { hashName, objectName } from './values';
import { isNo } from './wording';

/** How ESP protects traffic (RFC 4303). On the FMC this is an IKEv2 IPsec proposal. */
export const ipsecTransformSet = noun(
  'ipsec-transform-set',
  'transform set',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** ESP encryption. */
      encryption: z.enum(
        ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128', 'aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des'],
        {
          error: isNo(
            'ESP encryption',
            'one of aes-gcm-256, aes-gcm-192, aes-gcm-128, aes-cbc-256, aes-cbc-192, aes-cbc-128 (weak: 3des, des)',
          ),
        },
      ),
      /** ESP integrity; needed with CBC, forbidden with GCM, which authenticates by itself. */
      integrity: hashName.optional(),
      /** Tunnel or transport mode. Default: tunnel. On the FMC the topology says it. */
      mode: z.enum(['tunnel', 'transport']).default('tunnel'),
    })
    .superRefine((p, context) => {
      const issue = (message: string) => context.addIssue({ code: 'custom', path: ['integrity'], message });
      if (p.encryption.startsWith('aes-gcm') && p.integrity)
        issue(`${p.encryption} authenticates by itself: leave integrity out`);
      if (!p.encryption.startsWith('aes-gcm') && !p.integrity)
        issue(`${p.encryption} needs an integrity algorithm: write integrity: 'sha256'`);
    }),
);
