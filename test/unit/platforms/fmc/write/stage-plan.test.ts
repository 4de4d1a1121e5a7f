import { batches } from '../../../../../lib/platforms/fmc/write/bulk';
import { estimated } from '../../../../../lib/platforms/fmc/write/estimate';
import { wavesOf } from '../../../../../lib/platforms/fmc/deploy/deploy';
import { habitsOf } from '../../../../../lib/platforms/fmc/client/endpoints';
import type { RestStep } from '../../../../../lib/desired/rest/dialect';

const post = (path: string, name: string, body = {}): RestStep => ({
  method: 'POST',
  path,
  body: { name, ...body },
  identity: `${path.split('/').pop()}:${name}`,
  part: '',
  kind: 'k',
  name,
});
const change = (...steps: readonly RestStep[]) => ({ address: steps[0]!.name, path: 'p', steps, undo: [] });
const shape = (changes: Parameters<typeof batches>[0]) =>
  batches(changes).map((batch) => batch.changes.map((c) => c.address).join(' '));

describe('creations in bulk', () => {
  test('those of one collection go together, though others stand between', () => {
    const all = ['a', 'b', 'c'].flatMap((name) => [
      change(post('object/hosts', name)),
      change(post('object/ikev2policies', `${name}-ike`)),
    ]);
    expect(shape(all)).toEqual(['a b c', 'a-ike', 'b-ike', 'c-ike']);
  });
  test('one that refers to what is not there yet waits for it', () => {
    const outer = change(post('object/networkgroups', 'outer', { objects: [{ id: '{networkgroups:inner}' }] }));
    const other = change(post('object/networkgroups', 'other', { objects: [{ id: '{hosts:a}' }] }));
    const inner = change(post('object/networkgroups', 'inner'));
    const a = change(post('object/hosts', 'a'));
    expect(shape([inner, a, outer, other])).toEqual(['inner', 'a', 'outer other']);
  });
  test('at most 1,000 and 2 MB at once', () => {
    const many = Array.from({ length: 1001 }, (_, i) => change(post('object/hosts', `h${i}`)));
    expect(batches(many).map(({ steps }) => steps.length)).toEqual([1000, 1]);
    const large = 'x'.repeat(900_000);
    const three = ['a', 'b', 'c'].map((name) => change(post('object/hosts', name, { description: large })));
    expect(shape(three)).toEqual(['a b', 'c']);
  });
  test('what has several steps, a query or a file goes alone', () => {
    const put: RestStep = { ...post('object/hosts', 'x'), method: 'PUT' };
    const alone = [
      change(post('object/hosts', 'two'), put),
      change(post('object/hosts?x=1', 'query')),
      change({ ...post('object/hosts', 'file'), upload: true }),
      change(put),
      change(post('object/hosts', 'plain')),
    ];
    expect(shape(alone)).toEqual(['two', 'query', 'file', 'x', 'plain']);
  });
});

test('what an endpoint does is known by its path, with ids in it or without', () => {
  expect(habitsOf('object/hosts')).toEqual({ bulk: true });
  expect(habitsOf('object/hosts/1')).toEqual({});
  expect(habitsOf('policy/ftds2svpns/1/endpoints')).toEqual({ bulk: 'tried' });
  expect(habitsOf('policy/ravpns/1')).toEqual({});
  expect(habitsOf('policy/ravpns/1/connectionprofiles')).toEqual({ unstable: true });
  expect(habitsOf('policy/ravpns/1/ipseccryptomaps/2')).toEqual({ unstable: true });
});

describe('waves', () => {
  const policies = { dirty: [], together: [] };
  const device = (name: string, pair = false) => ({
    id: name,
    name,
    version: '1',
    busy: false,
    pair,
    changes: [],
    policies,
  });
  const waves = (devices: readonly ReturnType<typeof device>[], settings: { canary?: string; waveSize: number }) =>
    wavesOf(devices, settings as Parameters<typeof wavesOf>[1]).map((wave) => wave.map(({ name }) => name).join(' '));
  const all = [device('d'), device('a', true), device('c'), device('b')];
  test('one that stands alone is first, by name', () => {
    expect(waves(all, { waveSize: 2 })).toEqual(['b', 'a c', 'd']);
  });
  test('the named one is first; a name that is not among them is none', () => {
    expect(waves(all, { waveSize: 10, canary: 'a' })).toEqual(['a', 'b c d']);
    expect(waves(all, { waveSize: 10, canary: 'elsewhere' })).toEqual(['b', 'a c d']);
  });
  test('pairs alone, and none at all', () => {
    expect(waves([device('y', true), device('x', true)], { waveSize: 5 })).toEqual(['x', 'y']);
    expect(waves([], { waveSize: 5 })).toEqual([]);
  });
});

describe('how long a change takes at the limit of the FMC', () => {
  const step = (method: 'POST' | 'PUT', n: number, part = '') => ({
    method,
    path: 'object/ikev2policies',
    body: {},
    identity: `ikev2policies:p${n}`,
    part,
    kind: 'ikev2-policy',
    name: `p${n}`,
  });
  const many = (count: number, methods: readonly ('POST' | 'PUT')[]) =>
    batches(
      Array.from({ length: count }, (_, n) => ({
        address: `ikev2-policy/p${n}`,
        path: 'stack/p',
        steps: methods.map((method, i) => step(method, n, i === 0 ? '' : 'part')),
      })) as never,
    );
  test('is said from two minutes on, by the rate of its version', () => {
    expect(estimated(many(120, ['POST']), { version: '7.2' })).toBeUndefined();
    expect(estimated(many(121, ['POST']), { version: '7.2' })).toMatch(
      /^about 2 minutes: 121 requests and more, at 120/,
    );
    expect(estimated(many(121, ['POST']), { version: '7.6' })).toBeUndefined();
    expect(estimated(many(121, ['POST']), { version: '7.6', requestsPerMinute: 10 })).toMatch(/^about 13 minutes/);
  });
  test('a change reads what it writes, and a creation does not', () => {
    expect(estimated(many(100, ['PUT']), { version: '7.2' })).toMatch(/200 requests/);
    expect(estimated(many(100, ['POST', 'PUT']), { version: '7.2' })).toMatch(/200 requests/);
  });
});
