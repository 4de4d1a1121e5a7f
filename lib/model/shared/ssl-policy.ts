import { z } from 'zod';
import { anyAddress, interfaceRef, vrfRef } from '../choices';
import { noun, ref } from '../noun';
import { integer, objectName } from '../values';

const port = integer(443, 65535).optional();

/** Where AnyConnect downloads its profile from. It cannot be active without a trustpoint and an address. */
export const sslPolicy = noun(
  'ssl-policy',
  'SSL policy',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** The certificate that it shows. */
      trustpoint: ref('cert-trustpoint'),
      /** The address it listens on, with its port (443, or 1025 to 65535; default 443). Or `interface`. */
      address: z.strictObject({ local: anyAddress, port, vrf: vrfRef.optional() }).optional(),
      /** The interface whose address it listens on. */
      interface: z.strictObject({ local: interfaceRef, port }).optional(),
      /** Name of an SSL proposal. Default: the device's. */
      proposal: objectName.optional(),
      /** Whether it stands and does nothing. Default: false, which is typed: a device begins with true. */
      shutdown: z.boolean().default(false),
    })
    .refine((p) => (p.address === undefined) !== (p.interface === undefined), {
      path: ['address'],
      error: "write one of address: { local: '192.0.2.1' } and interface: { local: 'GigabitEthernet1' }",
    }),
);
