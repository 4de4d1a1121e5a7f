import { z } from 'zod';
import { noun } from '../noun';
import { objectName } from '../values';
import { notValid } from '../wording';
import { plainUrl } from '../plain-text';

export const urlValue = plainUrl({
  protocol: /^https?$/,
  error: notValid('http or https URL', 'it like https://vpn.example.net/staff'),
}).max(400);

/** A URL of the FMC by name: what a connection profile's group URL refers to. */
export const urlObject = noun(
  'url-object',
  'URL object',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** For example `https://vpn.example.net/staff`. */
    url: urlValue,
    /**
     * Whether single firewalls may have another value under this name: a `UrlObjectOverride` gives it. Default: what
     * is set on the FMC, and no for a new one.
     */
    overridable: z.boolean().optional(),
  }),
);
