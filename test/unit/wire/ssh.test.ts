import { startRouter, type LabRouter } from '../../../lib/lab/devices/iosxe';
import { connected, openShell, type SshOptions } from '../../../lib/wire/ssh';
import { startBastion, type Bastion } from '../../support/bastion';

let router: LabRouter;
let bastions: Bastion[];
beforeEach(async () => {
  router = await startRouter({ config: 'hostname edge\n!\nend\n' });
  bastions = [];
});
afterEach(() => Promise.all([router.close(), ...bastions.map((bastion) => bastion.close())]));

const bastion = async (options: Parameters<typeof startBastion>[0] = {}): Promise<Bastion> => {
  const started = await startBastion(options);
  bastions.push(started);
  return started;
};
const hop = ({ host, port, fingerprint }: Bastion, more: Partial<SshOptions> = {}): SshOptions => ({
  target: 'edge',
  host,
  port,
  username: 'jump',
  password: 'over',
  fingerprint,
  timeoutMs: 5000,
  ...more,
});
const edge = (via: readonly SshOptions[], more: Partial<SshOptions> = {}): SshOptions => ({
  target: 'edge',
  host: router.host,
  port: router.port,
  username: 'lab',
  password: 'lab-password',
  fingerprint: router.fingerprint,
  timeoutMs: 5000,
  via,
  ...more,
});
const words = (connecting: Promise<unknown>): Promise<string> =>
  connecting.then(
    () => 'connected',
    (error: Error) => error.message,
  );
const empty = async ({ open }: Bastion): Promise<void> => {
  for (let n = 0; n < 100 && open() > 0; n += 1) await new Promise((go) => setTimeout(go, 10));
  expect(open()).toBe(0);
};

test('a device is reached over two jump hosts, and all sessions end with it', async () => {
  const [first, second] = [await bastion(), await bastion()];
  const shell = await openShell(edge([hop(first), hop(second)]));
  expect(shell.hostKey).toBe(router.fingerprint);
  expect(first.asked).toEqual([`${second.host}:${second.port}`]);
  expect(second.asked).toEqual([`${router.host}:${router.port}`]);
  shell.close();
  await empty(second);
  await empty(first);
});

test('the host key of each hop is verified, and of the device behind them', async () => {
  const jump = await bastion();
  expect(await words(connected(edge([hop(jump, { fingerprint: 'SHA256:other' })])))).toContain(
    `127.0.0.1]:${jump.port} shows host key ${jump.fingerprint}, and SHA256:other is pinned`,
  );
  expect(jump.asked).toEqual([]);
  expect(await words(connected(edge([hop(jump)], { fingerprint: 'SHA256:other' })))).toContain(
    `shows host key ${router.fingerprint}, and SHA256:other is pinned`,
  );
  await empty(jump);
});

test('a hop that refuses the login, or to forward, is named', async () => {
  const jump = await bastion();
  expect(await words(connected(edge([hop(jump, { password: 'wrong' })])))).toContain(
    `[edge] 127.0.0.1:${jump.port} refuses the login of jump`,
  );
  const closed = await bastion({ forbid: true });
  expect(await words(connected(edge([hop(closed)])))).toBe(
    `[edge] 127.0.0.1:${closed.port} opens no connection to ${router.host}:${router.port}: Channel open failure\n    → check that the jump host reaches the device, and that its SSH server forwards (AllowTcpForwarding, PermitOpen)`,
  );
  await empty(closed);
});

test('a device that does not answer behind a jump host leaves no session there', async () => {
  const jump = await bastion();
  router.faults.refuseConnections = true;
  expect(await words(connected(edge([hop(jump)])))).toContain('[edge] the connection to');
  await empty(jump);
});

test('a login begins with what it has: asking without a secret is a round trip that no device grants', async () => {
  const jump = await bastion();
  (await openShell(edge([hop(jump)]))).close();
  expect(jump.methods).toEqual(['password']);
  const refusing = await bastion();
  await words(connected(edge([hop(refusing, { password: 'wrong' })])));
  expect(refusing.methods).toEqual(['password', 'keyboard-interactive']);
});
