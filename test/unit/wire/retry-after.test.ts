/** How long a refused request waits before it is sent again, by a clock that the test moves. */
import { AxiosError, AxiosHeaders, type AxiosAdapter } from 'axios';
import { closeClient, restClient, statusOf, type HttpClient, type RestService } from '../../../lib/wire/https';

const service: RestService = {
  target: 'fmc',
  code: 'fmc',
  title: 'the FMC',
  settings: { host: 'fmc.example.net', port: 443, timeoutSeconds: 600, retrySeconds: 0.01, trust: { insecure: true } },
  proxy: 'none',
  describe: () => undefined,
};

let http: HttpClient;
let sent: number;
beforeEach(() => {
  jest.useFakeTimers();
  http = restClient(service, { base: '/api', sockets: 1, headers: {} });
  sent = 0;
});
afterEach(() => {
  jest.useRealTimers();
  closeClient(http);
});

/** A service that refuses so many requests, and says in each answer how long to wait. */
const refusing =
  (times: number, status: number, after: string | undefined): AxiosAdapter =>
  async (config) => {
    sent += 1;
    const headers = new AxiosHeaders(after === undefined ? {} : { 'retry-after': after });
    const answer = { data: {}, statusText: '', headers, config, status: sent > times ? 200 : status };
    if (sent > times) return answer;
    throw new AxiosError('refused', 'ERR_BAD_REQUEST', config, undefined, answer);
  };

test.each([
  [429, '30', 30_000],
  [503, '30', 30_000],
  // At most two minutes, whatever is asked.
  [429, '86400', 120_000],
])('answered %d with Retry-After: %s, it is sent again after %d milliseconds', async (status, after, wait) => {
  const asked = http.get('/hosts', { adapter: refusing(1, status, after) });
  await jest.advanceTimersByTimeAsync(wait - 1);
  expect(sent).toBe(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent).toBe(2);
  expect((await asked).status).toBe(200);
});

test('answered 429 without Retry-After, it waits by its own pauses, which grow', async () => {
  const asked = http.get('/hosts', { adapter: refusing(Infinity, 429, undefined) }).catch(statusOf);
  // 7.5 to 12.5 milliseconds, three times that, nine times that; the clock of the test knows whole ones.
  await jest.advanceTimersByTimeAsync(6);
  expect(sent).toBe(1);
  await jest.advanceTimersByTimeAsync(7);
  expect(sent).toBe(2);
  await jest.advanceTimersByTimeAsync(150);
  expect(sent).toBe(4);
  expect(await asked).toBe(429);
});
