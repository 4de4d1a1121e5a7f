import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuoProxyMain, DuoRadiusClient, DuoRadiusServerAuto, Secret, type VpnStack } from 'tunnelwright';
import { actions, apply, left, plan, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { duoProxyHost, manifestOf, type Scenario } from '../support/scenario';
import type { DuoProxyHostProps } from 'tunnelwright';

const secrets = {
  LAB_SKEY: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C',
  LAB_RADIUS: 'Pm3;granite=harbor#7',
  LAB_SHORT: 'tooshort',
};
interface Wish {
  readonly host?: Partial<DuoProxyHostProps>;
  readonly skey?: string;
  readonly retries?: number;
}
const declared = ({ host = {}, skey = 'LAB_SKEY', retries }: Wish = {}) =>
  manifestOf((stack: VpnStack): ReturnType<Scenario['declare']> => {
    const here = duoProxyHost(stack, { startSeconds: 1, timeoutSeconds: 5, ...host });
    const client = new DuoRadiusClient(here, 'radius_client', {
      hosts: [{ address: '10.197.243.116' }],
      secret: Secret.fromEnv('LAB_RADIUS'),
      ...(retries === undefined ? {} : { retries }),
    });
    new DuoRadiusServerAuto(here, 'radius_server_auto', {
      ikey: 'DIABCDEFGHIJKLMNOPQR',
      skey: Secret.fromEnv(skey),
      apiHost: 'api-0123abcd.duosecurity.com',
      client,
      callers: [{ address: '10.106.54.143', secret: Secret.fromEnv('LAB_RADIUS') }],
    });
  });

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, secrets);
  rig = await startRig();
});
afterEach(() => rig.close());

const conf = '/opt/duoauthproxy/conf';
const leftovers = (): readonly string[] =>
  rig.duoProxy.paths().filter((path) => path.startsWith(`${conf}/authproxy.cfg.`));

test('the file is written with its owner and mode kept, and the proxy runs with it', async () => {
  const boot = rig.duoProxy.config();
  expect(states(await apply(rig, declared()))).toEqual({ duo: 'applied' });
  const text = rig.duoProxy.config();
  expect(text.startsWith(boot)).toBe(true);
  expect(text.slice(boot.length)).toBe(`
[radius_client]
host=10.197.243.116
secret=${secrets.LAB_RADIUS}

[radius_server_auto]
ikey=DIABCDEFGHIJKLMNOPQR
skey=${secrets.LAB_SKEY}
api_host=api-0123abcd.duosecurity.com
client=radius_client
radius_ip_1=10.106.54.143
radius_secret_1=${secrets.LAB_RADIUS}
failmode=secure
port=1812
`);
  expect(rig.duoProxy.running()).toBe(text);
  const { mode, uid, gid } = rig.duoProxy.file(`${conf}/authproxy.cfg`)!;
  expect([mode & 0o777, uid, gid]).toEqual([0o640, 995, 992]);
  expect(leftovers()).toEqual([]);
  expect(left(await plan(rig, declared()))).toEqual([]);
});

test('a secret that somebody changed by hand is put back', async () => {
  await apply(rig, declared());
  rig.duoProxy.edit(rig.duoProxy.config().replace(/^secret=.*$/m, 'secret=changed'));
  const planned = await plan(rig, declared());
  expect(actions(planned)).toEqual(['duo update duo-radius-client/radius_client']);
  expect(JSON.stringify(planned)).not.toContain('changed');
  expect(states(await apply(rig, declared()))).toEqual({ duo: 'applied' });
  expect(rig.duoProxy.running()).toContain(`secret=${secrets.LAB_RADIUS}\n`);
});

test('a key that the grammar does not know stays in a section of ours', async () => {
  await apply(rig, declared());
  rig.duoProxy.edit(
    rig.duoProxy.config().replace('[radius_client]', '[radius_client]\nforce_message_authenticator=true'),
  );
  const planned = await plan(rig, declared());
  expect(left(planned)).toEqual([]);
  expect(planned[0]!.plan!.changes.flatMap(({ unmanaged }) => unmanaged)).toEqual(['force_message_authenticator=…']);
});

describe('the old file is put back and the proxy runs with it', () => {
  test.each(['failStarts', 'silentStarts'] as const)('when the new one does not start: %s', async (fault) => {
    const boot = rig.duoProxy.config();
    rig.duoProxy.faults[fault] = 1;
    const ended = await apply(rig, declared());
    expect(states(ended)).toEqual({ duo: 'failed' });
    expect(words(ended)).toMatch(/the device is as it was before\n\[duo\] the Duo proxy does not (start|listen)/);
    expect(rig.duoProxy.config()).toBe(boot);
    expect(rig.duoProxy.running()).toBe(boot);
    expect(leftovers()).toEqual([]);
    expect(states(await apply(rig, declared()))).toEqual({ duo: 'applied' });
  });

  test('and where that does not start either, it says so and keeps nothing back', async () => {
    rig.duoProxy.faults.failStarts = 2;
    const ended = await apply(rig, declared());
    expect(states(ended)).toEqual({ duo: 'unknown' });
    expect(words(ended)).toContain('the old /opt/duoauthproxy/conf/authproxy.cfg is back in its place');
    expect(states(await apply(rig, declared()))).toEqual({ duo: 'applied' });
  });

  test('when the proxy refuses what stands in it, in its words', async () => {
    rig.duoProxy.edit(`${rig.duoProxy.config()}\n[radius_client3]\nhost=ise.example.net\nsecret=x\n`);
    const ended = await apply(rig, declared());
    // What somebody wrote by hand stands in the old file too: it is back, and does not start either.
    expect(states(ended)).toEqual({ duo: 'unknown' });
    expect(words(ended)).toContain('The host value provided is invalid.');
  });
});

test('a full disk leaves the file as it is', async () => {
  const boot = rig.duoProxy.config();
  rig.duoProxy.faults.diskFull = true;
  const ended = await apply(rig, declared());
  expect(states(ended)).toEqual({ duo: 'failed' });
  expect(words(ended)).toContain('cannot be written: No space left on device');
  expect(rig.duoProxy.config()).toBe(boot);
  expect(rig.duoProxy.running()).toBe(boot);
});

test.each(['write', 'move', 'restart', 'restarted'] as const)(
  'a session that is cut at %s is taken up again, and a second run finishes the work',
  async (dropAt) => {
    const boot = rig.duoProxy.config();
    rig.duoProxy.faults.dropAt = dropAt;
    const ended = await apply(rig, declared());
    expect(states(ended)).toEqual({ duo: 'failed' });
    expect(words(ended)).toContain('the device is as it was before');
    expect(rig.duoProxy.config()).toBe(boot);
    expect(rig.duoProxy.running()).toBe(boot);
    expect(states(await apply(rig, declared()))).toEqual({ duo: 'applied' });
    expect(leftovers()).toEqual([]);
  },
);

test('a host that does not answer any more is unknown; the next run restarts what was left', async () => {
  await apply(rig, declared());
  // As a run leaves it that was killed between the new file and the restart.
  const host = rig.duoProxy;
  const text = host.config();
  rig.duoProxy.faults.dropAt = 'restart';
  const killed = apply(rig, declared({ retries: 4 }));
  host.faults.refuseLogin = false;
  await killed;
  expect(host.config()).toBe(text);
  host.faults.refuseConnections = true;
  expect(states(await apply(rig, declared({ retries: 4 })))).toEqual({ duo: 'unknown' });
  host.faults.refuseConnections = false;
  expect(states(await apply(rig, declared({ retries: 4 })))).toEqual({ duo: 'applied' });
  expect(host.running()).toContain('retries=4\n');
});

test('a secret of the wrong form is refused before anything is written, by the name of its reference', async () => {
  const boot = rig.duoProxy.config();
  const ended = await apply(rig, declared({ skey: 'LAB_SHORT' }));
  expect(states(ended)).toEqual({ duo: 'failed' });
  expect(words(ended)).toContain(
    'skey of [radius_server_auto] (<secret:env:LAB_SHORT>) is not what it should be: a Duo secret key is 40 letters and digits',
  );
  expect(words(ended)).not.toContain('tooshort');
  expect(rig.duoProxy.config()).toBe(boot);
  expect(rig.duoProxy.starts()).toBe(1);
});

test.each([
  ['', 'is empty: nothing is planned on such a reading'],
  [
    '[main]\n[main]\n',
    'line 2 of /opt/duoauthproxy/conf/authproxy.cfg cannot be read: the section [main] occurs twice',
  ],
  ['host=1\n', 'line 1 of /opt/duoauthproxy/conf/authproxy.cfg cannot be read: it is in no section'],
])('a file that its own reader would not take is not planned on: %j', async (text, why) => {
  rig.duoProxy.edit(text);
  const planned = await plan(rig, declared());
  expect(states(planned)).toEqual({ duo: 'unknown' });
  expect(words(planned)).toContain(why);
});

test('where nothing logs in, the file is written here for its owner alone, and says where it goes', async () => {
  const artifact = join(rig.room, 'authproxy.cfg');
  const manifest = declared({ host: { artifact } });
  const ended = await apply(rig, manifest);
  expect(states(ended)).toEqual({ duo: 'applied' });
  expect(words(ended)).toContain('C:\\Program Files\\Duo Security Authentication Proxy\\conf\\authproxy.cfg');
  expect(readFileSync(artifact, 'utf8')).toContain(`radius_secret_1=${secrets.LAB_RADIUS}\n`);
  expect(statSync(artifact).mode & 0o777).toBe(0o600);
  expect(left(await plan(rig, manifest))).toEqual([]);
  expect(rig.duoProxy.starts()).toBe(1);
});

test('lines of others in [main] stay when ours go', async () => {
  rig.duoProxy.edit('[main]\nlog_stdout=1\n');
  const withMain = manifestOf((stack) => void new DuoProxyMain(duoProxyHost(stack), 'main', { debug: true }));
  expect(states(await apply(rig, withMain))).toEqual({ duo: 'applied' });
  expect(rig.duoProxy.config()).toBe('[main]\nlog_stdout=1\ndebug=true\n');
  const without = manifestOf((stack) => void duoProxyHost(stack));
  expect(states(await apply(rig, without))).toEqual({ duo: 'applied' });
  expect(rig.duoProxy.config()).toBe('[main]\nlog_stdout=1\n');
});
