import { z } from 'zod';
import { ipv6, ipv6Prefix, integer, objectName, oneWord, text } from '../values';
import { noun } from '../noun';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const end = z.union([z.literal('any'), ipv6, ipv6Prefix], {
  error: notValid('end of an access list entry', 'any, a host like 2001:db8::1, or a network like 2001:db8::/32'),
});
const ports = plain().regex(/^(eq|neq|lt|gt) \S+$|^range \S+ \S+$/, {
  error: notValid('port', "it like 'eq 443' or 'range 1024 65535'"),
});

/** What of IPv6 is matched, line by line: the first line that fits decides. */
export const ipv6AccessList = noun(
  'ipv6-access-list',
  'IPv6 access list',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Lines in order. */
    entries: z
      .array(
        z.strictObject({
          /** Place in the list, 1 to 4294967294. Default: 10 after the one before. */
          sequence: integer(1, 4294967294).optional(),
          action: z.enum(['permit', 'deny']),
          /** `ipv6`, `tcp`, `udp`, … Default: `ipv6`. */
          protocol: oneWord(32, 'protocol').default('ipv6'),
          /** Where a packet comes from. */
          source: end,
          sourcePort: ports.optional(),
          /** Where a packet goes to. */
          destination: end,
          destinationPort: ports.optional(),
          /** Words at the end, like `established` or `log`. */
          options: text(100).optional(),
        }),
      )
      .min(1, { error: 'an empty list matches everything: write at least one entry' })
      .transform((entries) => {
        let last = 0;
        return entries.map((entry) => ({ ...entry, sequence: (last = entry.sequence ?? last + 10) }));
      })
      .refine((entries) => entries.every((entry, i) => i === 0 || entry.sequence > entries[i - 1]!.sequence), {
        error: 'the sequence numbers do not rise: write the entries in their order',
      }),
  }),
);
