import { z } from 'zod';
import { anyAddress, shownCertificate } from '../choices';
import { noun, ref } from '../noun';
import { dhGroup, integer, mlKem, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** Packets that may come late and are still taken, by the size of the replay window. */
export const replayWindow = z.union([z.literal([64, 128, 256, 512, 1024]), z.literal('disable')], {
  error: 'write 64, 128, 256, 512, 1024 or disable',
});

const groupOrBoth = notValid(
  'Diffie-Hellman group here',
  "one of 14, 15, 16, 19, 20, 21 (weak: 1, 2, 5, 24), or { group: 19, pqc: ['mlkem768'] }",
);

/** What protects a tunnel interface: transform sets, lifetimes, perfect forward secrecy, and the IKEv2 profile. */
export const ipsecProfile = noun(
  'ipsec-profile',
  'IPsec profile',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** A remark that the device keeps; one line. */
      description: text(200).optional(),
      /** Transform sets in order of preference, at most six. */
      transformSets: preference(ref('ipsec-transform-set'), 'transform set').max(6, {
        error: 'write at most six transform sets',
      }),
      /** IPsec SA lifetime in seconds, 120 to 2592000. Default: 3600. */
      lifetimeSeconds: integer(120, 2592000, 'seconds').optional(),
      /** IPsec SA lifetime in days, 1 to 30. Instead of `lifetimeSeconds`. */
      lifetimeDays: integer(1, 30, 'days').optional(),
      /** IPsec SA lifetime in kilobytes, 2560 to 4294967295, or `disable`: time alone counts. Default: 4608000. */
      lifetimeKilobytes: z.union([integer(2560, 4294967295, 'kilobytes'), z.literal('disable')]).optional(),
      /** Seconds without traffic after which an SA goes, 60 to 86400. Default: never. */
      idleTime: integer(60, 86400, 'seconds').optional(),
      /** Packets of the replay window, or `disable`. Default: the global one (64). */
      replayWindow: replayWindow.optional(),
      /** The DF bit of the outer header. Default: `copy` from the inner one. */
      dfBit: z.enum(['clear', 'copy', 'set']).optional(),
      /** Packets that hide how much is said (dummy traffic): how many in a second (0 to 25000), or one in so many seconds. */
      dummy: z
        .union([
          z.strictObject({ pps: integer(0, 25000, 'packets a second') }),
          z.strictObject({ seconds: integer(1, 3600, 'seconds') }),
        ])
        .optional(),
      /** One SA for each pair of hosts. */
      perHost: z.literal(true).optional(),
      /** How many SAs the profile may have at once, 1 to 50000. Default: no limit. */
      policyLimit: integer(1, 50000).optional(),
      /**
       * Perfect forward secrecy: the Diffie-Hellman group, or with post-quantum key exchange besides it (ML-KEM, IOS-XE 26.1
       * and later), or true: in the group that the device chooses, which is a weak one on old releases. Default: none.
       */
      pfs: z
        .union([dhGroup, z.literal(true), z.strictObject({ group: dhGroup, pqc: mlKem })], { error: groupOrBoth })
        .optional(),
      /** What becomes of congestion marks of the outer header: dropped, or told to the inner one. Default: the device's. */
      ecn: z.enum(['discard', 'propagate']).optional(),
      /** The IKEv2 profile of the peers that it protects. Required on IOS-XE; an ASA has tunnel groups instead. */
      ikev2Profile: ref('ikev2-profile').optional(),
      /** The certificate that the device shows. ASA only; elsewhere the IKEv2 profile says it. */
      trustpoint: shownCertificate.optional(),
      /** An IKEv1 profile as a device shows it: read, never written. */
      isakmpProfile: text(64).optional(),
      /** IPv4 in IPv6 and the other way round. */
      mixedMode: z.literal(true).optional(),
      /** Never open a connection: wait for the peer. */
      responderOnly: z.literal(true).optional(),
      /** A static route for what the peer protects. */
      reverseRoute: z.literal(true).optional(),
      /** Administrative distance of that route, 1 to 255. Default: 1. */
      reverseRouteDistance: integer(1, 255).optional(),
      /** Tag of that route, 1 to 4294967295. Default: none. */
      reverseRouteTag: integer(1, 4294967295).optional(),
      /** Next hop of that route. Default: the peer. */
      reverseRouteGateway: anyAddress.optional(),
      /** HSRP group by whose state the SAs move; `stateful`: they are kept in step. */
      redundancy: z.strictObject({ group: objectName, stateful: z.literal(true).optional() }).optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (p.isakmpProfile !== undefined)
        issue('isakmpProfile', 'IKEv1 is read and never written: leave it out and write ikev2Profile');
      if (p.lifetimeSeconds !== undefined && p.lifetimeDays !== undefined)
        issue('lifetimeDays', 'seconds and days are one setting: leave one of them out');
    }),
);
