import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer } from '../values';
import { plain } from '../plain-text';

/** Which tunnel group a peer lands in by what its certificate says. */
export const tunnelGroupMap = noun(
  'tunnel-group-map',
  'tunnel group map',
  z.strictObject({
    /** The certificate map and its place, by which the rule is known. */
    name: plain(),
    /** What picks the certificate. */
    map: ref('certificate-map'),
    /** The rule of that map, 1 to 65535. Default: 10. */
    sequence: integer(1, 65535).default(10),
    /** Where the peer lands. */
    group: ref('tunnel-group'),
  }),
  { identity: ({ map, sequence = '10' }) => `${map}/${sequence}` },
);
