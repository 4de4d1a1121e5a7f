import { decide } from '../../../lib/rollout/decide';
import { againAnywhere, showReport, showStatus } from '../../../lib/rollout/show';
import type { RolloutEvent } from '../../../lib/rollout/event';
import { stateOf } from '../../../lib/rollout/state';
import { declared, noon } from '../run/rollout/world';

const started = (count: number): RolloutEvent => ({
  what: 'started',
  at: noon,
  by: 'ops',
  waves: [{ name: 'wave 1', steps: Array.from({ length: count }, (_, n) => [`r${n}`]), approval: true, parallel: 1 }],
  needs: {},
  digests: {},
  allowDisruption: false,
});
const rollout = declared({ waves: [{ approval: true }] });

test('a command that is shown is the whole one, at the end of what it ends', () => {
  const state = stateOf([started(1)])!;
  const shown = showStatus('march', state, decide(rollout, state, noon), (verb) => `tw ${verb} march --store S`);
  expect(shown[0]).toBe('march: wave 1 of 1, waits for an approval: tw approve march --store S');
  state.take({ what: 'paused', at: noon, by: 'ops' });
  expect(showStatus('march', state, decide(rollout, state, noon), againAnywhere('march'))[0]).toBe(
    'march: wave 1 of 1, is paused: tunnelwright rollout resume march',
  );
});

test('more faults than are listed are in the report, which is named', () => {
  const state = stateOf([started(22)])!;
  for (let n = 0; n < 22; n++) state.take({ what: 'ended', target: `r${n}`, as: 'failed', at: noon, words: [] });
  expect(showStatus('march', state, decide(rollout, state, noon), againAnywhere('march')).at(-1)).toBe(
    '  and 2 more: tunnelwright rollout report march',
  );
});

test('a report is in the order of time: an order stands where it was given, not where it was taken in', () => {
  const events: readonly RolloutEvent[] = [
    started(1),
    { what: 'taken over', at: noon + 9000, by: 'night' },
    { what: 'approved', at: noon + 4000, by: 'ops', wave: 0 },
    { what: 'begun', at: noon + 9000, targets: ['r0'], run: 'R1' },
  ];
  expect(showReport(events).map((line) => line.slice(line.indexOf('Z') + 2))).toEqual([
    'started by ops: 1 waves, 1 device',
    'wave 1 approved by ops',
    'taken over by night',
    'r0: run R1 begun',
  ]);
});
