import { z } from 'zod';
import { noun } from './noun';
import { objectName } from './values';

/** A client profile on the device's flash, by a name. The file must be there. */
export const anyconnectProfile = noun(
  'anyconnect-profile',
  'AnyConnect profile',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Where it is, for example `bootflash:/Client_Profile.xml`. */
    file: z
      .string()
      .regex(/^\w+:\S+$/, { error: 'write a file system and a file, like bootflash:/Client_Profile.xml' }),
  }),
);
