import { z } from 'zod';
import { noun } from '../noun';
import { integer, objectName } from '../values';
import { plain } from '../plain-text';

/** Where the device keeps old configurations. Without it there is no armed rollback (`configure terminal revert`). */
export const configArchive = noun(
  'config-archive',
  'configuration archive',
  z.strictObject({
    name: objectName,
    /** File prefix, for example `bootflash:tunnelwright`. */
    path: plain().regex(/^[a-z0-9-]+:[A-Za-z0-9_./$-]*$/, {
      error: 'write a file system and a prefix, like bootflash:archive',
    }),
    /** How many to keep, 1 to 14. Default: 10. */
    maximum: integer(1, 14).default(10),
    /** Keep one more at every `write memory`. Default: only when it is asked for. */
    writeMemory: z.literal(true).optional(),
  }),
  { identity: { only: 'archive' } },
);
