import { z } from 'zod';
import { ipv4, ipv4Network, ipv6, ipv6Network, integer, objectName, text } from '../values';
import { noun, ref } from '../noun';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const place = integer(1, 2147483647);
/** Ends that only an ASA knows: a named object, an interface of its own, and users or security groups in front of an end. */
export const onFirewalls =
  /^(?:(?:(?:user|user-group|object-group-user|object-group-security|security-group (?:name|tag)) (?:"[^"]*"|\S+) )*(?:any[46]?|object \S+|object-group \S+|object-group-network-service \S+|interface \S+|\S*[.:]\S*(?:\/\d+)?))$/;
/** Where a packet comes from or goes to. */
const end = z.union(
  [
    z.enum(['any', 'any4', 'any6']),
    ipv4,
    ipv4Network,
    ipv6,
    ipv6Network,
    plain().regex(/^object-group [A-Za-z0-9_.:/+-]+$/),
    plain().regex(onFirewalls),
    plain().regex(/^\d+\.\d+\.\d+\.\d+ \d+\.\d+\.\d+\.\d+$/),
    ref('network-object'),
    ref('network-group'),
  ],
  {
    error: notValid(
      'end of an access list entry',
      "any, a host like 192.0.2.1, a network like 10.20.0.0/16, 'object-group NAME', or an address and a wildcard; on firewalls also IPv6, a NetworkObject or a NetworkGroup, on an ASA any4, any6, 'object NAME', 'interface NAME'",
    ),
  },
);
const ports = plain().regex(/^(eq|neq|lt|gt) \S+( \S+)*$|^range \S+ \S+$|^object-group \S+$/, {
  error: notValid('port', "it like 'eq 443' or 'range 1024 65535'"),
});

const remark = z.strictObject({
  /** Place in the list, 1 to 2147483647. Default: 10 after the one before. */
  sequence: place.optional(),
  /** A note. */
  remark: text(100),
});
const rule = z.strictObject({
  /** Place in the list, 1 to 2147483647. Default: 10 after the one before. */
  sequence: place.optional(),
  action: z.enum(['permit', 'deny']),
  /** `ip`, `tcp`, `udp`, `esp`, … Extended lists only. Default there: `ip`. */
  protocol: plain()
    .regex(/^([a-z0-9-]{1,32}|object(-group)? [A-Za-z0-9_.:/+-]{1,64})$/, {
      error: notValid('protocol', "it like 'tcp', '47', or on an ASA 'object-group NAME'"),
    })
    .optional(),
  /** Where a packet comes from; on firewalls also a network object or a group of them. */
  source: end,
  /** Extended lists only. */
  sourcePort: ports.optional(),
  /** Where a packet goes to, likewise. Extended lists only, required there. */
  destination: end.optional(),
  /** Extended lists only. */
  destinationPort: ports.optional(),
  /**
   * Words at the end, like `established` or `log`. On an FMC only `log`, `log <level>`, `log <level> interval <1 to 600
   * seconds>`, `log disable` and `log default`. Default there: `log default`, as the firewall does by itself.
   */
  options: text(100).optional(),
  /** FMC: only sources with one of these tags. Extended lists only. Default: with any, or none. */
  securityGroupTags: z.array(ref('security-group-tag')).min(1).optional(),
});

type Placed<T> = T & { sequence: number };
/** Fills in the places: 10 after the one before. */
const placed = <T extends { sequence?: number | undefined }>(entries: readonly T[]): Placed<T>[] => {
  let last = 0;
  return entries.map((entry) => {
    last = entry.sequence ?? last + 10;
    return { ...entry, sequence: last };
  });
};
/** IOS-XE prints a remark with the number of the entry below it. */
const ascending = (entries: readonly { readonly sequence: number }[]): boolean =>
  entries.every((entry, i) => {
    const before = entries[i - 1];
    if (before === undefined || entry.sequence > before.sequence) return true;
    return 'remark' in before && entry.sequence === before.sequence;
  });

/** The type of an access list whose name is a number; undefined where IPv4 lists have no such number. */
export const listTypeOfNumber = (number: number): 'standard' | 'extended' | undefined => {
  const within = (from: number, to: number): boolean => number >= from && number <= to;
  if (within(1, 99) || within(1300, 1999)) return 'standard';
  return within(100, 199) || within(2000, 2699) ? 'extended' : undefined;
};

/** One end as a command line has it: an object or a group by its name. */
export type End = z.infer<typeof rule>['source'];
export const endText = (end: End): string =>
  typeof end === 'string' ? end : `${end.ref === 'network-group' ? 'object-group' : 'object'} ${end.name}`;

/** What is matched, line by line: the first line that fits decides, and what fits none is denied. */
export const accessList = noun(
  'access-list',
  'access list',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** `standard` looks at sources alone: for split tunnels. Default: extended. It cannot be changed. */
      type: z.enum(['standard', 'extended']).default('extended'),
      /** Lines in order. */
      entries: z
        .array(z.union([rule, remark], { error: "write { action: 'permit', source: … } or { remark: '…' }" }))
        .min(1, { error: 'an empty list matches everything: write at least one entry' })
        .transform(placed)
        .refine(ascending, { error: 'the sequence numbers do not rise: write the entries in their order' }),
    })
    .superRefine((p, context) => {
      const type = /^\d+$/.test(p.name) ? listTypeOfNumber(Number(p.name)) : p.type;
      if (type === undefined)
        context.addIssue({
          code: 'custom',
          path: ['name'],
          message: `${p.name} is not a valid number of an access list: write a name, or 1 to 199, or 1300 to 2699`,
        });
      else if (type !== p.type)
        context.addIssue({
          code: 'custom',
          path: ['type'],
          message: `a list of the number ${p.name} is ${type}: write type: '${type}', or a name`,
        });
      p.entries.forEach((entry, i) => {
        const issue = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: ['entries', i, field], message });
        if ('remark' in entry) return;
        if (p.type === 'extended') {
          if (entry.destination === undefined) issue('destination', "is missing: write destination: 'any'");
          return;
        }
        for (const field of ['protocol', 'sourcePort', 'destination', 'destinationPort', 'securityGroupTags'] as const)
          if (entry[field] !== undefined)
            issue(field, "a standard list looks at sources alone: leave it out, or write type: 'extended'");
      });
    }),
);
