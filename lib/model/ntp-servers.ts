import { z } from 'zod';
import { noun } from './noun';
import { objectName } from './values';

/** Where the device takes the time from. A clock that drifts more than 30 s breaks certificate validation. */
export const ntpServers = noun(
  'ntp-servers',
  'NTP servers',
  z.object({
    name: objectName,
    /** Addresses or host names; other servers of the device are left alone. */
    servers: z
      .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/, { error: 'write an address or a host name' }))
      .min(1),
  }),
);
