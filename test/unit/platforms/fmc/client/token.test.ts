/** A token in place of a login, as a cloud-delivered FMC takes it. */
import { Fmc, IosXeRouter, Login, Secret, type LoginProps } from 'tunnelwright';
import { startFmc, type LabFmc } from '../../../../../lib/lab/devices/fmc';
import { problemsOf, showProblem } from '../../../../../lib/kernel/problem';
import { targets } from '../../../../../lib/model/targets';
import { baseOf } from '../../../../../lib/platforms/fmc/client/bearer';
import { openClient } from '../../../../../lib/platforms/fmc/client/client';
import type { Ports } from '../../../../../lib/contract/session';
import { problemsIn } from '../../../../support/scenario';

const token = Secret.fromEnv('CDFMC_TOKEN');
let lab: LabFmc;
beforeAll(async () => {
  lab = await startFmc({ bearer: 'good-token', delayMs: 0 });
});
afterAll(() => lab.close());

const open = (value: string, at: LabFmc = lab) => {
  const login = Login.withToken('api', token);
  const trust = { fingerprint: at.fingerprint };
  const settings = targets.fmc.parse({ host: '127.0.0.1', port: at.port, version: '7.4.1', login, trust });
  const ports = { value: async (ref: unknown) => (typeof ref === 'string' ? ref : value) } as Partial<Ports>;
  return openClient('fmc', settings, ports as Ports);
};
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: unknown) => problemsOf(error, 'fmc').map(showProblem).join('\n'),
  );

test('reads and writes with the token, and asks for no other', async () => {
  const client = await open('good-token');
  expect(await client.list('object/hosts')).toEqual(expect.any(Array));
  await client.write('POST', 'object/hosts', { name: 'H1', type: 'Host', value: '192.0.2.1' });
  expect(client.username).toBe('api');
  expect(lab.log.filter(({ path }) => path.includes('/auth/'))).toEqual([]);
  await client.close();
});

test('one that is refused at first, or later, is said to have ended, once and without its text', async () => {
  const words =
    '[fmc] the FMC refuses the token of api: it has ended, was revoked, or is of another tenant\n' +
    '    → make a new one for the API user in Security Cloud Control and put it where login refers to; what was written stays, and the next run goes on from there';
  expect(await refusal(open('wrong-token'))).toBe(words);
  const client = await open('good-token');
  lab.faults.revokeToken = true;
  const before = lab.log.length;
  expect(await refusal(client.list('object/hosts'))).toBe(words);
  expect(lab.log.slice(before).map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(await refusal(client.get('object/hosts'))).toBe(words);
  await client.close();
});

test('a good one that is refused once is tried again', async () => {
  const lab = await startFmc({ bearer: 'good-token', delayMs: 0 });
  try {
    const client = await open('good-token', lab);
    lab.faults.status = { match: /hosts/, code: 401, times: 1 };
    expect(await client.list('object/hosts')).toEqual([]);
    await client.close();
  } finally {
    await lab.close();
  }
});

test('one that is refused at several requests within a minute, each of which it opens then, is good', async () => {
  const lab = await startFmc({ bearer: 'good-token', delayMs: 0 });
  try {
    const client = await open('good-token', lab);
    for (const collection of ['hosts', 'networks', 'ranges']) {
      lab.faults.status = { match: new RegExp(collection), code: 401, times: 1 };
      expect(await client.list(`object/${collection}`)).toEqual([]);
    }
    await client.close();
  } finally {
    await lab.close();
  }
});

test("the paths are those of the FMC, and behind Cisco's gateway have a beginning of their own", () => {
  expect(['fmc.example.net', 'example.app.us.cdo.cisco.com', 'api.us.security.cisco.com'].map(baseOf)).toEqual([
    '/api',
    '/api',
    '/firewall/v1/cdfmc/api',
  ]);
});

test('stands in place of a password, and on an FMC only', () => {
  const login = { ...Login.withToken('api', token), password: Secret.fromEnv('PASSWORD') };
  expect(
    problemsIn((stack) => new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login })).join('\n'),
  ).toContain('login.token: stands in place of the password: leave one of them out');
  const ofFmc = Login.withToken('api', token) as LoginProps;
  expect(
    problemsIn((stack) => new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: ofFmc })).join(
      '\n',
    ),
  ).toContain('token');
});
