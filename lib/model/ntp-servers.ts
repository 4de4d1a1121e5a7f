import { z } from 'zod';
import { noun } from './noun';
import { objectName, preference } from './values';
import { isNo } from './wording';

/** Where the device takes the time from. A clock that drifts more than 30 s breaks certificate validation. */
export const ntpServers = noun(
  'ntp-servers',
  'NTP servers',
  z.strictObject({
    name: objectName,
    /** Addresses or host names; other servers of the device are left alone. */
    servers: preference(
      z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/, { error: isNo('server', 'an address or a host name') }),
      'server',
    ),
  }),
);
