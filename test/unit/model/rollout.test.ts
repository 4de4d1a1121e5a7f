import { rollout } from '../../../lib/model/rollout';
import type { RolloutProps } from '../../../lib/model/rollout-props';

const whole: Required<RolloutProps> = {
  name: 'march',
  waves: [
    { name: 'canary', targets: ['r*'], labels: { region: 'south' }, percent: 5, approval: true, parallel: 2 },
    { count: 3 },
    {},
  ],
  gate: { failures: 1, tunnelsUpWithinMinutes: 10, verify: false, soakMinutes: 30 },
  window: { zone: 'Europe/Berlin', from: '22:00', until: '04:00', days: ['fri'] },
  retry: { times: 5, everyMinutes: 2 },
  onFailure: 'rollback',
};

describe('the props of a rollout', () => {
  test('are all known to the schema', () => expect(rollout.safeParse(whole).error).toBeUndefined());

  test.each([
    [{ waves: [] }, 'write at least one wave'],
    [{ waves: [{ count: 1, percent: 5 }] }, 'count and percent are both given: write one of them'],
    [
      { window: { zone: 'Mars/Olympus', from: '22:00', until: '04:00' } },
      /is not a valid time zone.*Europe\/Berlin or UTC/,
    ],
    [{ window: { zone: 'UTC', from: '25:00', until: '04:00' } }, /'25:00' is not a valid time of day/],
    [
      { window: { zone: 'UTC', from: '22:00', until: '22:00' } },
      'from and until are the same time: it would never be open',
    ],
  ])('%j is refused in words', (props, words) => {
    const { error } = rollout.safeParse({ ...whole, ...props });
    expect(error!.issues.map(({ message }) => message).join(' ')).toMatch(words);
  });
});
