import { z } from 'zod';
import { noun, ref } from '../noun';
import { anyAddress } from '../choices';
import { secretRef } from '../secret';
import { integer, objectName } from '../values';
import { notValid } from '../wording';

const port = integer(1, 65535);

/** Where a RADIUS server listens: the address, and its ports where they are not 1812 and 1813. */
export const radiusAddress = z
  .union(
    [anyAddress, z.strictObject({ host: anyAddress, authPort: port.default(1812), acctPort: port.default(1813) })],
    {
      error: notValid(
        'RADIUS server',
        "its address like 192.0.2.10, or { host: '192.0.2.10', authPort: 1812, acctPort: 1813 }",
      ),
    },
  )
  .transform((value) => (typeof value === 'string' ? { host: value, authPort: 1812, acctPort: 1813 } : value));

/** A RADIUS server. For Duo this is the authentication proxy, and `timeout` must outlast the push. */
export const radiusServer = noun(
  'radius-server',
  'RADIUS server',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Its address; ports 1812 and 1813 unless others are given. */
    address: radiusAddress,
    /** Shared secret. Only ever a `Secret`. */
    key: secretRef,
    /** Seconds to wait for an answer, 1 to 1000. Default: 5. A Duo push takes 60 and more. */
    timeout: integer(1, 1000, 'seconds').optional(),
    /** How often to ask again, 0 to 100. Default: 3. */
    retransmit: integer(0, 100).optional(),
    /**
     * Ask the server by itself whether it lives, as a user that it need not know: every so many minutes (`idleTime`, 1 to
     * 35791, default 60), or only while it is thought dead (`probeOn`). Default: never. IOS-XE only.
     */
    automateTester: z
      .strictObject({
        username: objectName,
        ignoreAuthPort: z.literal(true).optional(),
        ignoreAcctPort: z.literal(true).optional(),
        idleTime: integer(1, 35791, 'minutes').optional(),
        probeOn: z.literal(true).optional(),
      })
      .optional(),
    /** Key of the protected access credential (TrustSec). Only ever a `Secret`. Default: none. IOS-XE only. */
    pacKey: secretRef.optional(),
    /** The server must sign its answers (RFC 2869 section 5.14, RFC 3579 section 3.2). Default: false. FMC only. */
    messageAuthenticator: z.boolean().optional(),
    /** Zone over which the server is reached. Default: what the routing table says. FMC only. */
    zone: ref('security-zone').optional(),
    /** Traffic that is redirected until posture is known. Default: none. FMC only. */
    redirectList: ref('access-list').optional(),
  }),
);
