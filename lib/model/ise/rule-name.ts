import { plain } from '../plain-text';
import { notValid } from '../wording';

/** What ISE takes as the name of a policy set or a rule. */
export const ruleName = plain().regex(/^(?! )[A-Za-z0-9_ .()-]{1,128}(?<! )$/, {
  error: notValid('name of a policy set or rule', 'letters, digits, blanks and _ - . ( ) only, at most 128 characters'),
});
