import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, objectName, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** A platform settings policy of the FMC. Only what is declared of it is written. FMC 7.4 and later. */
export const platformSettings = noun(
  'platform-settings',
  'platform settings policy',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** A remark. */
    description: text(200).optional(),
  }),
);

const levels = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const;

/** Which messages of firewalls go to the FMC: what is seen there under Devices > Troubleshooting. FMC 7.7 and later. */
export const vpnLogging = noun(
  'vpn-logging',
  'VPN logging',
  z.strictObject({
    /** The name of the policy. */
    name: plain(),
    /** The platform settings policy in which it stands. */
    policy: ref('platform-settings'),
    /** Messages of the VPN, all messages, or none. Default: `vpn`. */
    toFmc: z.enum(['vpn', 'all', 'off']).default('vpn'),
    /** From this level on. The FMC's own default is `errors`. Default: `informational`. */
    level: z.enum(levels, { error: notValid('logging level', `one of ${levels.join(', ')}`) }).default('informational'),
    /** Logging as a whole. Default: true. */
    enabled: z.boolean().default(true),
    /** The standby unit of a pair logs too. Default: false. */
    onStandby: z.boolean().optional(),
    /** Messages in EMBLEM format. Default: false. */
    emblem: z.boolean().optional(),
    /** Debug messages as syslog. Default: false. */
    debugAsSyslog: z.boolean().optional(),
    /** Bytes of the buffer in memory, 4096 to 52428800. Default: 4096. */
    bufferBytes: integer(4096, 52428800, 'bytes').optional(),
  }),
  { identity: ['policy'] },
);
