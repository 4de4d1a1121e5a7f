import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, IosXeRouter, Login, NtpServers, RadiusServer, RawConfig, Secret, VpnStack } from 'tunnelwright';
import type { VpnStackProps } from 'tunnelwright';
import { comparedLines } from '../../../lib/synth/terraform/lines';

interface Resource {
  readonly depends_on?: readonly string[];
  readonly triggers?: Readonly<Record<string, string>>;
  readonly triggers_replace?: Readonly<Record<string, string>>;
  readonly provisioner: readonly [{ readonly 'local-exec': LocalExec }];
}
interface LocalExec {
  readonly interpreter: readonly string[];
  readonly command: string;
  readonly working_dir: string;
  readonly when?: string;
}

const repository = resolve(__dirname, '../../..');
let folder: string;
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'terraform-')))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const router = (stack: VpnStack, id: string, host = `${id}.example.net`): IosXeRouter =>
  new IosXeRouter(stack, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });

const resources = (
  declare: (stack: VpnStack) => void,
  props: VpnStackProps = {},
  outdir = join(folder, 'out'),
): Readonly<Record<string, Resource>> => {
  const stack = new VpnStack(new App({ outdir }), 'net', props);
  declare(stack);
  stack.prepareStack();
  const { resource } = stack.toTerraform() as {
    resource: { null_resource?: Record<string, Resource>; terraform_data?: Record<string, Resource> };
  };
  return { ...resource.null_resource, ...resource.terraform_data };
};

const two = (stack: VpnStack): void => {
  const [one, other] = [router(stack, 'one'), router(stack, 'two')];
  new NtpServers(one, 'ntp', { servers: ['192.0.2.1'] });
  new RadiusServer(one, 'radius', { address: '192.0.2.9', key: Secret.fromEnv('KEY') }).node.addDependency(other);
};

test('Terraform has one resource for a stack: it compares lines without secrets, and runs apply on all of it', () => {
  const all = resources(two);
  expect(Object.entries(all).map(([id, { depends_on }]) => [id, depends_on])).toEqual([
    ['tunnelwright-destroy-keeps-devices', undefined],
    ['tunnelwright-devices', ['null_resource.tunnelwright-destroy-keeps-devices']],
  ]);
  const { triggers, provisioner } = all['tunnelwright-devices']!;
  expect(triggers).toEqual({
    one: expect.stringMatching(/^IOS-XE 17\.9 one\.example\.net, sha256 [0-9a-f]{16}$/) as string,
    'one: ntp-servers/ntp': 'ntp server 192.0.2.1',
    'one: radius-server/radius': expect.stringContaining('<secret:env:KEY>') as string,
    two: expect.stringContaining('two.example.net') as string,
  });
  expect(provisioner[0]['local-exec'].interpreter.slice(-3)).toEqual(['apply', '--yes', '--manifest']);
});

test('the command is the one of this package, and runs where the program runs', () => {
  const {
    interpreter,
    command,
    working_dir: at,
  } = resources(two)['tunnelwright-devices']!.provisioner[0]['local-exec'];
  const stackIn = join(folder, 'out/stacks/net');
  const project = resolve(at.replace('${path.module}', stackIn));
  expect(project).toBe(process.cwd());
  expect(command).toBe('${abspath(path.module)}/tunnelwright.json');
  const [node, ...files] = interpreter.slice(0, -3);
  expect(node).toBe('node');
  expect(files.map((file) => resolve(project, file)).at(-1)).toBe(join(repository, 'lib/cli/main.ts'));
});

test('what synth writes is for where it keeps it, not for the directory that it throws away', () => {
  const project = join(folder, 'project');
  const [thrownAway, kept] = [join(folder, 'thrown-away'), join(project, 'cdktf.out')];
  mkdirSync(project);
  jest.spyOn(process, 'cwd').mockReturnValue(project);
  jest.replaceProperty(process, 'env', { ...process.env, CDKTF_OUTDIR: thrownAway, TUNNELWRIGHT_KEPT_IN: kept });
  const runs = [thrownAway, join(project, 'own')].map(
    (outdir) => resources(two, {}, outdir)['tunnelwright-devices']!.provisioner[0]['local-exec'],
  );
  jest.restoreAllMocks();
  expect(runs.map(({ command, working_dir: at }) => [command, at])).toEqual([
    ['cdktf.out/stacks/net/tunnelwright.json', '${path.module}/../../..'],
    ['own/stacks/net/tunnelwright.json', '${path.module}/../../..'],
  ]);
});

test('what destroying does is a resource that nothing in a program can replace, of another name for each choice', () => {
  const kept = resources(two)['tunnelwright-destroy-keeps-devices']!;
  const all = resources(two, { terraform: { destroy: 'remove' } });
  const emptied = all['tunnelwright-destroy-empties-devices']!;
  for (const { triggers, triggers_replace } of [kept, emptied])
    expect([triggers, triggers_replace]).toEqual([undefined, undefined]);
  const runs = [kept, emptied].map(({ provisioner }) => provisioner[0]['local-exec']);
  expect(runs.map(({ when, interpreter }) => [when, ...interpreter.slice(-3)])).toEqual([
    ['destroy', 'destroy', '--keep', '--manifest'],
    ['destroy', 'destroy', '--yes', '--manifest'],
  ]);
  expect(Object.keys(all)).not.toContain('tunnelwright-destroy-keeps-devices');
});

test('terraform_data takes the same way as null_resource', () => {
  const [usual, data] = [resources(two), resources(two, { terraform: 'data' }, join(folder, 'out'))];
  expect(Object.keys(data)).toEqual(Object.keys(usual));
  expect(data['tunnelwright-devices']!.triggers_replace).toEqual(usual['tunnelwright-devices']!.triggers);
  expect(data['tunnelwright-devices']!.provisioner).toEqual(usual['tunnelwright-devices']!.provisioner);
});

test('with a resource for each target they wait in the order of their references, and one notices who has left', () => {
  const all = resources(two, { terraform: { per: 'target' } });
  const before = 'null_resource.tunnelwright-destroy-keeps-devices';
  const targets = ['null_resource.tunnelwright-target-two', 'null_resource.tunnelwright-target-one'];
  expect(Object.entries(all).map(([id, { depends_on }]) => [id, depends_on])).toEqual([
    ['tunnelwright-destroy-keeps-devices', undefined],
    ['tunnelwright-target-two', [before]],
    ['tunnelwright-target-one', [before, targets[0]]],
    ['tunnelwright-targets', [before, ...targets]],
  ]);
  expect(all['tunnelwright-targets']!.triggers).toEqual({ one: 'declared', two: 'declared' });
});

test('targets whose names Terraform cannot take, or would take for one another, are told apart', () => {
  const ids = Object.keys(
    resources((stack) => ['a.b', 'a-b', 'a+b'].forEach((id, i) => router(stack, id, `192.0.2.${i}`)), {
      terraform: { per: 'target' },
    }),
  );
  expect(ids.filter((id) => id.startsWith('tunnelwright-target-'))).toEqual([
    expect.stringMatching(/^tunnelwright-target-a-b-[0-9a-f]{6}$/),
    'tunnelwright-target-a-b',
    expect.stringMatching(/^tunnelwright-target-a-b-[0-9a-f]{6}$/),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['alias exec x show run ${HOME}', 'alias exec x show run $${HOME}'],
  ['alias exec x show %{if}', 'alias exec x show %%{if}'],
  ['alias exec x ${TfToken[TOKEN.1]}', 'alias exec x $${${"TfToken"}[TOKEN.1]}'],
  ['alias exec x $(y) $z', 'alias exec x $(y) $z'],
])('%s reaches Terraform as it stands', (line, written) => {
  const all = resources((stack) => void new RawConfig(router(stack, 'one'), 'raw', { lines: [line] }));
  expect(Object.values(all['tunnelwright-devices']!.triggers!)).toContain(written);
});

test('a folder whose name is an expression, or has a blank or a quote in it, is only a name', () => {
  const project = join(folder, "p 'q");
  mkdirSync(project);
  jest.spyOn(process, 'cwd').mockReturnValue(project);
  const {
    command,
    interpreter,
    working_dir: at,
  } = resources(two, {}, join(project, 'o "u${t} \''))['tunnelwright-devices']!.provisioner[0]['local-exec'];
  jest.restoreAllMocks();
  expect([command, at]).toEqual(['o "u$${t} \'/stacks/net/tunnelwright.json', '${path.module}/../../..']);
  expect(interpreter[0]).toBe('node');
});

test('what is too large for the state of Terraform is cut, or is its hash alone; each says which', () => {
  const stack = new VpnStack(new App({ outdir: join(folder, 'out') }), 'net');
  const declared = (last: string) => {
    const lines = Array.from({ length: 900 }, (_, i) => `alias exec x${i} show running-config`);
    return [...lines, last];
  };
  new RawConfig(router(stack, 'one'), 'raw', { lines: declared('alias exec last show clock') });
  new NtpServers(router(stack, 'two'), 'ntp', { servers: ['192.0.2.1'] });
  const whole = comparedLines(stack.manifest);
  const [cut] = Object.entries(whole.get('one')!).flatMap(([key, text]) => (key === 'one' ? [] : [text]));
  expect(cut!.length).toBeLessThan(17_000);
  expect(cut).toMatch(/\n… \d+ more lines, sha256 [0-9a-f]{16}$/);
  const heads = comparedLines(stack.manifest, 1000);
  expect([...heads.values()].map((lines) => Object.keys(lines))).toEqual([['one'], ['two']]);
  expect(heads.get('one')).toEqual({ one: whole.get('one')!['one'] });
});

test('settings that are none are a problem of the stack', () => {
  const wrong = { terraform: { per: 'device' } } as unknown as VpnStackProps;
  const stack = new VpnStack(new App({ outdir: join(folder, 'out') }), 'net', wrong);
  expect(stack.problems.map(({ path, message, hint }) => [path, message, hint])).toEqual([
    [
      'net',
      'terraform: is no setting of Terraform',
      "write terraform: 'null', 'data' or { resource, per: 'stack' or 'target', destroy: 'keep' or 'remove' }",
    ],
  ]);
});
