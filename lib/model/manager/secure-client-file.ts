import { z } from 'zod';
import { noun } from '../noun';
import { objectName } from '../values';
import { notValid } from '../wording';
import { plain, plainBlock } from '../plain-text';

export const secureClientFileTypes = [
  'vpn-profile',
  'management-profile',
  'amp-enabler',
  'feedback',
  'ise-posture',
  'network-access-manager',
  'network-visibility',
  'umbrella',
  'web-security',
  'package',
  'external-browser-package',
] as const;

/** Endings that the FMC takes for each type of file. */
const ending = (type: (typeof secureClientFileTypes)[number]): RegExp =>
  type.endsWith('package') ? /\.pkg$/ : /\.(xml|asp|fsp|isp|nsp|nvmsp|json|wsp|wso)$/;

/**
 * A file that the FMC hands to Secure Client: a profile, or the client itself. The FMC never shows the content again: it
 * is known by a SHA-256 in the description, so that a changed file is uploaded anew.
 */
export const secureClientFile = noun(
  'secure-client-file',
  'Secure Client file',
  z
    .strictObject({
      /** Name on the FMC. */
      name: objectName,
      /** What it is: a profile of the client or of one of its modules, or a package. It cannot change. */
      type: z.enum(secureClientFileTypes, {
        error: notValid('type of file', `one of ${secureClientFileTypes.join(', ')}`),
      }),
      /** Name of the file as the client sees it, for example `staff.xml`. */
      fileName: plain()
        .max(255)
        .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
          error: notValid('file name', 'letters, digits, _ . -, like staff.xml'),
        }),
      /** Its content as text, or a file that is read when it is uploaded. */
      content: z.union([z.strictObject({ text: plainBlock().min(1) }), z.strictObject({ file: plain().min(1) })], {
        error: notValid('content', "{ text: '…' } or { file: 'path' }"),
      }),
      /** SHA-256 of the content in hexadecimal. Set by the construct. */
      sha256: plain().regex(/^[0-9a-f]{64}$/, { error: notValid('SHA-256', 'its 64 hexadecimal digits') }),
    })
    .refine(({ type, fileName }) => ending(type).test(fileName), {
      path: ['fileName'],
      error: 'the FMC takes profiles as .xml (or the ending of their module) and packages as .pkg',
    }),
);
