import { z } from 'zod';
import { noun } from './noun';
import { secretRef } from './secret';
import { ipv4, objectName, text } from './values';

/** Pre-shared keys by peer. A certificate is the better choice; a key is for a peer that has none. */
export const ikev2Keyring = noun(
  'ikev2-keyring',
  'IKEv2 keyring',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** The peers and their keys. */
    peers: z
      .array(
        z.strictObject({
          /** Name of the peer within the keyring. */
          name: objectName,
          /** A remark that the device keeps; one line. */
          description: text(80).optional(),
          /** The peer's address. */
          address: ipv4,
          /** The key this end signs with. Only ever a `Secret`. */
          localKey: secretRef,
          /** The key the peer signs with; for a symmetric key the same as `localKey`. */
          remoteKey: secretRef,
        }),
      )
      .min(1, { error: 'write at least one peer' })
      .refine((peers) => new Set(peers.map((peer) => peer.name)).size === peers.length, {
        error: 'two peers have one name: give each its own',
      }),
  }),
);
