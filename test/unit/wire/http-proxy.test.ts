import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate, type ServerCertificate } from '../../../lib/lab/server/certificate';
import { listenHttps, send, type Listening } from '../../../lib/lab/server/https';
import { proxyOfEnvironment } from '../../../lib/wire/http-proxy';
import {
  closeClient,
  distrusted,
  isTrust,
  restClient,
  restWording,
  type HttpError,
  type RestService,
} from '../../../lib/wire/https';
import { startConnectProxy, type ConnectProxy, type ConnectProxyOptions } from '../../support/connect-proxy';

const name = 'fmc.example.net';
let room: string;
let certificate: ServerCertificate;
let service: Listening;
let asked: number;
let proxies: ConnectProxy[];
const { HTTPS_PROXY: before } = process.env;

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'proxy-'));
  certificate = await issueCertificate('proxy test', [name]);
  writeFileSync(join(room, 'ca.pem'), certificate.ca);
  service = await listenHttps(certificate, 0, async (message, response) => {
    asked += 1;
    send(response, { status: 200, body: { path: message.url!, headers: Object.keys(message.headers) } }, false);
  });
});
beforeEach(() => {
  asked = 0;
  proxies = [];
});
afterEach(async () => {
  if (before === undefined) delete process.env['HTTPS_PROXY'];
  else process.env['HTTPS_PROXY'] = before;
  delete process.env['NO_PROXY'];
  await Promise.all(proxies.map((proxy) => proxy.close()));
});
afterAll(async () => {
  await service.close();
  rmSync(room, { recursive: true });
});

const started = async (options: ConnectProxyOptions = {}): Promise<ConnectProxy> => {
  const proxy = await startConnectProxy({ routes: { [`${name}:443`]: service.port }, ...options });
  proxies.push(proxy);
  return proxy;
};
const at = (
  proxy: RestService['proxy'],
  trust: RestService['settings']['trust'] = { file: join(room, 'ca.pem') },
): RestService => ({
  target: 'fmc',
  code: 'fmc',
  title: 'the FMC',
  settings: { host: name, port: 443, timeoutSeconds: 5, retrySeconds: 0.01, trust },
  proxy,
  describe: () => undefined,
});
const got = async (of: RestService): Promise<unknown> => {
  const http = restClient(of, { base: '/api', sockets: 2, headers: { authorization: 'Basic secret' } });
  try {
    return (await http.get<unknown>('/hosts')).data;
  } finally {
    closeClient(http);
  }
};
const refusal = (of: RestService): Promise<string> =>
  got(of).then(
    () => 'answered',
    async (error: HttpError) => (isTrust(error) ? await distrusted(error, of) : restWording(error, of, 'read')).message,
  );

test('a service is reached through a proxy, which sees neither what is asked nor a header of it', async () => {
  const proxy = await started({ login: 'net:over' });
  const { host, port } = proxy;
  expect(await got(at({ host, port, login: { username: 'net', password: 'over' } }))).toEqual({
    path: '/api/hosts',
    headers: expect.not.arrayContaining(['proxy-authorization']) as unknown,
  });
  expect(proxy.asked).toEqual([`${name}:443`]);
  // A TLS record of a handshake.
  expect(proxy.begun[0]!.subarray(0, 2)).toEqual(Buffer.from([0x16, 0x03]));
  expect(Buffer.concat(proxy.begun).toString('latin1')).not.toContain('hosts');
});

test('the certificate is that of the service: by its authority, by its name, and by a pin', async () => {
  const proxy = await started({ routes: { [`${name}:443`]: service.port, 'ise.example.net:443': service.port } });
  expect(await refusal(at(proxy, { fingerprint: certificate.fingerprint }))).toBe('answered');
  expect(asked).toBe(1);
  expect(await refusal(at(proxy, {}))).toBe(
    `${name}:443 shows a certificate that is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE): SHA-256 ${certificate.fingerprint}`,
  );
  expect(await refusal(at(proxy, { fingerprint: 'AA:BB' }))).toContain('shows another certificate than the pinned one');
  const other = at(proxy);
  expect(await refusal({ ...other, settings: { ...other.settings, host: 'ise.example.net' } })).toContain(
    'not trusted (ERR_TLS_CERT_ALTNAME_INVALID)',
  );
  expect(asked).toBe(1);
});

test('a proxy that refuses is named, is asked once, and its answer is not taken for one of the service', async () => {
  const proxy = await started({ login: 'net:over' });
  const { host, port } = proxy;
  expect(await refusal(at({ host, port, login: { username: 'net', password: 'hunter2' } }))).toBe(
    `${name}:443 is not reached: the proxy 127.0.0.1:${port} answers 407 and opens no connection`,
  );
  expect(proxy.asked).toHaveLength(1);
  await proxy.close();
  expect(await refusal(at(proxy))).toBe(
    `${name}:443 is not reached: the proxy 127.0.0.1:${port} cannot be reached (ECONNREFUSED)`,
  );
});

test('HTTPS_PROXY and NO_PROXY say the way where a target does not; this machine is never behind a proxy', async () => {
  const proxy = await started();
  process.env['HTTPS_PROXY'] = `http://127.0.0.1:${proxy.port}`;
  expect(await refusal(at(undefined))).toBe('answered');
  expect(proxy.asked).toEqual([`${name}:443`]);
  process.env['NO_PROXY'] = '.example.net';
  expect(proxyOfEnvironment(name, 443)).toBeUndefined();
  delete process.env['NO_PROXY'];
  expect(['localhost', '127.0.0.1', '::1'].map((host) => proxyOfEnvironment(host, 443))).toEqual(
    Array(3).fill(undefined),
  );
  process.env['HTTPS_PROXY'] = 'https://net:p%40ss@proxy.example.net';
  expect(proxyOfEnvironment('2001:db8::1', 443)).toEqual({
    host: 'proxy.example.net',
    port: 443,
    tls: true,
    login: { username: 'net', password: 'p@ss' },
  });
  process.env['HTTPS_PROXY'] = 'socks5://net:hunter2@proxy.example.net';
  expect(() => proxyOfEnvironment(name, 443)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') as unknown }) as Error,
  );
});
