import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { placesOf } from '../../../lib/lab/world/places';
import { chosen } from '../../../lib/cli/source';
import { startRehearsal } from '../../../lib/lab/world/rehearsal';
import { fileStore } from '../../../lib/run/ledger/store';
import { expectNoStack, tw, type Ran } from '../../support/command';
import { apply, left, plan, states, verify, words } from '../../support/engine';
import { synthesised } from '../../support/seed-examples';

const fixtures = join(__dirname, '../../fixtures/running-config');
let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const secrets = {
  ADMIN: 'Qz5-admin~1',
  RADIUS: 'Qz5-radius~1',
  USER_PASSWORD: 'Qz5-user~1',
  ISE_RADIUS: 'Qz5-ise~1',
  LDAP: 'Qz5-ldap~1',
  DIRECTORY: 'Qz5-directory~1',
  ANNA: 'Qz5-anna~1',
  DUO_SKEY: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C',
};

describe('a simulated device in the place of each target of a program', () => {
  const before = { ...process.env };
  beforeAll(() => Object.assign(process.env, secrets));
  afterAll(() => {
    process.env = before;
  });

  test.each([
    ['site-to-site-certificate', 2],
    ['ios-xe-anyconnect-duo', 0],
    ['ftd-remote-access-ikev2', 0],
    ['ftd-remote-access-directory', 0],
    ['asa-windows-eap', 0],
    ['flexvpn/hub-and-spoke', 3],
  ])('%s is applied there, and nothing is left to do', async (name, tunnels) => {
    const { manifests } = synthesised(name);
    const lab = await startRehearsal(placesOf(manifests.flatMap(({ targets }) => targets)), {
      requestsPerMinute: 0,
      deployMs: 20,
      delayMs: 0,
      flapSeed: 0,
    });
    try {
      const file = lab.describe(room);
      const rig = {
        store: fileStore(join(room, 'ledger')),
        // Folders of files are on this machine: nothing stands in their place.
        works: () => chosen(manifests, { lab: file }).filter(({ target }) => 'host' in target.settings),
      };
      const [manifest] = manifests;
      const applied = await apply(rig, manifest!);
      expect(words(applied)).toBe('');
      expect(new Set(Object.values(states(applied)))).toEqual(new Set(['applied']));
      expect(left(await plan(rig, manifest!))).toEqual([]);
      const up = (await verify(rig, manifest!)).flatMap((ended) => ended.tunnels ?? []).filter((each) => each.up);
      expect(up).toHaveLength(tunnels);
    } finally {
      await lab.close();
    }
  });
});

describe('the command', () => {
  const program = `
    import { App, IkeV2Proposal, IosXeRouter, Login, VpnStack } from 'tunnelwright';
    const app = new App();
    const stack = new VpnStack(app, 'net');
    const branch = new IosXeRouter(stack, 'branch', { host: '192.0.2.9', release: '17.12', login: Login.fromEnv('B') });
    new IkeV2Proposal(branch, 'REHEARSED', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    app.synth();
  `;
  const run = (args: readonly string[], started?: (child: ChildProcess) => void): Promise<Ran> =>
    tw({ lab: join(room, 'lab/lab.json'), ledgers: join(room, 'ledger') }, args, { started });
  const writtenProgram = (): string => {
    const file = join(room, 'main.ts');
    writeFileSync(
      file,
      program.replace("'tunnelwright'", JSON.stringify(join(__dirname, '../../../constructs/index.ts'))),
    );
    return file;
  };

  test('boots a router with its backup, and a change is rehearsed on it', async () => {
    const app = writtenProgram();
    const backup = join(fixtures, 'branch-17.12.cfg');
    let lab: ChildProcess | undefined;
    const shown = new Promise<string>((ready) => {
      void run(['lab', '--app', app, '--boot', `branch=${backup}`, '--out', join(room, 'lab')], (child) => {
        lab = child;
        child.stdout!.on('data', (data: Buffer) => ready(data.toString()));
      });
    });
    expect(await shown).toMatch(
      /IOS-XE 17\.12 \(192\.0\.2\.9\) {2}ssh -p \d+ lab@127\.0\.0\.1 {3}password: lab-password/,
    );
    try {
      const planned = await run(['plan', '--app', app, '--brief']);
      expect(planned.out).toContain('branch  IOS-XE 17.12  192.0.2.9 (lab): 1 to create, 0 to change, 0 to delete');
      expect(planned.code).toBe(2);
      expect((await run(['apply', '--app', app, '--yes'])).code).toBe(0);
      expect((await run(['plan', '--app', app])).code).toBe(0);
    } finally {
      const ended = new Promise((done) => lab!.once('close', done));
      lab!.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  });

  test('says what is wrong with a backup before it starts anything', async () => {
    const app = writtenProgram();
    const ran = await run(['lab', '--app', app, '--boot', 'brnch=x.cfg', '--boot', `branch=${join(room, 'none.cfg')}`]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('brnch=x.cfg] names no target of this program');
    expect(ran.err).toContain('write TARGET=FILE, with one of: branch');
    expect(ran.err).toContain('none.cfg] there is no such file');
    expectNoStack(ran);
  });
});
