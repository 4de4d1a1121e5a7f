import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { asNumber, differentNeighbors, neighborFields, sameNeighbor } from '../shared/bgp';
import { integer, ipv4, preference } from '../values';

const neighbor = z.strictObject({
  ...neighborFields,
  /** Of several neighbours that tell a network, this firewall goes by the one of the highest weight, 0 to 65535. Default: 0. */
  weight: integer(0, 65535).optional(),
});

/**
 * BGP of a firewall, which has one process: neighbours and the networks that they are told of, for IPv4. What others have
 * in it stays.
 */
export const ftdBgp = noun(
  'ftd-bgp',
  'BGP process',
  z.strictObject({
    /** `bgp`, of which a firewall has one. */
    name: plain(),
    /** The firewall it is on. Set by the construct. */
    device: firewallRef,
    /**
     * The firewall's own autonomous system, 1 to 4294967295. A change makes the process again, and is refused while others
     * have neighbours in it.
     */
    asn: asNumber,
    /** What the firewall is called in BGP, an address. Default: the firewall's choice. */
    routerId: ipv4.optional(),
    /** Whom it talks to; each is used for IPv4. */
    neighbors: preference(neighbor, 'neighbour').refine(differentNeighbors, sameNeighbor),
    /** Networks that neighbours are told of. Each must be in the routing table with this length. Default: none. */
    networks: preference(ref('network-object'), 'network').optional(),
  }),
  { identity: { only: 'bgp' }, within: 'device' },
);
