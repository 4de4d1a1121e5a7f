import { z } from 'zod';
import { noun } from '../noun';
import { objectName } from '../values';

/** Files may be sent to the device over SSH, by whoever may log in with full rights. Needed to send a client profile. */
export const scpServer = noun(
  'scp-server',
  'SCP server',
  z.strictObject({
    /** For the ledger alone. */
    name: objectName,
    /** Default: true, because it is declared. The device itself begins with it off. */
    server: z.boolean().default(true),
  }),
);
