import { makeBudget, requestsPerMinute } from '../../../../../lib/platforms/fmc/client/budget';
import { isMoved, moved } from '../../../../../lib/platforms/fmc/write/conflict';
import { RequestQueue } from '../../../../../lib/platforms/fmc/client/queue';
import { holdTokens, type Token } from '../../../../../lib/platforms/fmc/client/tokens';
import type { JsonObject } from '../../../../../lib/kernel/json';

describe('the request rate', () => {
  test('is that of the version', () => {
    expect(['7.2', '7.4', '7.4.0', '7.4.1', '7.6', '10.0'].map(requestsPerMinute)).toEqual([
      120, 120, 120, 300, 300, 300,
    ]);
  });

  test('who comes too early waits until a minute has passed since the first', async () => {
    let now = 0;
    const waited: number[] = [];
    const wait = async (ms: number): Promise<void> => {
      waited.push(ms);
      now += ms;
    };
    const budget = makeBudget({ perMinute: 2 }, { now: () => now, wait });
    await budget.turn();
    now = 10_000;
    await budget.turn();
    await budget.turn();
    expect([waited, now]).toEqual([[50_000], 60_000]);
    await budget.turn();
    expect([waited, budget.used()]).toEqual([[50_000, 10_000], 4]);
  });
});

describe('the token', () => {
  const token = (access: string, refreshed = 0, since = Date.now()): Token => ({
    access,
    refresh: 'r',
    refreshed,
    since,
  });
  const source = (refresh: Token | 'refused' | 'lost') => {
    const calls: string[] = [];
    return {
      calls,
      refresh: async () => (calls.push('refresh'), refresh),
      login: async () => (calls.push('login'), token('new')),
      taken: () => new Error('taken'),
    };
  };
  const renewed = async (first: Token, refresh: Token | 'refused' | 'lost') => {
    const from = source(refresh);
    const tokens = holdTokens(first, from);
    tokens.renew(first);
    tokens.renew(first);
    const now = await tokens.current().then(
      ({ access }) => access,
      (error: Error) => error.message,
    );
    return [now, ...from.calls];
  };

  test('is refreshed once, whoever asks', async () => {
    expect(await renewed(token('old'), token('fresh', 1))).toEqual(['fresh', 'refresh']);
  });
  test('is asked for anew after three refreshes, and when no answer came', async () => {
    expect(await renewed(token('old', 3), token('fresh'))).toEqual(['new', 'login']);
    expect(await renewed(token('old'), 'lost')).toEqual(['new', 'refresh', 'login']);
  });
  test('a young one that is refused is asked for anew once: then somebody else works with this account', async () => {
    expect(await renewed(token('old'), 'refused')).toEqual(['new', 'refresh', 'login']);
    expect(await renewed({ ...token('old'), again: true }, 'refused')).toEqual(['taken', 'refresh']);
    expect(await renewed(token('old', 1, Date.now() - 31 * 60_000), 'refused')).toEqual(['new', 'refresh', 'login']);
  });
});

describe('an object that somebody has written since it was read', () => {
  const body = (timestamp: number | undefined, user: string, value: string): JsonObject => ({
    id: '1',
    value,
    metadata: { ...(timestamp === undefined ? {} : { timestamp }), lastUser: { name: user } },
  });
  test.each([
    ['nobody', body(1, 'ravi', 'a'), body(1, 'ravi', 'a'), false],
    ['we', body(1, 'ravi', 'a'), body(2, 'api', 'a'), false],
    ['another', body(1, 'api', 'a'), body(2, 'ravi', 'a'), true],
    ['no times, the same', body(undefined, 'x', 'a'), body(undefined, 'x', 'a'), false],
    ['no times, another value', body(undefined, 'x', 'a'), body(undefined, 'x', 'b'), true],
  ])('%s', (_who, before, now, expected) => {
    expect(isMoved(before, now, 'api')).toBe(expected);
  });
  test('is named with who and when, in seconds or milliseconds', () => {
    const [one, two] = [1459973987, 1459973987000].map(
      (at) => moved('fmc', 'hosts:a', body(at, 'ravi', 'a')).problems[0]!,
    );
    expect(one!.message).toBe(
      'hosts:a was changed by ravi at 2016-04-06 20:19:47 UTC, after it was read: nothing was written over it',
    );
    expect(two).toEqual(one);
  });
});

const idOf = (n: number): string => `005056bb-0b24-0ed3-0000-${String(n).padStart(12, '0')}`;

describe('a list', () => {
  const pages = (count: () => number, per = 1000) => {
    const asked: number[] = [];
    const request = async (_method: string, _path: string, params?: object): Promise<JsonObject> => {
      const { offset } = params as { offset: number };
      asked.push(offset);
      const left = Math.min(per, Math.max(0, count() - offset));
      const items = Array.from({ length: left }, (_, i) => ({ id: idOf(offset + i) }));
      return { ...(left > 0 ? { items } : {}), paging: { count: count() } };
    };
    return { asked, queue: new RequestQueue(request, { statusOf: () => undefined, retrySeconds: 0.001 }) };
  };
  test('is read by as many pages as it has', async () => {
    const { asked, queue } = pages(() => 2500);
    expect(await queue.list('object/hosts')).toHaveLength(2500);
    expect(asked).toEqual([0, 1000, 2000]);
  });
  test('of nothing is one request', async () => {
    const { asked, queue } = pages(() => 0);
    expect([await queue.list('object/hosts'), asked]).toEqual([[], [0]]);
  });
  test('that changes meanwhile is read again, and refused when it does not stay', async () => {
    let calls = 0;
    const once = pages(() => (calls++ < 2 ? 1500 : 1400));
    expect(await once.queue.list('object/hosts')).toHaveLength(1400);
    let more = 1001;
    await expect(pages(() => more++).queue.list('object/hosts')).rejects.toThrow(/changes while it is read/);
  });
});
