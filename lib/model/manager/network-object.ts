import { z } from 'zod';
import { addressNumber } from '../shared/address-pool';
import { noun } from '../noun';
import { ipv4, ipv4Network, ipv6, ipv6Prefix, objectName } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const rangeOf = (text: string): readonly [string, string] | undefined => {
  const ends = text.split('-');
  return ends.length === 2 && ends.every((end) => ipv4.safeParse(end).success) ? [ends[0]!, ends[1]!] : undefined;
};
const rising = (text: string): boolean => {
  const ends = rangeOf(text);
  return ends === undefined || addressNumber(ends[0]) <= addressNumber(ends[1]);
};

/** An address (a host), a network with a length, or a range. */
export const addressesValue = z.union(
  [
    ipv4,
    ipv4Network,
    ipv6,
    ipv6Prefix,
    plain()
      .refine((text) => rangeOf(text) !== undefined)
      .refine(rising, { error: 'the range ends before it begins: write the lower address first' }),
  ],
  {
    error: notValid('address, network or range', '192.0.2.1, 10.20.0.0/16 (host bits zero) or 192.0.2.1-192.0.2.9'),
  },
);

/** A host, a network or a range of addresses of the FMC, by name. Which of the three it is cannot change. */
export const networkObject = noun(
  'network-object',
  'network object',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** An address (a host), a network with a length, or a range `192.0.2.1-192.0.2.9`. */
    value: addressesValue,
    /**
     * Whether single firewalls may have another value under this name: a `NetworkObjectOverride` gives it. Default:
     * what is set on the FMC, and no for a new one. FMC only.
     */
    overridable: z.boolean().optional(),
  }),
);
