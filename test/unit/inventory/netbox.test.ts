import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inventory, Secret, Trust } from '../../../constructs';
import * as https from '../../attack/support/hostile-https';
import { startConnectProxy } from '../../support/connect-proxy';
import { isWhole } from '../../support/sampled';

interface Listed {
  readonly count: number;
  readonly results: readonly { readonly id: number; readonly name: string | null }[];
}
/** An answer as NetBox gives it; `npm run judges` holds it against NetBox's own OpenAPI. */
const listed = JSON.parse(readFileSync(join(__dirname, '../../fixtures/netbox/devices.json'), 'utf8')) as Listed;

const room = mkdtempSync(join(tmpdir(), 'netbox-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
beforeEach(() => (process.env['NETBOX_TOKEN'] = 'nbt_key.secret'));
afterAll(() => delete process.env['NETBOX_TOKEN']);

const read = async (reply: https.Reply, more: Partial<Parameters<typeof Inventory.fromNetBox>[0]> = {}, below = '') => {
  const server = await https.startHostileHttps([[/^GET .*\/api\/(dcim|virtualization)\//, reply]]);
  const ca = join(room, 'ca.pem');
  writeFileSync(ca, server.ca);
  try {
    const found = await Inventory.fromNetBox({
      url: `https://${server.host}:${server.port}${below}`,
      token: Secret.fromEnv('NETBOX_TOKEN'),
      trust: Trust.caFile(ca),
      ...more,
    }).then(
      ({ rows }) => ({ rows, said: '' }),
      (error: Error) => ({ rows: [], said: error.message }),
    );
    return { ...found, requests: server.requests };
  } finally {
    await server.close();
  }
};

/** Pages of one device each. */
const paged: https.Reply = (response, request) => {
  const at = Number(request.query.get('offset'));
  const next = at + 1 < listed.count ? 'https://elsewhere.example.net/api/dcim/devices/?offset=1' : null;
  https.json({ ...listed, next, results: listed.results.slice(at, at + 1) })(response, request);
};

test('devices have their names, addresses, slugs and custom fields', async () => {
  const { rows } = await read(https.json(listed));
  expect(rows.map(({ name, host, status, tags }) => [name, host, status, tags])).toEqual([
    ['mumbai-edge', '192.0.2.1', 'active', ['headend']],
    ['pune-edge', '192.0.2.17', 'active', ['canary', 'south']],
    ['nagpur-edge', '2001:db8::5', 'planned', []],
  ]);
  expect(rows[0]).toMatchObject({
    id: 1,
    role: 'vpn-hub',
    site: 'mumbai',
    tenant: 'retail',
    platform: 'cisco-ios-xe',
    model: 'C8300-1N1S-6T',
    serial: 'FDO00000001',
    customFields: { vpn_lan: '10.20.0.0/16', asn: 64512 },
    labels: { role: 'vpn-hub', site: 'mumbai', tenant: 'retail', platform: 'cisco-ios-xe' },
  });
  expect(rows[1]!.labels).toEqual({ role: 'vpn-router', site: 'pune', platform: 'cisco-ios-xe' });
});

test('the role of NetBox before 3.6 is read too', async () => {
  const old = listed.results.map(({ role, ...device }: Record<string, unknown>) => ({ ...device, device_role: role }));
  const { rows } = await read(https.json({ ...listed, results: old }));
  expect(rows[0]!.role).toBe('vpn-hub');
});

test('asks by filters, page after page, the NetBox that was named and no other', async () => {
  const { rows, requests } = await read(
    paged,
    { filter: { role: 'vpn-router', site: ['mumbai', 'pune'] } },
    '/netbox/',
  );
  expect(rows).toHaveLength(3);
  expect(requests.map(({ path, query }) => `${path}?${query.toString()}`)).toEqual(
    [0, 1, 2].map(
      (offset) =>
        `/netbox/api/dcim/devices/?limit=500&ordering=id&role=vpn-router&site=mumbai&site=pune&offset=${offset}`,
    ),
  );
});

test.each([
  ['nbt_key.secret', 'Bearer nbt_key.secret'],
  ['0123456789abcdef0123456789abcdef01234567', 'Token 0123456789abcdef0123456789abcdef01234567'],
])('the token %s is sent as %s', async (token, header) => {
  process.env['NETBOX_TOKEN'] = token;
  const { requests } = await read(https.json(listed));
  expect(requests[0]!.headers.authorization).toBe(header);
});

test('virtual machines are asked for where they are', async () => {
  const { requests } = await read(https.json({ count: 0, next: null, previous: null, results: [] }), {
    kind: 'virtual-machines',
  });
  expect(requests[0]!.path).toBe('/api/virtualization/virtual-machines/');
});

test.each<readonly [string, https.Reply, RegExp]>([
  ['a list that is cut short', https.json({ ...listed, count: 9 }), /changed while it was read, or is cut short/],
  ['the same page again', https.json({ ...listed, count: 9, next: 'https://x/' }), /changed while it was read/],
  ['what is no list', https.json({ devices: [] }), /its answer is not a list of devices/],
  ['a redirect', https.redirect(302, 'https://elsewhere.example.net/login'), /Redirects are not followed/],
  ['a token that may not', https.json({ detail: 'Invalid token' }, {}, 403), /refuses the token: Invalid token/],
  [
    'a filter that it does not know',
    https.json({ rolle: ['Unknown filter'] }, {}, 400),
    /answers 400: \{"rolle":\["Unknown filter"\]\}/,
  ],
  [
    'a device without a name',
    https.json({ ...listed, results: listed.results.map((each) => ({ ...each, name: null })) }),
    /device 1\] has no name/,
  ],
])('refuses %s', async (_, reply, words) => {
  const { rows, said } = await read(reply);
  expect(said).toMatch(words);
  expect(said).not.toContain('secret');
  expect(rows).toEqual([]);
});

test('says what helps in a program, which has no settings of a target', async () => {
  const { said } = await read(https.redirect(302, 'https://elsewhere.example.net/login'));
  expect(said).toMatch(/\n {4}→ write the URL at which the NetBox answers itself$/);
});

// It is asked four times, with growing pauses: 13 seconds.
(isWhole ? test : test.skip)('says what helps where a page answers in place of the NetBox', async () => {
  const page = await read((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'));
  expect(page.said).toMatch(
    /answers with text\/html and not with JSON.*\n {4}→ check that the URL is that of the NetBox/,
  );
});

test.each([['http://netbox.example.net'], ['netbox.example.net'], ['https://user:word@netbox.example.net']])(
  'the URL %s is refused',
  async (url) => {
    await expect(Inventory.fromNetBox({ url, token: Secret.fromEnv('NETBOX_TOKEN') })).rejects.toThrow(
      /is not a URL of NetBox/,
    );
  },
);

test('a NetBox is reached through a proxy, and goes around it where the query says so', async () => {
  const proxy = await startConnectProxy();
  try {
    const { rows } = await read(https.json(listed), { proxy: { host: proxy.host, port: proxy.port } });
    expect(rows).toHaveLength(3);
    expect(proxy.asked).toHaveLength(1);
    expect((await read(https.json(listed), { proxy: 'none' })).rows).toHaveLength(3);
    expect(proxy.asked).toHaveLength(1);
  } finally {
    await proxy.close();
  }
});
