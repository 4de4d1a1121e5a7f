import { z } from 'zod';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { hostName, integer, objectName, oneWord } from '../values';

/**
 * A source of postquantum preshared keys (RFC 8784): a key server beside the router, asked by Cisco's Secure Key
 * Integration Protocol over TLS. IOS-XE 17.11 and later.
 */
export const skipClient = noun(
  'skip-client',
  'SKIP client',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** The key server: its address or name, and its port. */
    server: z.strictObject({ host: hostName, port: integer(1, 65535) }),
    /** What the router proves itself by to the server: the name of the key, and the key as a `Secret`. */
    psk: z.strictObject({
      id: oneWord(128, 'key id'),
      key: secretRef,
      /** The secret is written in hexadecimal. Default: as text. */
      hex: z.literal(true).optional(),
    }),
  }),
);
