import { z } from 'zod';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { hostName, integer, objectName, twice } from '../values';
import { notValid } from '../wording';

const host = z.strictObject({
  /** The interface that the server is reached by, by its logical name. It is part of what the ASA knows the server by. */
  interface: objectName,
  /** Address or name. */
  host: hostName,
  /** The shared secret (RFC 2865 section 3). Only ever a `Secret`. */
  key: secretRef.optional(),
  /**
   * Seconds until the server counts as silent, 1 to 300. Default: 10. With a push to a phone (Duo) it must be longer
   * than the push: 60 or more.
   */
  timeout: integer(1, 300, 'seconds').optional(),
  /** Seconds between two tries, 1 to 10. Default: 10. */
  retryInterval: integer(1, 10, 'seconds').optional(),
  /** UDP port of authentication. Default: 1645. */
  authenticationPort: integer(1, 65535).optional(),
  /** UDP port of accounting. Default: 1646. */
  accountingPort: integer(1, 65535).optional(),
});

/** A group of AAA servers of an ASA: `aaa-server`. Its hosts are asked in order. */
export const aaaServer = noun(
  'aaa-server',
  'AAA server group of an ASA',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** What the servers speak. It cannot be changed. Default: radius. */
    protocol: z
      .enum(['radius', 'tacacs+'], { error: notValid('AAA protocol here', 'radius or tacacs+') })
      .default('radius'),
    /** How often a server may fail before the next is asked, 1 to 5. Default: 3. */
    maxFailedAttempts: integer(1, 5).optional(),
    /** Accounting updates between start and stop. Default: off. */
    interimAccountingUpdate: z.literal(true).optional(),
    /** Take changes of authorization from the servers (RFC 5176). Default: off. */
    dynamicAuthorization: z.literal(true).optional(),
    /** The servers. */
    hosts: z
      .array(host)
      .min(1, { error: 'write at least one host' })
      .refine((hosts) => !twice(hosts.map((each) => [each.interface, each.host])), {
        error: 'the same host is listed twice',
      }),
  }),
);
