import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../../../lib/run/ledger/store';
import { RolloutLog } from '../../../../lib/run/rollout/rollout-log';
import { noon } from './world';

const directory = mkdtempSync(join(tmpdir(), 'tunnelwright-log-'));
afterAll(() => rmSync(directory, { recursive: true }));

test('the last start is the one that was begun last, also of several within a second', async () => {
  const store = fileStore(directory);
  for (let nth = 1; nth <= 8; nth++) {
    const log = await RolloutLog.begin(store, 'net', 'march', () => noon);
    await log.append([{ what: 'taken over', at: noon, by: `process ${nth}` }]);
    const last = await RolloutLog.last(store, 'net', 'march');
    expect([last?.start, last?.events]).toEqual([log.start, log.events]);
  }
});
