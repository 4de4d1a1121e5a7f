import { z } from 'zod';
import { noun } from '../noun';
import { integer, objectName } from '../values';

/** IKEv2 on an interface of an ASA. */
export const ikev2Enable = noun(
  'ikev2-enable',
  'IKEv2 on an interface',
  z.strictObject({
    /** The interface, by its logical name (`nameif`): `outside`. */
    name: objectName,
    /**
     * The services that AnyConnect asks for over TLS (profile, updates), and their TCP port, 1 to 65535. Default: off.
     * Without it in the line the ASA turns them off (Cisco, `crypto ikev2 enable`).
     */
    clientServices: z
      .strictObject({
        /** TCP port, 1 to 65535. Default: 443. */
        port: integer(1, 65535).default(443),
      })
      .optional(),
  }),
  { identity: 'id' },
);
