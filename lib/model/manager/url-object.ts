import { z } from 'zod';
import { noun } from '../noun';
import { objectName } from '../values';
import { notValid } from '../wording';
import { plainUrl } from '../plain-text';

/** A URL of the FMC by name: what a connection profile's group URL refers to. */
export const urlObject = noun(
  'url-object',
  'URL object',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** For example `https://vpn.example.net/staff`. */
    url: plainUrl({
      protocol: /^https?$/,
      error: notValid('http or https URL', 'it like https://vpn.example.net/staff'),
    }).max(400),
  }),
);
