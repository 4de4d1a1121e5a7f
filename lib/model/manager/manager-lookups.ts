import { z } from 'zod';
import { noun } from '../noun';
import { text } from '../values';

const named = z.strictObject({
  /** Name on the FMC. */
  name: text(128),
});

/**
 * The certificate of an authority that the FMC trusts (Objects > PKI > Trusted CAs), by which it and its firewalls know
 * the servers of a directory: looked up by name, never created.
 */
export const trustedCa = noun('trusted-ca', 'trusted CA', named);

/** An access control policy of the FMC, which others keep: looked up by name, and only rules of ours in it are ours. */
export const accessPolicy = noun('access-policy', 'access control policy', named);

/** A port object of the FMC, like `HTTPS`, or a group of them: looked up by name, never created. */
export const portObject = noun('port-object', 'port object', named);
