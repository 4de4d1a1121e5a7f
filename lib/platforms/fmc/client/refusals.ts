import { setTimeout as pause } from 'node:timers/promises';
import type { TargetSettings } from '../../../model/targets';

/** How often one request is sent whose token is refused (401). */
export const mostAttempts = 3;

/** At once the first time: a token that is too old is renewed. Then after a while. */
export const pauseBetween = async (
  { retrySeconds }: Pick<TargetSettings<'fmc'>, 'retrySeconds'>,
  attempt: number,
): Promise<void> => {
  if (attempt > 1) await pause(retrySeconds * 1000);
};
