import { z } from 'zod';
import { noun } from '../noun';
import { integer, objectName, oneWord, preference } from '../values';

/** The TLS side of an ASA, which AnyConnect fetches its profile and updates from. */
export const webvpn = noun(
  'webvpn',
  'WebVPN',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Interfaces that it listens on, by their logical names. */
    enable: preference(objectName, 'interface').optional(),
    /** AnyConnect may connect. */
    anyconnectEnable: z.literal(true).optional(),
    /** Client packages on the ASA, and the order in which they are tried. */
    anyconnectImages: preference(
      z.strictObject({ file: oneWord(255, 'file'), order: integer(1, 65535) }),
      'client package',
    ).optional(),
    /** Client profiles on the ASA, by the name under which group policies know them. */
    anyconnectProfiles: preference(
      z.strictObject({ name: objectName, file: oneWord(255, 'file') }),
      'profile',
    ).optional(),
    /** The login page shows the tunnel groups by their aliases. */
    tunnelGroupList: z.literal(true).optional(),
  }),
  { identity: { only: 'webvpn' } },
);
