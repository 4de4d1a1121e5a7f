import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName } from '../values';

/**
 * The certificate that an ASA shows to browsers and to AnyConnect over TLS at an interface. Without one it shows that of
 * `ssl trust-point` without an interface, or one that it signed itself, of which every user is warned (Cisco ASA command
 * reference, `ssl trust-point`).
 */
export const sslTrustpoint = noun(
  'ssl-trustpoint',
  'TLS certificate of an interface',
  z.strictObject({
    /** The interface, by its logical name (`nameif`): `outside`. It has one. */
    name: objectName,
    /** Whose certificate is shown. An ASA may want it to be enrolled before. */
    trustpoint: ref('cert-trustpoint'),
  }),
  { identity: 'id' },
);
