import { z } from 'zod';
import { preference, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const names = ['CN', 'DC', 'SN', 'GN', 'N', 'I', 'GENQ', 'DNQ', 'C', 'L', 'SP', 'ST', 'O', 'OU', 'T', 'EA'] as const;
const issuers = names.map((name) => `ISSUER-${name}` as const);

const keyUsage = z.enum(
  [
    'Decipher_Only',
    'Encipher_Only',
    'CRL_Sign',
    'Key_Cert_Sign',
    'Key_Agreement',
    'Data_Encipherment',
    'Key_Encipherment',
    'Non_Repudiation',
    'Digital_Signature',
  ],
  { error: notValid('key usage', "one of the schema, like 'Digital_Signature'") },
);

const extendedKeyUsage = z.enum(
  [
    'ServerAuth',
    'ClientAuth',
    'CodeSign',
    'EmailProtect',
    'IPSecEndSystem',
    'IPSecTunnel',
    'IPSecUser',
    'TimeStamp',
    'OCSPSign',
    'DVCS',
    'IKEIntermediate',
  ],
  { error: notValid('extended key usage', "one of the schema, like 'ClientAuth'") },
);

const objectIdentifier = plain()
  .max(30, { error: 'at most 30 characters' })
  .regex(/^[0-2](\.\d+)+$/, { error: notValid('object identifier', 'numbers and dots, like 1.3.6.1.5.5.7.3.11') });

/** One part of the subject or issuer that must fit. */
const distinguishedName = z.strictObject({
  /** Which part; `ISSUER-…` is of the issuer. */
  name: z.enum([...names, ...issuers], { error: notValid('part of a name', "one like 'CN', 'OU' or 'ISSUER-CN'") }),
  /** What it must be, 1 to 30 characters. */
  pattern: text(30),
  /** The pattern may stand anywhere in it. Default: false. */
  wildcard: z.boolean().optional(),
  /** It must be so, or must not. Default: Equal. */
  operator: z.enum(['Equal', 'NotEqual']).optional(),
  /** Capitals count. Default: true. */
  matchCase: z.boolean().optional(),
});

/** Which certificate the client shows; all that is written must fit. AnyConnectProfile.xsd, `CertificateMatch`. */
export const certificateMatch = z
  .strictObject({
    /** Certificates without an extended key usage do not fit. Default: they do. */
    matchOnlyCertsWithEku: z.boolean().optional(),
    /** Certificates without a key usage do not fit. Default: they do. */
    matchOnlyCertsWithKu: z.boolean().optional(),
    /** Key usages that it must have, at most 9. */
    keyUsage: preference(keyUsage, 'key usage').optional(),
    /** Extended key usages that it must have. */
    extendedKeyUsage: preference(extendedKeyUsage, 'extended key usage').optional(),
    /** The same by object identifier, at most 10. */
    customExtendedKeyUsage: preference(objectIdentifier, 'object identifier')
      .max(10, { error: 'write at most ten' })
      .optional(),
    /** Parts of its subject and issuer, at most 10. */
    distinguishedName: preference(distinguishedName, 'part of a name')
      .max(10, { error: 'write at most ten' })
      .optional(),
  })
  .refine((match) => Object.values(match).some((part) => part !== undefined), {
    error: 'matches nothing: write keyUsage, extendedKeyUsage or distinguishedName, or leave it out',
  });
export type CertificateMatch = z.output<typeof certificateMatch>;
