import { z } from 'zod';
import { interfaceRef } from '../choices';
import { noun } from '../noun';
import { integer, ipv4, ipv4Network, preference, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** A number of an autonomous system, of two or four bytes (RFC 6793). */
export const asNumber = integer(1, 4294967295);

/** What is said of a neighbour on every platform. */
export const neighborFields = {
  /** Its address: that of the other end of a tunnel, or one that is routed to. */
  address: ipv4,
  /** Its autonomous system; the own one makes it an internal neighbour. */
  remoteAs: asNumber,
  /** A remark that the device keeps; one line. */
  description: text(80).optional(),
  /** How many hops away an external neighbour may be, 1 to 255. Default: 1. */
  ebgpMultihop: integer(1, 255).optional(),
  /** Seconds between keepalives (1 to 65535), and without one until the neighbour is gone (3 to 65535). Default: 60 and 180. */
  timers: z
    .strictObject({ keepalive: integer(1, 65535, 'seconds'), hold: integer(3, 65535, 'seconds') })
    .refine(({ keepalive, hold }) => hold > keepalive, {
      error: 'hold must be longer than keepalive: write about three times as long',
    })
    .optional(),
};

const neighbor = z.strictObject({
  ...neighborFields,
  /** The interface whose address the session is opened from. Default: the one that leads there. IOS-XE only. */
  updateSource: interfaceRef.optional(),
});

/** Each neighbour is there once. */
export const differentNeighbors = (all: readonly { readonly address: string }[]): boolean =>
  new Set(all.map(({ address }) => address)).size === all.length;
export const sameNeighbor = { error: 'two neighbours have one address: write each once' };

const asText = { error: notValid('number of an autonomous system', "it as text of 1 to 4294967295, like '65000'") };

/**
 * BGP of a device, which has one process: neighbours and the networks that they are told of, for IPv4. What others have in
 * it stays.
 */
export const bgp = noun(
  'bgp',
  'BGP process',
  z.strictObject({
    /** The device's own autonomous system: `65000`. It cannot be changed: a change replaces the process. */
    name: plain(asText).refine((number) => /^[1-9]\d{0,9}$/.test(number) && Number(number) <= 4294967295, asText),
    /** What the device is called in BGP, an address. Default: the highest of its loopback interfaces. */
    routerId: ipv4.optional(),
    /** Whom it talks to; each is used for IPv4. */
    neighbors: preference(neighbor, 'neighbour').refine(differentNeighbors, sameNeighbor),
    /** Networks that neighbours are told of. Each must be in the routing table with this length. Default: none. */
    networks: preference(ipv4Network, 'network').optional(),
  }),
);
