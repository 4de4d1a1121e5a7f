import { z } from 'zod';
import { noun } from '../noun';
import { integer, objectName, text } from '../values';

/**
 * A custom security group tag of the FMC (TrustSec): lines of access lists match sources by it. Where the FMC takes its tags
 * from an ISE, it has no custom ones.
 */
export const securityGroupTag = noun(
  'security-group-tag',
  'security group tag',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    description: text(200).optional(),
    /** 0 to 65535. */
    tag: integer(0, 65535),
  }),
);
