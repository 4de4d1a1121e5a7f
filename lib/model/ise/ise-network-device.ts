import { z } from 'zod';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { integer, ipv4, ipv4Network, objectName, preference, text } from '../values';
import { notValid } from '../wording';
import { deviceGroupPath } from './device-group-path';

/**
 * A device that ISE answers RADIUS to (Administration > Network Devices). In front of ISE that may be a Duo
 * Authentication Proxy: then its address stands here, not the router's.
 */
export const iseNetworkDevice = noun(
  'ise-network-device',
  'ISE network device',
  z.strictObject({
    /** Name in ISE. */
    name: objectName,
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** Addresses from which it asks: hosts, or networks with their length. */
    addresses: preference(
      z.union([ipv4, ipv4Network], {
        error: notValid('address or network', '192.0.2.1 or 10.20.0.0/16 (host bits zero)'),
      }),
      'address',
    ),
    /**
     * RADIUS shared secret: the one that stands on the device itself. ISE is never asked for it; a change is seen by what
     * was written last.
     */
    radiusSharedSecret: secretRef,
    /** A second shared secret that is taken too, while the first is being changed on many devices. Default: none. */
    secondRadiusSharedSecret: secretRef.optional(),
    /**
     * Network device groups: each its construct, or its path from the root; such a one must be there. Default: none but the
     * roots that ISE gives to every device.
     */
    deviceGroups: z.array(z.union([ref('ise-network-device-group'), deviceGroupPath])).optional(),
    /** Name of the network device profile. Default: Cisco. */
    profile: objectName.default('Cisco'),
    /** UDP port for change of authorization (RFC 5176), 1 to 65535. Default: 1700. */
    coaPort: integer(1, 65535).default(1700),
    /** Take RADIUS over DTLS only. Default: false. */
    dtlsRequired: z.boolean().default(false),
  }),
);
