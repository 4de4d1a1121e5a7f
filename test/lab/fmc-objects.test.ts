import { startFmc, type LabFmc } from '../../lib/lab/devices/fmc';
import { connect, type LabClient } from '../support/fmc-lab/client';

let lab: LabFmc;
let client: LabClient;
beforeEach(async () => {
  lab = await startFmc({ requestsPerMinute: 0 });
  client = await connect(lab);
});
afterEach(() => lab.close());
const said = (data: unknown): string =>
  (data as { error: { messages: { description: string }[] } }).error.messages[0]!.description;
const refused = async (reply: Promise<{ status: number; data: unknown }>): Promise<[number, string]> => {
  const { status, data } = await reply;
  return [status, said(data)];
};
const policy = {
  name: 'IKEV2-POLICY-1',
  type: 'IKEv2Policy',
  priority: 5,
  encryptionAlgorithms: ['AES-GCM-256', 'AES-GCM'],
  integrityAlgorithms: ['NULL'],
  prfIntegrityAlgorithms: ['SHA-512', 'SHA-256'],
  diffieHellmanGroups: [21, '19'],
};
const host = (n: number) => ({ name: `h${n}`, type: 'Host', value: `192.0.2.${n}` });

describe('an answer says more, and says it otherwise', () => {
  test('defaults, its own order of algorithms, the groups as given, another type', async () => {
    const made = await client.post('object/ikev2policies', policy);
    expect(made.status).toBe(201);
    expect(made.data).toMatchObject({
      type: 'Ikev2Policy',
      description: ' ',
      lifetimeInSeconds: 86400,
      encryptionAlgorithms: ['AES-GCM', 'AES-GCM-256'],
      prfIntegrityAlgorithms: ['SHA-256', 'SHA-512'],
      diffieHellmanGroups: [21, 19],
      metadata: { lastUser: { name: 'api' }, domain: { name: 'Global' } },
      version: '1',
    });
    const again = await client.get(`object/ikev2policies/${String(made.data['id'])}`);
    expect(again.data).toEqual(made.data);
  });

  test('a replacement takes back what it does not name', async () => {
    const { data } = await client.post('object/ikev2policies', {
      ...policy,
      description: 'one',
      lifetimeInSeconds: 3600,
    });
    const at = `object/ikev2policies/${String(data['id'])}`;
    expect((await client.put(at, { ...policy, id: data['id'] })).data).toMatchObject({
      description: ' ',
      lifetimeInSeconds: 86400,
    });
    expect(await refused(client.put(at, policy))).toEqual([400, expect.stringMatching(/does not match/)]);
  });

  test('secrets of an enrolment are stars, and its certificate has grown a line end', async () => {
    const { data } = await client.post('object/certenrollments', {
      name: 'P12',
      type: 'CertEnrollment',
      enrollmentType: 'PKCS12',
      pkcs12Content: { base64Certificate: 'TUlJ', passPhrase: 'hush' },
    });
    expect(data['pkcs12Content']).toEqual({ base64Certificate: 'TUlJ\n', passPhrase: '*********' });
    expect(JSON.stringify(lab.objects('object/certenrollments'))).not.toMatch(/hush|not-shown/);
    expect(data['key']).toMatchObject({ keyType: 'RSA', keySize: 'CertKey_2048' });
  });
});

describe('refused', () => {
  test.each([
    ['a member it does not know', { ...policy, colour: 'red' }, 422, /Unrecognized field: colour/],
    ['another type', { ...policy, type: 'Host' }, 400, /type/],
    ['a value that is none of the list', { ...policy, encryptionAlgorithms: ['aes'] }, 400, /encryptionAlgorithms/],
    ['a group that is none', { ...policy, diffieHellmanGroups: [3] }, 400, /diffieHellmanGroups/],
    ['a missing name', { ...policy, name: undefined }, 400, /name/],
    ['a missing priority', { ...policy, priority: undefined }, 400, /priority/],
    ['a long name', { ...policy, name: 'x'.repeat(65) }, 400, /name/],
    ['a name that is there', { ...policy, name: 'aes-gcm-null-sha' }, 400, /^Duplicate Name$/],
    ['NULL integrity without GCM', { ...policy, encryptionAlgorithms: ['AES'] }, 400, /NULL/],
  ])('%s', async (_what, body, status, text) => {
    expect(await refused(client.post('object/ikev2policies', body))).toEqual([status, expect.stringMatching(text)]);
  });

  test('a name that a network has, for a host', async () => {
    await client.post('object/networks', { name: 'lan', type: 'Network', value: '10.0.0.0/8' });
    expect(await refused(client.post('object/hosts', { ...host(1), name: 'LAN' }))).toEqual([400, 'Duplicate Name']);
  });

  test('what Cisco ships cannot go, nor an enrolment on devices', async () => {
    const [shipped] = lab.objects('object/ikev2policies') as { id: string }[];
    const [enrolled] = lab.objects('object/certenrollments') as { id: string }[];
    expect((await client.remove(`object/ikev2policies/${shipped!.id}`)).status).toBe(400);
    expect((await client.remove(`object/certenrollments/${enrolled!.id}`)).status).toBe(400);
  });

  test('enrolments that 7.4 cannot make', async () => {
    const base = { name: 'X', type: 'CertEnrollment' };
    const scep = { ...base, enrollmentType: 'SCEP', scepContent: { enrollmentUrl: 'http://ca' } };
    expect((await client.post('object/certenrollments', scep)).status).toBe(400);
    const manual = { ...base, enrollmentType: 'MANUAL', caCertificate: { base64Content: 'TUlJ' } };
    expect((await client.post('object/certenrollments', manual)).status).toBe(400);
    const caOnly = { ...manual, caCertificate: { caOnly: true, base64Content: 'TUlJ' } };
    expect((await client.post('object/certenrollments', caOnly)).status).toBe(201);
  });

  test('a place that is none, and a verb that is none', async () => {
    expect((await client.get('object/nothing')).status).toBe(404);
    expect((await client.get('object/hosts/none')).status).toBe(404);
    expect((await client.post('object/externalcacertificates', {})).status).toBe(405);
    expect((await client.get('object/hosts?limit=1001')).status).toBe(400);
  });
});

describe('lists', () => {
  test('no items where there is none', async () => {
    const { data } = await client.get('object/hosts');
    expect(data).not.toHaveProperty('items');
    expect(data['paging']).toMatchObject({ offset: 0, limit: 25, count: 0, pages: 0 });
  });

  test('25 at a time, short unless expanded', async () => {
    const bulk = await client.post(
      'object/hosts?bulk=true',
      Array.from({ length: 30 }, (_, i) => host(i + 1)),
    );
    expect([bulk.status, (bulk.data['items'] as unknown[]).length]).toEqual([201, 30]);
    const first = await client.get('object/hosts');
    expect(first.data['items']).toHaveLength(25);
    expect(Object.keys((first.data['items'] as object[])[0]!).sort()).toEqual(['id', 'links', 'name', 'type']);
    const [next] = (first.data['paging'] as { next: string[] }).next;
    const second = await client.get(new URL(next!).pathname + new URL(next!).search);
    expect(second.data['items']).toHaveLength(5);
    expect(await client.items('object/networkaddresses')).toHaveLength(30);
  });

  test('a bulk with one bad entry makes nothing', async () => {
    const reply = await client.post('object/hosts?bulk=true', [host(1), { ...host(2), value: 'x' }]);
    expect([reply.status, lab.objects('object/hosts')]).toEqual([400, []]);
    expect(reply.data).toMatchObject({ error: { messages: [{ bulkPayloadIndex: '1' }] } });
  });

  test('nameOrValue is a substring of either', async () => {
    for (const n of [1, 10, 2]) await client.post('object/hosts', host(n));
    expect((await client.items('object/hosts?filter=nameOrValue:h1')).map((h) => h['name'])).toEqual(['h1', 'h10']);
    expect(await client.items('object/hosts?filter=nameOrValue:192.0.2.2')).toHaveLength(1);
  });
});

test('others change things by hand', async () => {
  const id = lab.touch({ collection: 'object/hosts', body: host(9), user: 'ravi', devices: ['branch-ftd'] });
  expect((await client.get(`object/hosts/${id}`)).data).toMatchObject({ metadata: { lastUser: { name: 'ravi' } } });
  lab.edit('object/hosts', id, { value: '192.0.2.99' }, 'ravi');
  expect(lab.objects('object/hosts')).toMatchObject([{ value: '192.0.2.99', version: '2' }]);
  lab.touch({
    collection: 'policy/accesspolicies',
    body: { name: 'Internet', type: 'AccessPolicy' },
    devices: ['branch-ftd'],
  });
  const [device, ...others] = await client.items('deployment/deployabledevices');
  expect([device!['name'], others]).toEqual(['branch-ftd', []]);
  const changes = await client.items(
    `deployment/deployabledevices/${(device!['device'] as { id: string }).id}/pendingchanges`,
  );
  expect(
    changes.map((change) => [
      change['entityName'],
      change['entityType'],
      change['action'],
      change['lastUpdatedByUsers'],
    ]),
  ).toEqual([
    ['h9', 'Host', 'ADD', ['ravi']],
    ['Internet', 'AccessPolicy', 'ADD', ['admin']],
  ]);
});
