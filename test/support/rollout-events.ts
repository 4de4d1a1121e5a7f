import type { RolloutEvent } from '../../lib/rollout/event';

/** Devices that were begun although the gate of an earlier wave had not been passed, or after one had failed. */
export const begunEarly = (events: readonly RolloutEvent[]): readonly string[] => {
  const [started] = events;
  if (started?.what !== 'started') return ['never started'];
  const waveOf = new Map(started.waves.flatMap(({ steps }, i) => steps.flat().map((id) => [id, i] as const)));
  let passed = 0;
  let hasFailed = false;
  const found: string[] = [];
  for (const event of events) {
    if (event.what === 'begun') found.push(...event.targets.filter((id) => hasFailed || waveOf.get(id)! > passed));
    if (event.what === 'gate' && event.passed) passed += 1;
    if (event.what === 'gate' && !event.passed) hasFailed = true;
    if (event.what === 'resumed') hasFailed = false;
  }
  return found;
};
