import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName, preference } from '../values';

/** Where a crypto map works. Taking it off an interface takes all its tunnels down. */
export const cryptoMap = noun(
  'crypto-map',
  'crypto map',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Interfaces by their logical names; each has one crypto map. */
      interfaces: preference(objectName, 'interface'),
      /** Its entries: they are there before it works. */
      entries: preference(ref('crypto-map-entry'), 'entry'),
    })
    .superRefine((p, context) => {
      p.entries.forEach((entry, i) => {
        if (!entry.name.startsWith(`${p.name}/`))
          context.addIssue({
            code: 'custom',
            path: ['entries', i],
            message: `is an entry of ${entry.name.split('/')[0]}: write map: '${p.name}' on it`,
          });
      });
    }),
);
