/** Faults at the nth request of an FMC: each request counts once, whatever its path. */
import { startFmc, type LabFmc } from '../../../lib/lab/devices/fmc';
import { connect } from '../../support/fmc-lab/client';
import { nthRequest } from '../../support/killing';

let lab: LabFmc;
beforeEach(async () => {
  lab = await startFmc({ requestsPerMinute: 0, delayMs: 0 });
});
afterEach(() => lab.close());

test.each([
  ['of the platform', '/api/fmc_platform/v1/info/serverversion'],
  ['of a domain', 'object/hosts'],
])('the third request %s meets the fault, and no other', async (_title, path) => {
  const { get } = await connect(lab);
  lab.faults = { status: { match: nthRequest(3), code: 503, times: Infinity } };
  const answers: number[] = [];
  for (let i = 0; i < 7; i += 1) answers.push((await get(path)).status);
  expect(answers).toEqual([200, 200, 503, 200, 200, 200, 200]);
});
