import { z } from 'zod';
import { noun } from '../noun';
import { objectName, preference } from '../values';
import { notValid } from '../wording';

const choices = [
  'ikev2-proposal',
  'ikev2-policy',
  'ikev2-authorization-policy',
  'ipsec-transform-set',
  'ipsec-profile',
] as const;

/**
 * The objects named `default` that a device has without a line. One is changed by declaring it (`new IkeV2Proposal(edge,
 * 'default', …)`), switched off here, and restored by declaring neither. Their values move with releases.
 */
export const smartDefaults = noun(
  'smart-defaults',
  'smart defaults',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Those that shall not be there. */
    disabled: preference(
      z.enum(choices, { error: notValid('smart default', `one of ${choices.join(', ')}`) }),
      'smart default',
    ),
  }),
  { identity: { only: 'smart-defaults' } },
);
