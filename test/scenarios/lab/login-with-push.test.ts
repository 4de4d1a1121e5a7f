/**
 * The login of the AnyConnect and Duo guide, end to end: the router that was configured asks the proxy that was
 * configured, which asks the real FreeRADIUS by the users file that was written, and then the user.
 */
import { existing } from '../../../constructs/core/device-object';
import { join } from 'node:path';
import {
  AaaAuthenticationList,
  App,
  ClientFiles,
  DuoProxy,
  IkeV2Profile,
  PrimaryAuth,
  RadiusAuthorization,
  Secret,
  SecureClientProfile,
  VpnStack,
} from 'tunnelwright';
import { readNoun } from '../../../lib/desired/cli/read-noun';
import { parseTree } from '../../support/cli';
import { startRadiusProxy, type RadiusProxy, type Verdict } from '../../../lib/lab/radius/duo-proxy';
import { edgeConfig } from '../../../lib/lab/world/edge-config';
import { radiusServer } from '../../../lib/platforms/iosxe/grammar/aaa-servers';
import { apply, states } from '../../support/engine';
import { startFreeRadius, withFreeRadius, type FreeRadius } from '../../support/freeradius';
import { eapLogin, storyClock } from '../../support/radius-device';
import { startRig, type Rig } from '../../support/rig';
import { duoProxyHost, edge, manifestOf, problemsIn } from '../../support/scenario';

const secrets = {
  STORY_EDGE: 'Vt9-meadow-copper-4',
  STORY_ISE: 'Pm3-granite-harbor-7',
  STORY_SKEY: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C',
  STORY_USER: 'Zr7-orchid-marble-8',
};
const from = '10.106.54.143';

interface Wish {
  readonly failmode?: 'safe' | 'secure';
  readonly folder?: string;
  readonly clientTimeout?: number;
  readonly timeout?: number;
}
interface Answering {
  readonly verdict: Verdict;
  readonly config: string;
  readonly caller: string;
  readonly password: string;
}
const declare = (stack: VpnStack, { failmode, folder = 'radius', clientTimeout, timeout }: Wish): void => {
  const router = edge(stack);
  const proxy = new DuoProxy(stack, 'mfa', {
    hosts: [duoProxyHost(stack)],
    application: {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv('STORY_SKEY'),
      apiHost: 'api-0123abcd.duosecurity.com',
    },
    primary: PrimaryAuth.radius(['10.197.243.116'], Secret.fromEnv('STORY_ISE')),
    ...(failmode ? { failmode } : {}),
    ...(timeout === undefined ? {} : { timeout }),
  });
  const group = proxy.serverGroup(router, 'FlexVPN_auth_server', {
    from,
    secret: Secret.fromEnv('STORY_EDGE'),
    server: 'rad_server',
  });
  const list = new AaaAuthenticationList(router, 'FlexVPN_auth', { methods: [group] });
  new IkeV2Profile(router, 'RA', {
    matchRemoteAny: true,
    authenticationLocal: 'rsa-sig',
    trustpoints: [existing('cert-trustpoint', 'CA-INTERNAL')],
    authenticationRemote: [{ method: 'eap', queryIdentity: true }],
    aaaAuthentication: [{ method: 'eap', list }],
  });
  const files = new ClientFiles(stack, 'files', { folder });
  new RadiusAuthorization(files, 'users', { entries: [{ name: 'sadks', password: Secret.fromEnv('STORY_USER') }] });
  if (clientTimeout !== undefined)
    new SecureClientProfile(files, 'Client_Profile', {
      preferences: { authenticationTimeout: clientTimeout },
      hosts: [
        {
          name: 'FlexVPN',
          address: { address: 'vpn.example.net', headend: router },
          standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-MD5' },
        },
      ],
    });
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

describe('before anything runs', () => {
  const said = (wish: Wish) => problemsIn((stack) => declare(stack, wish));
  test("the guide's client timeout of 30 seconds is too short for its router's 120, and 120 is enough", () => {
    const found = (clientTimeout: number): readonly string[] => {
      const stack = new VpnStack(new App(), 'net');
      declare(stack, { clientTimeout });
      return stack.findings.counted
        .filter(({ path }) => path === 'net/files/Client_Profile')
        .map(({ message, remedy }) => `${message} → ${remedy}`);
    };
    expect(found(30)).toEqual([
      'waits 30 seconds, and edge waits 120 for the RADIUS server rad_server → write preferences: { authenticationTimeout: 120 }',
    ]);
    expect(found(120)).toEqual([]);
  });
  test('so is a router that waits no minute', () => {
    expect(said({ timeout: 30 })).toEqual([
      'net/edge/FlexVPN_auth_server-server waits 30 seconds for [radius_server_auto] of duo, and a push takes up to 60 → write timeout: 120',
    ]);
  });
});

withFreeRadius('a login through router, Duo proxy and FreeRADIUS', () => {
  let rig: Rig;
  let server: FreeRadius;
  let proxy: RadiusProxy | undefined;
  beforeAll(async () => {
    Object.assign(process.env, secrets);
    rig = await startRig({
      router: { config: edgeConfig.replace('no aaa new-model', 'aaa new-model'), enrolled: ['CA-INTERNAL'] },
    });
    const folder = join(rig.room, 'radius');
    const ended = await apply(
      rig,
      manifestOf((stack) => declare(stack, { folder })),
    );
    expect(states(ended)).toEqual({ edge: 'applied', duo: 'applied', files: 'applied' });
    server = await startFreeRadius(join(folder, 'users'), secrets.STORY_ISE);
  });
  afterEach(() => proxy?.close());
  afterAll(async () => {
    await server?.close();
    await rig.close();
  });

  /** What the router would do, as it says itself. */
  const configured = () => {
    const node = parseTree(rig.edge.runningConfig()).find(({ text }) => text === 'radius server rad_server')!;
    const { timeout = 5, retransmit = 3 } = readNoun(radiusServer, [node])!.noun;
    return { timeout, retransmit };
  };
  /** A login in which the user answers the push after so many seconds; nothing else takes time. */
  const login = async (
    seconds: number,
    {
      verdict = 'allow',
      config = rig.duoProxy.running()!,
      caller = from,
      password = secrets.STORY_USER,
    }: Partial<Answering> = {},
  ): Promise<{ readonly result: string; readonly after: number }> => {
    const clock = storyClock();
    let rang = (): void => undefined;
    const ringing = new Promise<void>((resolve) => (rang = resolve));
    proxy = await startRadiusProxy({
      config,
      addressOf: () => caller,
      whereIs: (address, port) => (address === '10.197.243.116' && port === 1812 ? server.port : 0),
      push: () =>
        new Promise((resolve) => {
          clock.after(seconds, () => resolve(verdict));
          rang();
        }),
    });
    const asking = { port: proxy.port, secret: secrets.STORY_EDGE, clock, ...configured() };
    let over = false;
    const result = eapLogin('sadks', password, asking).finally(() => (over = true));
    await Promise.race([ringing, result, pause(caller === from ? 10_000 : 100)]);
    while (!over) {
      clock.next();
      // What was sent over the loopback has arrived before the clock goes on.
      await Promise.race([result, pause(150)]);
    }
    return { result: await result, after: clock.now };
  };

  test.each([5, 45, 110])('a push that takes %i seconds lets the user in', async (seconds) => {
    expect(await login(seconds)).toEqual({ result: 'accept', after: seconds });
    expect(proxy!.log).toContain("Duo authentication returned 'allow'");
    expect(proxy!.log.filter((line) => line.startsWith('Received duplicate'))).toEqual([]);
  });

  test('a push that is refused, or a wrong password, does not', async () => {
    expect(await login(5, { verdict: 'deny' })).toEqual({ result: 'reject', after: 5 });
    await proxy!.close();
    expect(await login(5, { password: 'wrong' })).toEqual({ result: 'reject', after: 0 });
    expect(proxy!.log.join()).not.toContain('Duo authentication');
  });

  test('without Duo nobody gets in, but where the file says that the password is enough', async () => {
    expect((await login(1, { verdict: 'unreachable' })).result).toBe('reject');
    await proxy!.close();
    const config = rig.duoProxy.running()!.replace('failmode=secure', 'failmode=safe');
    expect((await login(1, { verdict: 'unreachable', config })).result).toBe('accept');
  });

  test('a device that is not listed is never answered', async () => {
    expect((await login(5, { caller: '192.0.2.1' })).result).toBe('no answer');
    expect(proxy!.log[0]).toMatch(/^dropping packet from 192\.0\.2\.1:\d+ - Unknown Client: 192\.0\.2\.1$/);
  });
});
