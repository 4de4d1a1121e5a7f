import type { RestStep } from '../../desired/rest/dialect';
import type { JsonObject } from '../../kernel/json';
import { grammarFor } from './normalize';

/** Path of ERS below the server. */
export const base = '/ers/config';

/** `{"NetworkDevice": {…}}`: ERS names the type around every body. */
export const wrapped = (step: Pick<RestStep, 'kind'>, body: JsonObject): JsonObject => ({
  [String(grammarFor(step.kind)!.type)]: body,
});
