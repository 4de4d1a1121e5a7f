import { z } from 'zod';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { integer, objectName, preference } from '../values';

const on = z.literal(true).optional();

/** Settings of IKEv2 for the whole device. Others that it has stay. */
export const ikev2Global = noun(
  'ikev2-global',
  'global IKEv2 settings',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Dead peer detection: seconds between probes (10 to 3600), between retries (2 to 60), and when. Default: off. */
    dpd: z
      .strictObject({
        interval: integer(10, 3600, 'seconds'),
        retry: integer(2, 60, 'seconds'),
        mode: z.enum(['on-demand', 'periodic']),
      })
      .optional(),
    /** Seconds between keepalives through NAT, 5 to 3600. Default: none. */
    natKeepalive: integer(5, 3600, 'seconds').optional(),
    /** Split large IKE messages (RFC 7383): true (576 bytes), or bytes of a packet (68 to 1500). Default: off. */
    fragmentation: z.union([z.literal(true), z.strictObject({ mtu: integer(68, 1500, 'bytes') })]).optional(),
    /** Whether peers may give a URL for their certificate. Default: true. AnyConnect needs false (Cisco Live BRKSEC-2881). */
    httpUrlCert: z.boolean().optional(),
    /** Half-open SAs from which a peer must show that it is there, 0 to 1000. Default: never. */
    cookieChallenge: integer(0, 1000).optional(),
    /** How many SAs there may be, 1 to 1000000. */
    maxSa: integer(1, 1000000).optional(),
    /** How many may be in negotiation, and of which direction. */
    maxInNegotiation: z
      .strictObject({ count: integer(1, 1000000), direction: z.enum(['incoming', 'outgoing']).optional() })
      .optional(),
    /** How many first messages may wait, 1 to 1000000. */
    queueSaInit: integer(1, 1000000).optional(),
    /** How many certificates are kept, 1 to 2000. */
    certificateCache: integer(1, 2000).optional(),
    /** How many requests may be under way at once, 1 to 200. Default: 5. */
    window: integer(1, 200).optional(),
    /** How many errors are kept for `show crypto ikev2 diagnose error`, 1 to 1000. */
    diagnoseError: integer(1, 1000).optional(),
    /** End sessions of peers whose certificate is revoked. */
    disconnectRevokedPeers: on,
    /** TrustSec tags in IKEv2. */
    ctsSgt: on,
    /** Follow redirects of a gateway: true, or how many at most (1 to 255). Default: not. */
    redirectClient: z.union([z.literal(true), z.strictObject({ maxRedirects: integer(1, 255) })]).optional(),
    /** Send redirects: at the first message, or after authentication. Default: none. */
    redirectGateway: z.enum(['init', 'auth']).optional(),
    /** Keys by which the gateways of a cluster know each other's sessions again. Each only ever a `Secret`. */
    reconnectKeys: preference(
      z.strictObject({ index: z.literal([1, 2]), active: on, key: secretRef }),
      'key',
    ).optional(),
  }),
  { identity: { only: 'ikev2-global' } },
);
