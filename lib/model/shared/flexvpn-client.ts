import { z } from 'zod';
import { interfaceRef, trackState } from '../choices';
import { noun, ref } from '../noun';
import { hostName, integer, objectName, preference } from '../values';

const track = integer(1, 1000);

/** A gateway; those with a lower sequence are tried first. */
const peer = z.strictObject({
  /** Place in the order, 1 to 255. Default: one after the one before. */
  sequence: integer(1, 255).optional(),
  /** Address or name. */
  host: hostName,
  /** Look the name up at each connection: as IPv4, or as `ipv6`. Of names only. */
  dynamic: z.union([z.literal(true), z.literal('ipv6')]).optional(),
  /** Only while this tracked object (1 to 1000) is in `trackState`. */
  track: track.optional(),
  /** Default: up. */
  trackState: trackState.optional(),
});

/** Which gateway a FlexVPN client connects to, from where, and when: the tunnel's `destination: 'dynamic'`. */
export const flexvpnClient = noun(
  'flexvpn-client',
  'FlexVPN client',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Gateways in order. */
      peers: z
        .array(peer)
        .min(1, { error: 'write at least one peer' })
        .transform((peers) => {
          let last = 0;
          return peers.map((each) => ({ ...each, sequence: (last = each.sequence ?? last + 1) }));
        })
        .refine((peers) => new Set(peers.map(({ sequence }) => sequence)).size === peers.length, {
          error: 'two peers have one sequence: give each its own',
        }),
      /** Go back to a better gateway as soon as it is there. */
      peerReactivate: z.literal(true).optional(),
      /** Interfaces to connect from, each while a tracked object (1 to 1000) is up. Default: the tunnel's source. */
      sources: preference(
        z.strictObject({ sequence: integer(1, 255), interface: interfaceRef, track: track.optional() }),
        'source',
      ).optional(),
      /** When to connect: by itself, by hand, or by a tracked object. Default: auto. */
      connect: z
        .union([z.enum(['auto', 'manual']), z.strictObject({ track, state: trackState.optional() })])
        .optional(),
      /** The tunnel that it drives. */
      tunnel: ref('tunnel-interface'),
      /** Interfaces whose networks are told to the gateway. */
      inside: preference(interfaceRef, 'interface').optional(),
      /** Clients of one group (1 to 255, or `default`) do not use one gateway at once. */
      backupGroup: z.union([integer(1, 255), z.literal('default')]).optional(),
    })
    .superRefine((p, context) => {
      p.peers.forEach((each, i) => {
        if (each.dynamic !== undefined && /^[\d.]+$|:/.test(each.host))
          context.addIssue({
            code: 'custom',
            path: ['peers', i, 'dynamic'],
            message: `${each.host} is an address, of which nothing is looked up: leave dynamic out, or write a name`,
          });
      });
    }),
);
