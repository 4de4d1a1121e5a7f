import { z } from 'zod';
import { cryptoMapSettings } from './crypto-map-settings';
import { noun, ref } from '../noun';
import { integer, objectName, twice } from '../values';

/** What is agreed with peers that are not known beforehand: clients. `crypto dynamic-map`. */
export const dynamicMap = noun(
  'dynamic-map',
  'dynamic crypto map',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Alternatives, lowest sequence first. */
    entries: z
      .array(
        z.strictObject({
          /** Place among the alternatives, 1 to 65535. Default: 10. */
          sequence: integer(1, 65535).default(10),
          /** What is protected: an extended list. Default: what the peer asks for. */
          match: ref('access-list').optional(),
          ...cryptoMapSettings,
        }),
      )
      .min(1, { error: 'write at least one entry' })
      .refine((entries) => !twice(entries.map(({ sequence }) => sequence)), {
        error: 'the same sequence is listed twice',
      }),
  }),
);
