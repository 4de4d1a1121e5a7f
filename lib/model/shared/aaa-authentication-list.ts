import { z } from 'zod';
import { aaaMethod } from '../choices';
import { noun } from '../noun';
import { objectName, preference } from '../values';

/** Who checks a user name and a password. A method is asked when the one before does not answer. */
export const aaaAuthenticationList = noun(
  'aaa-authentication-list',
  'AAA authentication list',
  z.strictObject({
    /** Name on the device; `default` is used wherever no other is named. */
    name: objectName,
    /** Methods in order: server groups, `local`, … */
    methods: preference(aaaMethod, 'method'),
  }),
);
