import type { Desired } from '../../desired/item';
import { restDialect, type RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import { sortKeys, type JsonObject } from '../../kernel/json';

/** What would be sent to an empty platform, for a person to read. Ids stand as placeholders, secrets as references. */
export const requestsFile = (
  desired: Desired<RestObject>,
  base: string | ((path: string) => string),
  shape: (step: RestStep, body: JsonObject) => JsonObject = (_step, body) => body,
): { readonly suffix: string; readonly text: string } => {
  const requests = desired.items
    .flatMap((item) => restDialect.steps(undefined, item.content))
    .map((step) => ({
      method: step.method,
      path: typeof base === 'string' ? `${base}/${step.path}` : base(step.path),
      body: sortKeys(step.body && shape(step, step.body)),
    }));
  return { suffix: '.requests.json', text: `${JSON.stringify(requests, undefined, 2)}\n` };
};
