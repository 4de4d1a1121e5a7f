import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName, preference } from '../values';
import { notValid } from '../wording';

/** Several hosts, networks, ranges and groups under one name. */
export const networkGroup = noun(
  'network-group',
  'network group',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** Network objects and other groups; their order means nothing. */
    members: preference(
      z.union([ref('network-object'), ref('network-group')], {
        error: notValid('network object', 'the NetworkObject or NetworkGroup construct'),
      }),
      'network object',
    ),
  }),
);
