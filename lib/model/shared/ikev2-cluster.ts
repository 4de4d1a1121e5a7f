import { z } from 'zod';
import { noun } from '../noun';
import { hostName, integer, objectName } from '../values';

/** The gateways of an HSRP group share their peers: the active one sends a peer to the least loaded. At most ten. */
export const ikev2Cluster = noun(
  'ikev2-cluster',
  'IKEv2 cluster',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Name of the HSRP group (`hsrp` on InterfaceLines). */
    standbyGroup: objectName,
    /** How many sessions this gateway takes, 1 to 40000. */
    maxSession: integer(1, 40000).optional(),
    /** Milliseconds between hellos, 1000 to 10000. */
    hello: integer(1, 100000, 'milliseconds').optional(),
    /** Who is preferred, 1 to 100; higher is preferred. */
    priority: integer(1, 100).optional(),
    /** Milliseconds between reports of the load. */
    update: integer(1, 100000, 'milliseconds').optional(),
    /** Load in percent from which a gateway is left alone, 50 to 99. */
    overloadLimit: integer(50, 99, 'percent').optional(),
    /** Weight of the crypto load, 0 to 100. */
    weightCryptoLoad: integer(0, 100).optional(),
    /** Weight of the system load, 0 to 100. */
    weightSystemLoad: integer(0, 100).optional(),
    /** TCP port between the gateways, 1 to 65535. Default: 2012. */
    port: integer(1, 65535).optional(),
    /** Milliseconds after which a silent gateway is gone. */
    holdtime: integer(1, 100000, 'milliseconds').optional(),
    /** Name by which peers are sent here. Redirects go by address, so it is seldom wanted. */
    fqdn: hostName.optional(),
    /** Whether it stands and does nothing. Default: false, which is typed: a device begins with true. */
    shutdown: z.boolean().default(false),
  }),
  { identity: { only: 'cluster' } },
);
