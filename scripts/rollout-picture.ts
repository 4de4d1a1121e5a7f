/** The picture of docs/how-to/rollout.md: `npx tsx scripts/rollout-picture.ts` writes it, and a test holds it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawRollout } from '../lib/cli/output/rollout-picture';
import type { RolloutEvent } from '../lib/rollout/event';
import { stateOf, type RolloutState } from '../lib/rollout/state';

export const pictureFile = join(__dirname, '..', 'docs', 'how-to', 'rollout.svg');

const branches = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `branch-${from + n}`);

/** What has happened where the guide says "GATE FAILED": the same numbers of devices, the same three that failed. */
export const rolloutOfGuide = (): RolloutState => {
  const at = Date.UTC(2026, 2, 2);
  const waves = [
    { name: 'canary', steps: [['branch-1']], approval: false, parallel: 1 },
    { name: 'south', steps: branches(2, 200).map((id) => [id]), approval: false, parallel: 50 },
    { name: 'all others', steps: branches(201, 500).map((id) => [id]), approval: true, parallel: 50 },
  ];
  const bad = ['branch-8', 'branch-7', 'branch-9'];
  const ended = (ids: readonly string[], as: 'done' | 'failed'): RolloutEvent[] =>
    ids.flatMap((target): RolloutEvent[] => [
      { what: 'begun', at, targets: [target], run: target },
      { what: 'ended', at, target, as, words: [] },
    ]);
  const words = [`3 devices are not as declared, and 2 may be: ${bad.join(', ')}`];
  return stateOf([
    { what: 'started', at, by: 'you', waves, needs: {}, digests: {}, allowDisruption: false },
    ...ended(['branch-1'], 'done'),
    { what: 'gate', at, wave: 0, passed: true, words: [] },
    ...ended(
      branches(2, 100).filter((id) => !bad.includes(id)),
      'done',
    ),
    ...ended(bad, 'failed'),
    { what: 'gate', at, wave: 1, passed: false, words },
    { what: 'finished', at, outcome: 'stopped' },
  ])!;
};

if (require.main === module) writeFileSync(pictureFile, drawRollout('march', rolloutOfGuide()));
