import { z } from 'zod';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { integer, ipv4, oneWord, text } from '../values';
import { notValid } from '../wording';

/** A RADIUS server to which ISE hands requests on (Administration > External RADIUS Servers): a Duo proxy behind ISE. */
export const iseExternalRadiusServer = noun(
  'ise-external-radius-server',
  'ISE external RADIUS server',
  z.strictObject({
    /** Name in ISE: letters, digits and underscores. */
    name: oneWord(64, 'name').regex(/^[A-Za-z0-9_]+$/, {
      error: notValid('name of an external RADIUS server', 'letters, digits and _ only'),
    }),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** Its address. */
    address: ipv4,
    /** Shared secret: the one that the server has for ISE. ISE never shows it. At most 128 characters. */
    secret: secretRef,
    /** UDP port for authentication, 1 to 65535. Default: 1812. */
    authPort: integer(1, 65535).default(1812),
    /** UDP port for accounting, 1 to 65535. Default: 1813. */
    acctPort: integer(1, 65535).default(1813),
    /** Seconds that ISE waits for an answer, 1 to 120. It must outlast a push where Duo is asked. Default: 5. */
    timeout: integer(1, 120, 'seconds').default(5),
    /** How often it asks again, 1 to 9. Default: 3. */
    retries: integer(1, 9).default(3),
  }),
);
