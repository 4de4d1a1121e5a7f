import { z } from 'zod';
import { interfaceRef, vrfRef } from '../choices';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { integer, objectName, preference } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const host = plain().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/, { error: notValid('server', 'an address or a host name') });
const keyNumber = integer(1, 4294967295);
const server = z.union(
  [
    host,
    z.strictObject({
      /** Address or host name. */
      host,
      /** Taken before others that are as good. */
      prefer: z.literal(true).optional(),
      /** Number of the key that it must know. Default: none. IOS-XE only. */
      key: keyNumber.optional(),
      /** Interface whose address it sees. Default: the one of `source`, or the way out. IOS-XE only. */
      source: interfaceRef.optional(),
      /** VRF in which it is. Default: the global table. IOS-XE only. */
      vrf: vrfRef.optional(),
    }),
  ],
  { error: notValid('server', "an address, a host name, or { host: '192.0.2.1', vrf: 'MGMT' }") },
);

/** Where the device takes the time from. A clock that drifts more than 30 s breaks certificate validation. */
export const ntpServers = noun(
  'ntp-servers',
  'NTP servers',
  z
    .strictObject({
      name: objectName,
      /** Addresses or host names; other servers of the device are left alone. */
      servers: preference(server, 'server'),
      /** Keys by number; servers that name one are believed only with it. IOS-XE only. */
      keys: z
        .array(
          z.strictObject({
            /** 1 to 4294967295. */
            number: keyNumber,
            /** The hash: `md5`, or what newer releases know besides. */
            hash: z.enum(['md5', 'hmac-sha1', 'hmac-sha2-256', 'cmac-aes-128']).default('md5'),
            /** The key. Only ever a `Secret`. */
            key: secretRef,
          }),
        )
        .min(1, { error: 'write at least one key' })
        .refine((keys) => new Set(keys.map((key) => key.number)).size === keys.length, {
          error: 'two keys have one number: give each its own',
        })
        .optional(),
      /** Numbers of keys by which servers are believed. IOS-XE only. */
      trustedKeys: preference(keyNumber, 'key number').optional(),
      /** Believe only servers with a trusted key. Default: all. IOS-XE only. */
      authenticate: z.literal(true).optional(),
      /** Interface whose address all servers see. Default: the way out. IOS-XE only. */
      source: interfaceRef.optional(),
    })
    .superRefine((ntp, context) => {
      const known = new Set((ntp.keys ?? []).map((key) => key.number));
      const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
      ntp.servers.forEach((each, i) => {
        if (typeof each !== 'string' && each.key !== undefined && ntp.keys && !known.has(each.key))
          issue(['servers', i, 'key'], `key ${each.key} is not among the keys: write it there`);
      });
      if (ntp.authenticate && !ntp.trustedKeys)
        issue(['trustedKeys'], 'is missing: without a trusted key no server would be believed');
    }),
  { identity: { only: 'ntp' } },
);
