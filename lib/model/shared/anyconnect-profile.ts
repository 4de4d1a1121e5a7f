import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** A client profile on the device's flash, by a name. */
export const anyconnectProfile = noun(
  'anyconnect-profile',
  'AnyConnect profile',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** The SecureClientProfile of the router, or the place of one not declared: `bootflash:/Client_Profile.xml`. */
    file: z.union(
      [
        ref('secure-client-profile'),
        plain().regex(/^\w+:\S+$/, { error: 'write a file system and a file, like bootflash:/Client_Profile.xml' }),
      ],
      {
        error: notValid(
          'client profile',
          'the SecureClientProfile construct, or a file like bootflash:/Client_Profile.xml',
        ),
      },
    ),
  }),
);
