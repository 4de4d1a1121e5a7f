import { z } from 'zod';
import { aaaMethod } from '../choices';
import { noun } from '../noun';
import { objectName, preference } from '../values';

/** Which servers are told of sessions, and when. */
export const aaaAccountingList = noun(
  'aaa-accounting-list',
  'AAA accounting list',
  z.strictObject({
    /** Name on the device; `default` is used wherever no other is named. */
    name: objectName,
    /** At beginning and end, or at the end alone. Default: start-stop. */
    record: z.enum(['start-stop', 'stop-only']).default('start-stop'),
    /** Tell all groups, not only the first that answers. */
    broadcast: z.literal(true).optional(),
    /** Server groups in order. */
    methods: preference(aaaMethod, 'method'),
  }),
);
