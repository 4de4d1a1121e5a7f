import * as https from './support/hostile-https';
import { httpsSettings, restObject, suffer, type Attack, type Harm } from './support/victim';

type Reply = https.Reply;
type Replies = readonly (readonly [RegExp, Reply])[];

const hosts = [
  restObject('network-object', 'hosts', 'object/hosts', 'mumbai'),
  restObject('network-object', 'hosts', 'object/hosts', 'pune'),
];

const against = async (
  platform: Attack['platform'],
  replies: Replies,
  scope: readonly object[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Harm & { readonly paths: readonly string[] }> => {
  const server = await https.startHostileHttps(replies);
  try {
    const harm = await suffer({ platform, settings: httpsSettings(server, more), scope });
    return { ...harm, paths: server.requests.map(({ method, path }) => `${method} ${path}`) };
  } finally {
    await server.close();
  }
};
const fmc = (reply: Reply, more = {}) =>
  against('fmc', [https.fmcLogin(), [/^GET .*\/object\/hosts/, reply]], hosts, more);
const said = ({ problems }: Harm): string =>
  problems.map(({ message, hint }) => `${message} | ${hint ?? ''}`).join('\n');

const item = (name: string, id = `0050568A-4D2B-0ed3-0000-00000000000${name.length % 10}`) => ({
  id,
  name,
  type: 'Host',
});

describe('a reading of the FMC is believed when it is proven whole', () => {
  test.each<readonly [string, unknown, RegExp]>([
    [
      'no items and a count of ten million',
      { items: [], paging: { count: 10_000_000 } },
      /says that there are 10000000 objects and has 0/,
    ],
    ['nothing at all', {}, /does not say how many objects there are/],
    ['a count that is a word', { items: [], paging: { count: 'many' } }, /does not say how many/],
    ['a count below zero', { items: [], paging: { count: -1 } }, /does not say how many/],
    ['items that are null', { items: [null], paging: { count: 1 } }, /one of its items is not an object/],
    ['items that are words', { items: ['mumbai'], paging: { count: 1 } }, /one of its items is not an object/],
    ['items that is not an array', { items: { 0: item('mumbai') }, paging: { count: 1 } }, /items is not an array/],
    [
      'more items than it says',
      { items: [item('a'), item('bb')], paging: { count: 1 } },
      /says that there are 1 objects and has 2/,
    ],
    [
      'the same page for ever',
      { items: [item('a')], paging: { count: 3 } },
      /changes while it is read, or is not as long as it says/,
    ],
    [
      'a billion objects',
      { items: [item('a')], paging: { count: 1_000_000_000 } },
      /lists 1000000000 objects, 1 in a page: more than 1000 pages/,
    ],
    [
      'an id that is not a UUID',
      { items: [item('a', '../../../evil?x=#')], paging: { count: 1 } },
      /the id of one of its items is not a UUID/,
    ],
    ['an array', [item('a')], /not a JSON object/],
    ['a word', 'fine', /not a JSON object/],
    ['nothing but null', null, /not a JSON object/],
  ])('%s', async (_name, body, words) => {
    const harm = await fmc(https.json(body));
    expect(said(harm)).toMatch(words);
    expect(harm.live).toBeUndefined();
  });

  test('an empty list has no items and says 0', async () => {
    const harm = await fmc(https.json({ links: {}, paging: { offset: 0, limit: 1000, count: 0, pages: 0 } }));
    // What stops it is the list that the server does not have.
    expect(said(harm)).toMatch(/answers 404/);
  });
});

describe('a list of ISE and of Duo', () => {
  const scopes = {
    ise: [restObject('ise-network-device', 'networkdevice', 'networkdevice', 'edge')],
    'duo-admin': [restObject('duo-group', 'groups', 'admin/v1/groups', 'VPN')],
  };
  const entry = { id: '7b1f8a30-1111-4222-8333-9c6f00000001', name: 'edge' };
  test.each<readonly [keyof typeof scopes, string, unknown, RegExp]>([
    ['ise', 'nothing at all', {}, /no SearchResult/],
    [
      'ise',
      'fewer than it says',
      { SearchResult: { total: 7, resources: [] } },
      /says that there are 7 objects and lists 0/,
    ],
    [
      'ise',
      'more than it says',
      { SearchResult: { total: 0, resources: [entry] } },
      /says that there are 0 objects and lists 1/,
    ],
    ['ise', 'resources that are null', { SearchResult: { total: 1, resources: [null] } }, /no SearchResult/],
    [
      'ise',
      'an id that leads elsewhere',
      { SearchResult: { total: 1, resources: [{ ...entry, id: '../../x' }] } },
      /no SearchResult/,
    ],
    ['duo-admin', 'no list', { stat: 'OK', response: {} }, /not an array of objects/],
    ['duo-admin', 'null for a group', { stat: 'OK', response: [null] }, /not an array of objects/],
    [
      'duo-admin',
      'fewer than it says',
      { stat: 'OK', response: [], metadata: { total_objects: 3 } },
      /says that there are 3 objects and lists 0/,
    ],
    [
      'duo-admin',
      'pages in a circle',
      { stat: 'OK', response: [{ name: 'a' }], metadata: { next_offset: 0 } },
      /pages do not end/,
    ],
  ])('%s: %s', async (platform, _name, body, words) => {
    const harm = await against(platform, [[/./, https.json(body)]], scopes[platform]);
    expect(said(harm)).toMatch(words);
    expect(harm.live).toBeUndefined();
  });
});

describe('each answer has a bound', () => {
  test.each<readonly [string, Reply, RegExp]>([
    ['drips', https.drip(50), /does not answer within 1 s \| .*raise timeoutSeconds/],
    ['drips headers', https.dripHeaders(50), /does not answer within 1 s/],
    ['never ends', https.endless(), /is larger than 1 MB \| .*raise answerMegabytes/],
    ['unpacks to more than it may have', https.bomb(64), /is larger than 1 MB/],
    ['unpacks to more and says its length', https.smallBomb(64), /is larger than 1 MB/],
    [
      'is nested 3,000 deep',
      https.text(`{"items":[${https.nested(3000)}],"paging":{"count":1}}`),
      /has more than 100 levels/,
    ],
    [
      'is nested 100,000 deep',
      https.text(`{"items":[${https.nested(100_000)}],"paging":{"count":1}}`),
      /has more than 100 levels/,
    ],
    [
      'is HTML',
      https.text('<html>Log in</html>', { 'content-type': 'text/html; charset=utf-8' }),
      /answers with text\/html and not with JSON/,
    ],
    ['is shorter than it says', https.wrongLength('{"items":[]}', 100), /cut short|connection failed|aborted/],
    ['is empty', https.status(204), /not a JSON object/],
  ])('an answer that %s', async (_name, reply, words) => {
    const harm = await fmc(reply, { timeoutSeconds: 1, answerMegabytes: 1 });
    expect(said(harm)).toMatch(words);
    expect(harm.live).toBeUndefined();
  });
});

describe('the login goes to the declared host only', () => {
  test.each([301, 302, 303, 307, 308] as const)('no redirect %d of the FMC is followed', async (code) => {
    const thief = await https.startThief();
    try {
      const login = await against('fmc', [[/generatetoken/, https.redirect(code, `${thief.url}/x?token=1`)]], hosts);
      const list = await fmc(https.redirect(code, `${thief.url}/x`));
      const secure = await fmc(https.redirect(code, 'https://127.0.0.1:1/x'));
      expect(said(login)).toContain(`answers ${code} and redirects to ${thief.url}. Redirects are not followed`);
      expect(said(list)).toContain(`answers ${code} and redirects to ${thief.url}. Redirects are not followed`);
      expect(said(secure)).toContain(
        `answers ${code} and redirects to https://127.0.0.1:1. Redirects are not followed`,
      );
      expect(thief.taken).toEqual([]);
    } finally {
      await thief.close();
    }
  });

  test.each(['ise', 'duo-admin'] as const)('%s: no redirect is followed', async (platform) => {
    const thief = await https.startThief();
    try {
      const scope = [restObject('duo-group', 'groups', 'admin/v1/groups', 'VPN')];
      const harm = await against(platform, [[/./, https.redirect(307, thief.url)]], scope);
      expect(said(harm)).toMatch(/answers 307 and redirects to http:/);
      expect(thief.taken).toEqual([]);
    } finally {
      await thief.close();
    }
  });

  test.each<readonly [string, unknown]>([
    ['a path', [{ name: 'Global', uuid: '../../../evil?x=#' }]],
    ['nothing', [{ name: 'Global' }]],
    ['no JSON', '<html>'],
    ['null', [null]],
    ['an object', {}],
  ])('a domain whose id is %s builds no path', async (_name, domains) => {
    const harm = await against(
      'fmc',
      [https.fmcLogin(domains), [/^GET/, https.json({ items: [], paging: { count: 0 } })]],
      hosts,
    );
    expect(said(harm)).toMatch(/does not name domains with their UUIDs/);
    expect(harm.paths).toEqual(['POST /api/fmc_platform/v1/auth/generatetoken']);
  });

  test('a login that gives no token', async () => {
    const harm = await against('fmc', [[/./, https.text('<html>', { 'content-type': 'text/html' })]], hosts);
    expect(said(harm)).toMatch(/answers with text\/html and not with JSON/);
    expect(said(await against('fmc', [[/./, https.status(204)]], hosts))).toMatch(/holds no token/);
  });
});
