import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, objectName } from '../values';

/** The web server of the device. The SSL policy of AnyConnect profiles needs port 443 for itself: `secureServer: false`. */
export const httpServer = noun(
  'http-server',
  'HTTP server',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Whether it answers without TLS. Default: as it is. */
    server: z.boolean().optional(),
    /** Whether it answers with TLS; RESTCONF and the web interface need it. Default: as it is. */
    secureServer: z.boolean().optional(),
    /** TCP port without TLS, 1 to 65535. Default: 80. */
    port: integer(1, 65535).optional(),
    /** TCP port with TLS, 1025 to 65535 or 443. Default: 443. */
    securePort: integer(443, 65535).optional(),
    /** Its certificate. Default: a self-signed one. */
    secureTrustpoint: ref('cert-trustpoint').optional(),
    /** Who checks logins. Default: the enable password. */
    authentication: z.enum(['local', 'aaa', 'enable']).optional(),
  }),
  { identity: { only: 'http-server' } },
);
