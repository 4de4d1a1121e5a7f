import { z } from 'zod';
import { noun } from '../noun';
import { plain } from '../plain-text';
import { objectName } from '../values';
import { notValid } from '../wording';

const whole = { error: notValid('fully qualified domain name', 'it whole, like www.example.net') };

export const wholeName = plain(whole)
  .max(253)
  .regex(/^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/, whole);
export const dnsResolution = z.enum(['ipv4-only', 'ipv6-only', 'ipv4-and-ipv6']);

/**
 * A domain name that firewalls of the FMC ask for its addresses, by the servers of their DNS policy. It matches that name
 * alone, no names below it. Rules of access control and the translated destination of a NAT rule take one, by itself or in
 * a group; what a VPN protects, splits or goes through is always addresses (Cisco, network objects).
 */
export const fqdnObject = noun(
  'fqdn-object',
  'FQDN object',
  z.strictObject({
    /** Name on the FMC: one over FQDNs, networks and groups, whatever its case. */
    name: objectName,
    /** The domain name, like `www.example.net`: letters, digits and hyphens between dots. */
    fqdn: wholeName,
    /** Which addresses of it count. Default: `ipv4-and-ipv6`. */
    dnsResolution: dnsResolution.optional(),
    /**
     * Whether single firewalls may have another value under this name: a `FqdnObjectOverride` gives it. Default: what
     * is set on the FMC, and no for a new one.
     */
    overridable: z.boolean().optional(),
  }),
);
