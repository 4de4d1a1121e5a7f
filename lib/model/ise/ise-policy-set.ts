import { z } from 'zod';
import { noun, ref } from '../noun';
import { text } from '../values';
import { iseCondition } from './condition';
import { ruleName, ruleRank, ruleState } from './rule';

/**
 * Rules for the requests that a condition picks (Policy > Policy Sets). Its default rules are ISE's: everybody whom no rule
 * of it is for is refused. OpenAPI, from ISE 3.1 on, at port 443.
 */
export const isePolicySet = noun(
  'ise-policy-set',
  'ISE policy set',
  z
    .strictObject({
      /** Name in ISE. */
      name: ruleName,
      /** A remark that ISE keeps, at most 256 characters. */
      description: text(256).optional(),
      /** Which requests it is for. */
      condition: iseCondition,
      /** By which protocols users are checked. Default: what ISE has by itself, `Default Network Access`. */
      protocols: ref('ise-allowed-protocols').optional(),
      /** Hand requests on to these servers, in place of `protocols`. */
      proxy: ref('ise-radius-server-sequence').optional(),
      /** `monitor`: rules are matched and counted, and do nothing. Default: enabled. */
      state: ruleState,
      /** Its place among all policy sets, 0 is asked first. Default: where ISE puts it; it is left there. */
      rank: ruleRank.optional(),
    })
    .refine(({ protocols, proxy }) => protocols === undefined || proxy === undefined, {
      error: 'protocols and proxy exclude each other: write one of them',
      path: ['proxy'],
    }),
);
