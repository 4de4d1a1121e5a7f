import type { RestStep } from '../../../desired/rest/dialect';
import type { TargetSettings } from '../../../model/targets';
import { requestsPerMinute } from '../client/budget';
import type { Batch } from './bulk';

/** A write is read first, but for what the same change creates. */
const requestsOf = (steps: readonly RestStep[]): number => {
  const creates = steps.some(({ method }) => method === 'POST');
  return steps.reduce((sum, { method }) => sum + (method === 'POST' || creates ? 1 : 2), 0);
};

/**
 * How long it takes to write changes at the rate of the FMC, in words; undefined where it is less than two minutes.
 * Creations that go together are one request.
 */
export const estimated = (
  all: readonly Batch[],
  settings: Pick<TargetSettings<'fmc'>, 'version' | 'requestsPerMinute'>,
): string | undefined => {
  const rate = settings.requestsPerMinute ?? requestsPerMinute(settings.version);
  const requests = all.reduce(
    (sum, { steps, changes }) => sum + (steps.length > 1 ? 1 : requestsOf(changes[0]?.steps ?? [])),
    0,
  );
  const minutes = Math.ceil(requests / rate);
  return minutes < 2
    ? undefined
    : `about ${minutes} minutes: ${requests} requests and more, at ${rate} a minute, which is the limit of the FMC`;
};
