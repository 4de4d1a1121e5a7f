import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoStack, tw } from '../../support/command';
import { photo } from '../../support/devices';
import { apply, left, plan, states } from '../../support/engine';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario as keyed } from '../002-pre-shared-key/network';

let rig: Rig;
const secrets = keyed.secrets!;
const start = async (options: RigOptions = {}): Promise<string> => {
  Object.assign(process.env, secrets);
  rig = await startRig(options);
  return rig.save(manifestOf((stack) => keyed.declare(stack, 'whole')));
};
afterEach(() => rig.close());

interface PlanJson {
  readonly format_version: string;
  readonly resource_changes: readonly {
    readonly address: string;
    readonly type: string;
    readonly change: { readonly actions: readonly string[]; readonly before: unknown; readonly after: unknown };
    readonly tunnelwright: { readonly target: string };
  }[];
  readonly targets: readonly { readonly id: string; readonly state: string }[];
}

test('plan --json is what readers of Terraform plans expect, and nothing else on standard output', async () => {
  const file = await start();
  const ran = await tw(rig, ['plan', '--json', '--manifest', file]);
  expect(ran.code).toBe(2);
  const json = JSON.parse(ran.out) as PlanJson;
  expect(json.format_version).toMatch(/^1\./);
  for (const { change, address, type } of json.resource_changes) {
    expect(change.actions).toEqual(['create']);
    expect([change.before, change.after]).toEqual([null, expect.anything()]);
    expect(address).toMatch(/^net\.(edge|fmc)\./);
    expect(type).toMatch(/^[a-z0-9_]+$/);
  }
  expect(json.targets.map(({ id, state }) => [id, state]).sort()).toEqual([
    ['edge', 'planned'],
    ['fmc', 'planned'],
  ]);
  expect(leaks({ ...ran, code: '' }, Object.values(secrets))).toEqual([]);
  const one = JSON.parse((await tw(rig, ['plan', '--json', '--target', 'fmc', '--manifest', file])).out) as PlanJson;
  expect(new Set(one.resource_changes.map((change) => change.tunnelwright.target))).toEqual(new Set(['fmc']));
});

test('the whole way by the command: saved plan, apply, verify, drift; and no secret anywhere', async () => {
  const file = await start();
  const saved = join(rig.room, 'p.json');
  const boot = photo(rig);
  const texts: Record<string, string> = {};
  const step = async (code: number, args: readonly string[], says: RegExp): Promise<void> => {
    const ran = await tw(rig, args);
    texts[args.join(' ')] = `${ran.out}${ran.err}`;
    expect([ran.code, ran.out]).toEqual([code, expect.stringMatching(says)]);
    expectNoStack(ran);
  };
  await step(2, ['plan', '--manifest', file, '--out', saved], /edge .*: \d+ to create, 0 to change[^]*Saved to/);
  expect(photo(rig)).toEqual(boot);
  await step(0, ['apply', saved], /edge: applied[^]*fmc: applied/);
  const applied = photo(rig);
  await step(
    0,
    ['apply', saved],
    /Nothing is left of this plan: every target is as it wants it\. [^\n]*tunnelwright runs\nedge: unchanged\nfmc: unchanged\n$/,
  );
  expect(photo(rig)).toEqual(applied);
  await step(0, ['verify', '--manifest', file], /edge: as declared[^]*tunnel Tunnel7: up[^]*fmc: as declared/);
  await step(0, ['plan', '--manifest', file], /No changes\./);
  rig.edge.type(
    'crypto ikev2 profile branch',
    'lifetime 7200',
    'exit',
    'crypto ikev2 keyring branch',
    'peer branch-ftd',
    'pre-shared-key local somebody-elses-key',
    'exit',
    'exit',
  );
  await step(2, ['drift', '--manifest', file], /drift on edge(?![^]*rollback:)[^]*lifetime 7200[^]*fmc: no drift/);
  await step(2, ['verify', '--manifest', file], /~ crypto ikev2 keyring branch/);
  await step(0, ['apply', '--yes', '--json', '--manifest', file], /"state": "applied"/);
  expect(
    left(
      await plan(
        rig,
        manifestOf((stack) => keyed.declare(stack, 'whole')),
      ),
    ),
  ).toEqual([]);
  const all = [...Object.values(secrets), 'lab-password', 'somebody-elses-key'];
  expect(leaks(texts, all)).toEqual([]);
  expect(statSync(join(rig.room, 'password')).mode & 0o777).toBe(0o600);
  const { password: _password, ...files } = filesIn(rig.room);
  expect(leaks(files, all)).toEqual([]);
});

test('one dead device does not stop the other; the next run finishes', async () => {
  const file = await start();
  rig.edge.faults.refuseConnections = true;
  const first = await tw(rig, ['apply', '--yes', '--manifest', file]);
  expect([first.code, first.out]).toEqual([
    3,
    expect.stringMatching(/\[edge\] [^]*→[^]*edge: UNKNOWN \(see above\)\s+fmc: applied/),
  ]);
  expectNoStack(first);
  rig.edge.faults = {};
  const second = await tw(rig, ['apply', '--yes', '--manifest', file]);
  expect([second.code, second.out]).toEqual([0, expect.stringMatching(/edge: applied[^]*fmc: unchanged/)]);
  const ended = join(rig.room, 'ended.json');
  writeFileSync(ended, readFileSync(rig.lab, 'utf8').replace(/"port":\s*\d+/g, '"port": 1'));
  const gone = await tw(rig, ['plan', '--lab', ended, '--target', 'edge', '--manifest', file]);
  expect([gone.code, gone.out]).toEqual([3, expect.stringMatching(/\n {6}→ the lab has ended, or another one was/)]);
});

test('a saved plan goes to the asked target only, and to no unknown one', async () => {
  const file = await start();
  const saved = join(rig.room, 'p.json');
  await tw(rig, ['plan', '--manifest', file, '--out', saved]);
  const none = await tw(rig, ['apply', saved, '--target', 'core']);
  expect([none.code, none.err]).toEqual([1, expect.stringMatching(/\[core\] is not a target/)]);
  const one = await tw(rig, ['apply', saved, '--target', 'edge']);
  expect([one.code, one.out]).toEqual([0, expect.stringMatching(/^(?![^]*fmc: )[^]*edge: applied/)]);
  // The other end of a tunnel may be where something has moved: all of it, or what a person names.
  rig.edge.type('crypto ikev2 profile branch', 'lifetime 7200', 'exit');
  const half = await tw(rig, ['apply', saved]);
  expect([half.code, half.out]).toEqual([
    1,
    expect.stringMatching(/^(?![^]*applied\n)[^]*Nothing was changed: [^\n]* of edge\. [^\n]*--target fmc\n$/),
  ]);
  const rest = await tw(rig, ['apply', saved, '--target', 'fmc']);
  expect([rest.code, rest.out]).toEqual([0, expect.stringMatching(/fmc: applied\n/)]);
});

test('a saved plan of which a device does not answer is refused whole, at plan and at apply', async () => {
  const file = await start();
  const saved = join(rig.room, 'p.json');
  const boot = photo(rig);
  const refused = async (why: RegExp): Promise<void> => {
    const ran = await tw(rig, ['apply', saved]);
    expect([ran.code, `${ran.out}${ran.err}`]).toEqual([1, expect.stringMatching(why)]);
    expect(photo(rig)).toEqual(boot);
  };
  await tw(rig, ['plan', '--manifest', file, '--out', saved]);
  rig.edge.faults.refuseConnections = true;
  await refused(
    /\[edge\] [^]*Nothing was changed: edge cannot be changed now, and a plan is applied whole or not at all\. To apply the rest of this one: tunnelwright apply \S+p\.json --target fmc\n/,
  );
  const half = await tw(rig, ['plan', '--manifest', file, '--out', saved]);
  expect([half.code, half.out]).toEqual([
    3,
    expect.stringMatching(
      /\nSaved to \S+ without edge, which could not be read: it cannot be applied whole\. [^\n]*\n$/,
    ),
  ]);
  const forms = await tw(rig, ['plan', '--json', '--manifest', file, '--out', saved]);
  expect([forms.code, forms.err]).toEqual([
    3,
    expect.stringMatching(/Saved to \S+ without edge, which could not be read/),
  ]);
  rig.edge.faults = {};
  await refused(
    /p\.json\] holds no plan of edge, [^\n]*Nothing was changed\n\s+→ plan again [^\n]* tunnelwright apply \S+p\.json --target fmc$/m,
  );
  const none = await tw(rig, ['apply', saved, '--target', 'edge']);
  expect([none.code, none.err]).toEqual([
    1,
    expect.stringMatching(/holds no plan of edge, [^\n]*\n\s+→ plan again when they can be read\.$/m),
  ]);
  const rest = await tw(rig, ['apply', saved, '--target', 'fmc']);
  expect([rest.code, rest.out]).toEqual([0, expect.stringMatching(/fmc: applied\n/)]);
});

test('a saved plan is applied with the program that it was made for, and refused with another', async () => {
  const file = await start();
  const saved = join(rig.room, 'p.json');
  await tw(rig, ['plan', '--target', 'edge', '--manifest', file, '--out', saved]);
  const boot = photo(rig);
  const other = (change: (text: string) => string): string => {
    writeFileSync(join(rig.room, 'other.json'), change(readFileSync(file, 'utf8')));
    return join(rig.room, 'other.json');
  };
  const changed = await tw(rig, [
    'apply',
    saved,
    '--manifest',
    other((text) => text.replace('lifetime 28800', 'lifetime 14400')),
  ]);
  expect([changed.code, changed.err]).toEqual([
    1,
    '[net/edge] the saved plan was made for another program than this one, which declares this target otherwise. Nothing was changed\n    → plan again, and apply that\n',
  ]);
  const renamed = await tw(rig, ['apply', saved, '--manifest', other((text) => text.replaceAll('"net"', '"other"'))]);
  expect([renamed.code, renamed.err]).toEqual([1, expect.stringContaining('which has no such target')]);
  expect(photo(rig)).toEqual(boot);
  const same = await tw(rig, ['apply', saved, '--manifest', file]);
  expect([same.code, same.out]).toEqual([0, expect.stringMatching(/^(?![^]*fmc: )[^]*edge: applied/)]);
});

test('only the asked target is touched', async () => {
  const file = await start();
  const boot = photo(rig);
  const asked = await tw(rig, ['apply', '--json', '--target', 'edge', '--manifest', file]);
  // Standard output is JSON and nothing else; what a person decides by stands beside it.
  expect([asked.code, JSON.parse(asked.out)]).toEqual([
    1,
    expect.objectContaining({ outcome: [{ id: 'edge', state: 'planned', problems: [], notes: [] }] }),
  ]);
  expect(asked.err).toMatch(/edge .*: \d+ to create[^]*Nothing was changed\. To apply without being asked: --yes\n$/);
  const ran = await tw(rig, ['apply', '--yes', '--target', 'edge', '--manifest', file]);
  expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/^(?![^]*fmc: )[^]*edge: applied/)]);
  expect(photo(rig).fmc).toEqual(boot.fmc);
  expect(rig.fmc.log).toEqual([]);
});

describe('the enable secret', () => {
  const privileged: RigOptions['router'] = { enableSecret: 'open-sesame' };
  const withEnable = (value?: string): void => {
    process.env['EDGE_ENABLE'] = value ?? '';
    const file = JSON.parse(readFileSync(rig.lab, 'utf8')) as { devices: Record<string, { login: object }> };
    const edge = file.devices['192.0.2.1']!;
    if (value !== undefined) Object.assign(edge.login, { enable: { secret: 'env', name: 'EDGE_ENABLE' } });
    writeFileSync(rig.lab, JSON.stringify(file));
  };
  test.each([
    ['missing', undefined, /ends in user mode \(>\), and no enable secret is declared/],
    ['wrong', 'close-sesame', /the device refuses the enable secret/],
    ['right', 'open-sesame', /^$/],
  ] as const)('%s', async (_name, value, says) => {
    await start({ router: { ...privileged } });
    withEnable(value);
    const manifest = manifestOf((stack) => keyed.declare(stack, 'nothing'));
    const [ended] = await plan(rig, manifest, { target: 'edge' });
    expect(ended!.problems.map((p) => `${p.message} → ${p.hint}`).join()).toMatch(says);
    expect(states(await apply(rig, manifest, { target: 'edge' }))).toEqual({
      edge: value === 'open-sesame' ? 'unchanged' : 'unknown',
    });
  });
});

test('from a clone the command is run by npm run tw, without a build', async () => {
  await start();
  const ran = spawnSync('npm', ['run', '--silent', 'tw', '--', 'plan', '--lab', rig.lab, '--manifest', 'none.json'], {
    cwd: join(__dirname, '../../..'),
    encoding: 'utf8',
  });
  expect([ran.status, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toMatch(/\[none\.json\] there is no such file or directory\n\s+→ run tunnelwright synth/);
});
