import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, preference, text } from '../values';

/** External RADIUS servers in their order (Administration > RADIUS Server Sequences): what a policy set hands requests to. */
export const iseRadiusServerSequence = noun(
  'ise-radius-server-sequence',
  'ISE RADIUS server sequence',
  z.strictObject({
    /** Name in ISE. */
    name: labelText(128),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** What is asked, the second when the first does not answer. */
    servers: preference(ref('ise-external-radius-server'), 'server'),
    /** Let ISE's own authorization rules decide once the server has accepted. Default: true. */
    authorize: z.boolean().default(true),
    /** Hand accounting on too. Default: false. */
    remoteAccounting: z.boolean().default(false),
    /** Keep accounting in ISE. Default: true. */
    localAccounting: z.boolean().default(true),
  }),
);
