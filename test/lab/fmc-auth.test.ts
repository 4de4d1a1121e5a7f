import axios from 'axios';
import { Agent } from 'node:https';
import { startFmc, type FmcOptions, type LabFmc } from '../../lib/lab/devices/fmc';
import { connect } from '../support/fmc-lab/client';

const labs: LabFmc[] = [];
const start = async (options: FmcOptions = {}) => {
  const lab = await startFmc(options);
  labs.push(lab);
  return { lab, client: await connect(lab) };
};
afterEach(() => Promise.all(labs.splice(0).map((lab) => lab.close())));
const said = (data: unknown): string =>
  (data as { error: { messages: { description: string }[] } }).error.messages[0]!.description;

describe('trust', () => {
  test('its certificate verifies with its CA and with nothing else', async () => {
    const { lab } = await start();
    const version = `${lab.url}/api/fmc_platform/v1/info/serverversion`;
    await expect(axios.get(version, { proxy: false })).rejects.toThrow(/certificate/);
    const seen = await new Promise<string>((done, fail) => {
      const agent = new Agent({ ca: lab.ca });
      axios
        .get(version, { httpsAgent: agent, proxy: false, validateStatus: () => true })
        .then((reply) =>
          done(
            (
              reply.request as { socket: { getPeerCertificate: () => { fingerprint256: string } } }
            ).socket.getPeerCertificate().fingerprint256,
          ),
        )
        .catch(fail);
    });
    expect(seen).toBe(lab.fingerprint);
  });
});

describe('login', () => {
  test('gives tokens and domains, and the version with a token', async () => {
    const { client } = await start();
    expect(client.first.status).toBe(204);
    expect(client.first.headers['domain_uuid']).toBe('e276abec-e0f2-11e3-8169-6d9ed49b625f');
    expect(JSON.parse(String(client.first.headers['domains']))).toEqual([
      { name: 'Global', uuid: 'e276abec-e0f2-11e3-8169-6d9ed49b625f' },
    ]);
    const reply = await client.get('/api/fmc_platform/v1/info/serverversion');
    expect(reply.data['items']).toMatchObject([{ serverVersion: '7.4.1 (build 172)' }]);
  });

  test('refuses a wrong password', async () => {
    const { lab } = await start();
    const wrong = await connect(lab, 'wrong');
    expect(wrong.first.status).toBe(401);
    expect(said(wrong.first.data)).toBe('User authentication failed');
  });

  test('an old token is refused, three times it can be refreshed', async () => {
    const { client, lab } = await start();
    for (const expected of [204, 204, 204, 401]) {
      lab.faults.expireToken = true;
      const reply = await client.get('object/hosts');
      expect([reply.status, said(reply.data)]).toEqual([401, 'Access token invalid']);
      expect((await client.refresh()).status).toBe(expected);
    }
    expect((await client.login()).status).toBe(204);
    expect((await client.get('object/hosts')).status).toBe(200);
    expect(lab.counters).toMatchObject({ logins: 2, refreshes: 4 });
  });

  test('another login of the account ends the session, and it cannot be refreshed', async () => {
    const { client, lab } = await start();
    await connect(lab);
    expect((await client.get('object/hosts')).status).toBe(401);
    expect((await client.refresh()).status).toBe(401);
    await client.login();
    lab.faults.kick = true;
    expect((await client.get('object/hosts')).status).toBe(401);
    expect((await client.refresh()).status).toBe(401);
  });
});

describe('limits', () => {
  test('ten reads at once, not eleven', async () => {
    const { client, lab } = await start({ delayMs: 1000 });
    const replies = await Promise.all(Array.from({ length: 11 }, () => client.get('object/hosts')));
    expect(replies.map((reply) => reply.status).sort()).toEqual([...Array<number>(10).fill(200), 429]);
    expect(lab.counters.maxParallelReads).toBe(10);
  });

  test('one write at once', async () => {
    const { client } = await start({ delayMs: 500 });
    const host = (n: number) => client.post('object/hosts', { name: `h${n}`, type: 'Host', value: `192.0.2.${n}` });
    const replies = await Promise.all([host(1), host(2)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 429]);
    expect((await host(3)).status).toBe(201);
  });

  test('so many in a minute', async () => {
    const { client } = await start({ requestsPerMinute: 5 });
    const replies = [];
    for (let i = 0; i < 5; i += 1) replies.push((await client.get('object/hosts')).status);
    expect(replies).toEqual([200, 200, 200, 200, 429]);
  });
});

describe('faults', () => {
  const host = { name: 'h1', type: 'Host', value: '192.0.2.1' };

  test('a planned status has no effect', async () => {
    const { client, lab } = await start();
    const body = { error: { category: 'OTHER', messages: [{ description: 'please try again' }], severity: 'ERROR' } };
    lab.faults.status = { match: /^POST object\/hosts/, code: 400, body, times: 1 };
    const reply = await client.post('object/hosts', host);
    expect([reply.status, said(reply.data)]).toEqual([400, 'please try again']);
    expect(lab.objects('object/hosts')).toEqual([]);
    expect((await client.post('object/hosts', host)).status).toBe(201);
  });

  test('a broken connection: before, and after the effect', async () => {
    const { client, lab } = await start();
    lab.faults.drop = { match: /POST .*hosts/, times: 1 };
    await expect(client.post('object/hosts', host)).rejects.toThrow();
    expect(lab.objects('object/hosts')).toEqual([]);
    lab.faults.drop = { match: /POST .*hosts/, times: 1, after: true };
    await expect(client.post('object/hosts', host)).rejects.toThrow();
    expect(lab.objects('object/hosts')).toHaveLength(1);
    expect(lab.log.at(-1)).toMatchObject({ method: 'POST', status: 0 });
  });

  test('half a body, and none at all', async () => {
    const { client, lab } = await start();
    lab.faults.truncate = { match: /ikev2policies/, times: 1 };
    await expect(client.get('object/ikev2policies')).rejects.toThrow();
    expect((await client.get('object/ikev2policies')).status).toBe(200);
    lab.faults.hang = /GET object\/hosts/;
    const race = await Promise.race([
      client.get('object/hosts').then(
        () => 'answered',
        () => 'broken',
      ),
      new Promise((done) => setTimeout(() => done('waiting'), 200)),
    ]);
    expect(race).toBe('waiting');
  });
});
