import { z } from 'zod';
import { noun } from '../noun';
import { labelText, preference, text } from '../values';

const protocols = ['pap', 'chap', 'ms-chap-v1', 'ms-chap-v2', 'eap-md5', 'eap-tls', 'peap'] as const;

/**
 * By which protocols passwords and certificates are checked (Policy > Results > Authentication > Allowed Protocols). All
 * that is not named is off. A headend that sends AnyConnect's password asks by PAP or MS-CHAPv2.
 */
export const iseAllowedProtocols = noun(
  'ise-allowed-protocols',
  'ISE allowed protocols',
  z.strictObject({
    /** Name in ISE. */
    name: labelText(128),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** What is allowed. PEAP is with MS-CHAPv2 inside. EAP-FAST, EAP-TTLS, TEAP and LEAP stay off. */
    protocols: preference(z.enum(protocols), 'protocol'),
    /** Take only requests with a Message-Authenticator (RFC 3579; CVE-2024-3596). Default: false, as ISE does by itself. */
    requireMessageAuthenticator: z.boolean().default(false),
  }),
);
