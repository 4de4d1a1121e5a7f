import { brokenOff, notBegun } from '../../../lib/contract/interrupted';
import { problem } from '../../../lib/kernel/problem';
import { stateOf } from '../../../lib/run/outcome-words';

test('a target that was interrupted before it was begun is skipped; one that was refused or begun has failed', () => {
  const untouched = { state: 'reverted' as const, untouched: true as const, notes: [] };
  const refused = problem('device.moved', 'edge', 'nothing was changed');
  expect(stateOf({ ...untouched, problems: [notBegun('edge')] }, [])).toBe('skipped');
  expect(stateOf({ ...untouched, problems: [notBegun('edge')] }, [refused])).toBe('failed');
  expect(stateOf({ ...untouched, problems: [refused] }, [])).toBe('failed');
  expect(stateOf({ state: 'reverted', notes: [], problems: [notBegun('edge')] }, [])).toBe('failed');
  expect(stateOf({ ...untouched, problems: [brokenOff('edge', 'run again')] }, [])).toBe('failed');
});
