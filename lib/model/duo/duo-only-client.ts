import { z } from 'zod';
import { common, sectionName } from './duo-values';
import { noun } from '../noun';

/** No check of the password by the Duo proxy: the device does that elsewhere. */
export const duoOnlyClient = noun(
  'duo-only-client',
  'client of the Duo proxy for the second factor alone',
  z.strictObject({
    /** Name of the section: duo_only_client. */
    name: sectionName('duo_only_client'),
    ...common,
  }),
);
