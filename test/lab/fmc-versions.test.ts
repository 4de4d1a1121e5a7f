import axios from 'axios';
import { Agent } from 'node:https';
import { startFmc, type FmcOptions, type LabFmc } from '../../lib/lab/devices/fmc';
import { done, idOf, said } from '../support/fmc-lab/builder';
import { connect, type LabClient } from '../support/fmc-lab/client';

type Body = Record<string, unknown>;
const labs: LabFmc[] = [];
const start = async (options: FmcOptions = {}) => {
  const lab = await startFmc({ requestsPerMinute: 0, deployMs: 30, flapSeed: 0, delayMs: 0, ...options });
  labs.push(lab);
  return { lab, client: await connect(lab) };
};
afterEach(() => Promise.all(labs.splice(0).map((lab) => lab.close())));
const named = async (client: LabClient, path: string, name: string): Promise<Body> =>
  (await client.items(path)).find((item) => item['name'] === name)!;
const ref = (body: Body): Body => ({ id: body['id'], name: body['name'], type: body['type'] });

/** A remote access policy on the outside zone. */
const policyOn = async (client: LabClient, more: Body = {}) => {
  const zone = await named(client, 'object/securityzones', 'outside-zone');
  const group = await named(client, 'object/grouppolicies', 'DfltGrpPolicy');
  const [certificate] = await client.items('object/certenrollments');
  return client.post('policy/ravpns', {
    name: 'RA',
    type: 'RaVpn',
    configureSSL: false,
    accessInterfaceSettings: {
      interfaceSettings: [{ accessInterface: ref(zone), enableSSL: false, enableDTLS: false }],
      ipsecIdCertificate: ref(certificate!),
    },
    groupPolicies: [ref(group)],
    ...more,
  });
};

describe('what a version has', () => {
  const enrollment = (type: string, more: Body) => ({
    name: type,
    type: 'CertEnrollment',
    enrollmentType: type,
    ...more,
  });
  const kinds = [
    enrollment('PKCS12', { pkcs12Content: { base64Certificate: 'TUlJ', passPhrase: 'x' } }),
    enrollment('MANUAL', { caCertificate: { caOnly: true, base64Content: 'TUlJ' } }),
    enrollment('SCEP', { scepContent: { enrollmentUrl: 'http://ca' } }),
    enrollment('EST', { estContent: { enrollmentUrl: 'https://ca' } }),
    enrollment('SELF_SIGNED_CERTFICATE', {}),
  ];
  test.each([
    ['7.2.11', [201, 400, 400, 400, 400], 404, 404, undefined, ['RaVpnAddressAssignmentSetting']],
    ['7.4.7', [201, 201, 400, 400, 400], 201, 404, 'RANGE', ['LoadBalanacing', 'RaVpnSecureClientCustomization']],
    ['7.6.0', [201, 201, 400, 400, 400], 201, 404, 'RANGE', ['LoadBalanacing']],
    ['7.7.0', [201, 201, 201, 201, 201], 201, 200, 'RANGE', ['LoadBalanacing']],
  ] as const)('%s', async (version, made, platform, syslog, addressType, children) => {
    const { client } = await start({ version });
    const statuses = [];
    for (const kind of kinds) statuses.push((await client.post('object/certenrollments', kind)).status);
    expect(statuses).toEqual(made);
    const settings = await client.post('policy/ftdplatformsettingspolicies', { name: 'PS' });
    expect(settings.status).toBe(platform);
    expect(
      (await client.get(`policy/ftdplatformsettingspolicies/${idOf(settings.data)}/syslog/basicloggingsetups`)).status,
    ).toBe(platform === 201 ? syslog : 404);
    const pool = { name: 'P', type: 'IPv4AddressPool', ipAddressRange: '10.0.0.1-10.0.0.9' };
    expect((await done(client.post('object/ipv4addresspools', pool)))['addressType']).toBe(addressType);
    const policy = await done(policyOn(client));
    const types = Object.values(policy).map((member) => (member as Body | null)?.['type']);
    expect(types).toEqual(expect.arrayContaining([...children]));
    expect(types.includes('LoadBalanacing')).toBe(version !== '7.2.11');
  });

  test('7.0 reads remote access and does not write it; 6.7 has none', async () => {
    const older = await start({ version: '7.0.0' });
    expect((await older.client.get('policy/ravpns')).status).toBe(200);
    expect((await policyOn(older.client)).status).toBe(405);
    const oldest = await start({ version: '6.7.0' });
    expect((await oldest.client.get('policy/ravpns')).status).toBe(404);
  });

  test('many are deleted by one request from 7.4', async () => {
    for (const [version, status] of [
      ['7.2.11', 405],
      ['7.4.1', 200],
    ] as const) {
      const { client, lab } = await start({ version });
      const hosts = [1, 2, 3].map((n) => ({ name: `h${n}`, type: 'Host', value: `192.0.2.${n}` }));
      const ids = ((await done(client.post('object/hosts?bulk=true', hosts)))['items'] as Body[]).map(idOf);
      expect((await client.remove(`object/hosts?bulk=true&filter=ids:${ids.slice(0, 2).join(',')}`)).status).toBe(
        status,
      );
      expect(lab.objects('object/hosts')).toHaveLength(status === 200 ? 1 : 3);
    }
  });
});

describe('remote access', () => {
  test('comes with its children; crypto maps follow the interfaces; the default profile stays', async () => {
    const { client } = await start();
    const policy = await done(policyOn(client));
    const at = `policy/ravpns/${idOf(policy)}`;
    const [map, ...others] = await client.items(`${at}/ipseccryptomaps`);
    expect([map, others]).toMatchObject([
      { interfaceObject: { name: 'outside-zone' }, enableClientServices: true },
      [],
    ]);
    const inside = await named(client, 'object/securityzones', 'inside-zone');
    const access = policy['accessInterfaceSettings'] as { interfaceSettings: Body[] };
    const both = { ...access, interfaceSettings: [...access.interfaceSettings, { accessInterface: ref(inside) }] };
    await done(client.put(at, { ...policy, accessInterfaceSettings: both }));
    expect(await client.items(`${at}/ipseccryptomaps`)).toHaveLength(2);
    const [profile] = await client.items(`${at}/connectionprofiles`);
    expect(profile).toMatchObject({ name: 'DefaultWEBVPNGroup', groupPolicy: { type: 'ASA_Group_Policy' } });
    expect((await client.remove(`${at}/connectionprofiles/${idOf(profile)}`)).status).toBe(400);
    expect((await client.post(`${at}/addressassignmentsettings`, {})).status).toBe(405);
    expect((await client.get(`${at}/certificatemapsettings`)).status).toBe(404);
  });

  test.each([
    ['no DfltGrpPolicy', { groupPolicies: [] }, /DfltGrpPolicy/],
    ['neither SSL nor IPsec', { configureSSL: false, configureIpsec: false }, /At least one/],
  ])('%s', async (_what, more, text) => {
    const { client } = await start();
    const reply = await policyOn(client, more);
    expect([reply.status, said(reply.data)]).toEqual([400, expect.stringMatching(text)]);
  });

  test('an assignment makes its devices out of date by whatever changes below it, and keeps the policy', async () => {
    const { client, lab } = await start();
    const policy = await done(policyOn(client));
    const pair = await named(client, 'devicehapairs/ftddevicehapairs', 'mumbai-pair');
    expect(await client.items('deployment/deployabledevices')).toEqual([]);
    const body = { type: 'PolicyAssignment', policy: { ...ref(policy), type: 'RAVpn' }, targets: [ref(pair)] };
    const assigned = await done(client.post('assignment/policyassignments', body));
    expect(idOf(assigned)).toBe(idOf(policy));
    expect((await client.post('assignment/policyassignments', body)).status).toBe(400);
    lab.deployAs('admin', ['mumbai-pair']);
    for (let nth = 0; nth < 50 && (await client.items('deployment/deployabledevices')).length > 0; nth++)
      await new Promise((next) => setTimeout(next, 40));
    expect(await client.items('deployment/deployabledevices')).toEqual([]);
    const group = await named(client, 'object/grouppolicies', 'DfltGrpPolicy');
    await done(client.put(`object/grouppolicies/${idOf(group)}`, { ...group, enableSSLProtocol: false }));
    expect(await client.items('deployment/deployabledevices')).toMatchObject([{ name: 'mumbai-pair' }]);
    expect(said((await client.remove(`policy/ravpns/${idOf(policy)}`)).data)).toMatch(
      /in use by the device mumbai-pair/,
    );
    expect((await client.remove(`assignment/policyassignments/${idOf(policy)}`)).status).toBe(405);
    await done(client.put(`assignment/policyassignments/${idOf(policy)}`, { ...body, id: idOf(policy), targets: [] }));
    expect((await client.remove(`policy/ravpns/${idOf(policy)}`)).status).toBe(200);
    expect(await client.items('assignment/policyassignments')).toEqual([]);
  });

  test('children flap after a write, the same with the same seed, and settle', async () => {
    const seen = async (flapSeed: number): Promise<readonly string[]> => {
      const { client } = await start({ flapSeed });
      const policy = await done(policyOn(client));
      const lines: string[] = [];
      for (const word of ['connectionprofiles', 'ipseccryptomaps', 'addressassignmentsettings', 'ldapattributemaps'])
        for (let i = 0; i < 4; i += 1) {
          const { status, data } = await client.get(`policy/ravpns/${idOf(policy)}/${word}`);
          lines.push(`${word} ${status} ${((data['items'] ?? []) as unknown[]).length}`);
        }
      return lines;
    };
    const [first, again] = [await seen(7), await seen(7)];
    expect(first).toEqual(again);
    expect(first.filter((_, i) => i % 4 >= 2)).toEqual(
      ['connectionprofiles', 'ipseccryptomaps', 'addressassignmentsettings', 'ldapattributemaps'].flatMap((word) =>
        Array.from({ length: 2 }, () => `${word} 200 1`),
      ),
    );
    expect(first.some((line) => / (500|200) 0$/.test(line))).toBe(true);
  });
});

describe('files', () => {
  test('come as a form; their content is kept and never answered', async () => {
    const { client, lab } = await start();
    const send = async (method: string, path: string, name: string, text: string, fileType?: string) => {
      const form = new FormData();
      form.append('name', 'staff');
      if (fileType) form.append('fileType', fileType);
      form.append('payloadFile', new Blob([text]), name);
      return axios.request<Body>({
        method,
        url: `${lab.url}/api/fmc_config/v1/domain/e276abec-e0f2-11e3-8169-6d9ed49b625f/${path}`,
        data: form,
        headers: { 'X-auth-access-token': String(client.first.headers['x-auth-access-token']) },
        httpsAgent: new Agent({ ca: lab.ca }),
        proxy: false,
        validateStatus: () => true,
      });
    };
    const profile = 'ANYCONNECT_VPN_PROFILE';
    const made = await send('POST', 'object/anyconnectprofiles', 'staff.xml', '<AnyConnectProfile/>', profile);
    expect([made.status, made.data]).toMatchObject([201, { name: 'staff', fileName: 'staff.xml' }]);
    expect(JSON.stringify(await client.items('object/anyconnectprofiles'))).not.toContain('<AnyConnect');
    expect((await send('POST', 'object/anyconnectprofiles', 'staff.txt', 'x', profile)).status).toBe(400);
    expect((await client.post('object/anyconnectprofiles', { name: 'x' })).status).toBe(415);
    const large = await send('POST', 'object/anyconnectpackages', 'cisco-secure-client.pkg', 'x'.repeat(3_000_000));
    expect(large.status).toBe(201);
  });
});

describe('NAT rules', () => {
  test('stand where their creation says, in sections', async () => {
    const { client } = await start();
    const policy = await done(client.post('policy/ftdnatpolicies', { name: 'NAT', type: 'FTDNatPolicy' }));
    const rules = `policy/ftdnatpolicies/${idOf(policy)}/manualnatrules`;
    const rule = async (name: string, query: string) => {
      const host = await done(client.post('object/hosts', { name, type: 'Host', value: '192.0.2.9' }));
      const body = { natType: 'STATIC', originalSource: ref(host), translatedSource: ref(host), description: name };
      return client.post(`${rules}?${query}`, body);
    };
    await rule('second', 'section=before_auto');
    await rule('last', 'section=after_auto');
    await rule('first', 'section=before_auto&targetIndex=1');
    const order = (await client.items(rules)).map((one) => {
      const { section, index } = one['metadata'] as { section: string; index: number };
      return `${String(one['description'])} ${section} ${index}`;
    });
    expect(order).toEqual(['first BEFORE_AUTO 1', 'second BEFORE_AUTO 2', 'last AFTER_AUTO 1']);
    expect((await rule('x', 'targetIndex=9')).status).toBe(400);
    expect(await client.items(rules)).toHaveLength(3);
    const identity = await rule('y', 'section=nowhere');
    expect(said(identity.data)).toMatch(/section/);
  });
});

test('bulk takes at most 1,000', async () => {
  const { client } = await start();
  const hosts = Array.from({ length: 1001 }, (_, n) => ({ name: `h${n}`, type: 'Host', value: '192.0.2.1' }));
  expect(said((await client.post('object/hosts?bulk=true', hosts)).data)).toMatch(/at most 1000/);
});
