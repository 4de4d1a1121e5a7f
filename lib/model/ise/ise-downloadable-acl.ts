import { z } from 'zod';
import { noun } from '../noun';
import { oneWord, preference, text } from '../values';
import { notValid } from '../wording';

/** One line as the device would take it. */
const aclLine = text(512).regex(/^(permit|deny|remark) \S/, {
  error: notValid('line of a downloadable ACL', 'it like permit ip any 10.20.0.0 255.255.0.0'),
});

/** An access list that ISE sends to a headend when a user logs in (Policy > Results > Authorization > Downloadable ACLs). */
export const iseDownloadableAcl = noun(
  'ise-downloadable-acl',
  'ISE downloadable ACL',
  z.strictObject({
    /** Name in ISE: letters, digits and _ - . only. */
    name: oneWord(64, 'name').regex(/^[A-Za-z0-9_.-]+$/, {
      error: notValid('name of a downloadable ACL', 'letters, digits and _ - . only'),
    }),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /**
     * Its lines in their order, as the headend takes them: an ASA and a firewall of an FMC want masks
     * (`10.20.0.0 255.255.0.0`), a router wildcards (`10.20.0.0 0.0.255.255`).
     */
    lines: preference(aclLine, 'line'),
    /** Which packets it is for. Default: ipv4. */
    type: z.enum(['ipv4', 'ipv6', 'both']).default('ipv4'),
  }),
);
