import { z } from 'zod';
import { aaaMethod } from '../choices';
import { noun } from '../noun';
import { objectName, preference } from '../values';

/** Who says what a peer may have: the device itself (`local`, with IKEv2 authorization policies) or servers. A method is asked when the one before does not answer. */
export const aaaAuthorizationList = noun(
  'aaa-authorization-list',
  'AAA authorization list',
  z.strictObject({
    /** Name on the device; `default` is used wherever no other is named. */
    name: objectName,
    /** Methods in order: server groups, `local`, … */
    methods: preference(aaaMethod, 'method'),
  }),
);
