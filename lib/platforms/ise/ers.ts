import type { RestStep } from '../../desired/rest/dialect';
import type { JsonObject } from '../../kernel/json';
import { grammarFor } from './normalize';

/** What ISE keeps for its policy is served by the OpenAPI, all else by ERS. */
export const isOpenApi = (collection: string): boolean => collection.startsWith('network-access/');

/** The whole path of what stands below either. */
export const pathOf = (collection: string): string =>
  `${isOpenApi(collection) ? '/api/v1/policy' : '/ers/config'}/${collection}`;

/** The OpenAPI keeps what rules have in common in a member of its own. */
const common: ReadonlySet<string> = new Set(['id', 'name', 'rank', 'state', 'condition', 'default']);
const ruleOf = (body: JsonObject): JsonObject => {
  const entries = Object.entries(body);
  return {
    rule: Object.fromEntries(entries.filter(([name]) => common.has(name))),
    ...Object.fromEntries(entries.filter(([name]) => !common.has(name))),
  };
};

/** A rule as one object; what ISE counts and links is left out. */
export const flattened = (body: JsonObject): JsonObject => {
  const { rule, ...rest } = body;
  const all: JsonObject = { ...rest, ...(rule as JsonObject | undefined) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'link' && name !== 'hitCounts'));
};

/** `{"NetworkDevice": {…}}`: ERS names the type around every body. The OpenAPI does not, and parts its rules. */
export const wrapped = (step: Pick<RestStep, 'kind' | 'path'>, body: JsonObject): JsonObject => {
  if (!isOpenApi(step.path)) return { [String(grammarFor(step.kind)!.type)]: body };
  return step.kind === 'ise-policy-set' ? body : ruleOf(body);
};
