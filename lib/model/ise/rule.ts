import { z } from 'zod';
import { plain } from '../plain-text';
import { integer } from '../values';
import { notValid } from '../wording';

/** What ISE takes as the name of a policy set or a rule. */
export const ruleName = plain().regex(/^(?! )[A-Za-z0-9_ .()-]{1,128}(?<! )$/, {
  error: notValid('name of a policy set or rule', 'letters, digits, blanks and _ - . ( ) only, at most 128 characters'),
});

/** Its place among all policy sets, or among the rules of its set: 0 is asked first. */
export const ruleRank = integer(0, 10000);

/** `monitor`: it is matched and counted, and does nothing. */
export const ruleState = z.enum(['enabled', 'disabled', 'monitor']).default('enabled');
