import { z } from 'zod';
import { noun, ref } from './noun';
import { integer, ipv4, ipv4Network } from './values';

/** A static route through a tunnel. */
export const staticRoute = noun(
  'static-route',
  'static route',
  z.strictObject({
    /** Set by the construct: destination and way out, by which the route is known. */
    name: z.string(),
    /** The firewall it is on. FMC only, where it is set by the construct. */
    device: ref('ftd-device').optional(),
    /** Destination network. */
    destination: ipv4Network,
    /** The network object that holds the destination. FMC only, required there. */
    network: ref('network-object').optional(),
    /** The tunnel that the route leaves by. */
    interface: ref('tunnel-interface'),
    /** Next hop. FMC only, required there: the far end's tunnel address. */
    gateway: ipv4.optional(),
    /** Administrative distance (on the FMC: metric), 1 to 254. Default: 1. */
    distance: integer(1, 254).default(1),
  }),
  'device',
);
