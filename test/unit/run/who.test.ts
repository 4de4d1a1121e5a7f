import os from 'node:os';
import { whoRuns } from '../../../lib/run/who';

afterEach(() => jest.restoreAllMocks());

test('a user whom no list knows is named by number, and stops nothing', () => {
  jest.spyOn(os, 'userInfo').mockImplementation(() => {
    throw new Error('ENOENT: uv_os_get_passwd');
  });
  const { USER } = process.env;
  delete process.env['USER'];
  try {
    expect(whoRuns()).toBe(`uid ${process.getuid!()}@${os.hostname()}`);
  } finally {
    if (USER !== undefined) process.env['USER'] = USER;
  }
});
