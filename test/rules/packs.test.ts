import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Aspects,
  IkeV2Keyring,
  IkeV2Profile,
  IosXeRouter,
  Login,
  RulePack,
  Rules,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import { App as Root, VpnStack as Stack } from 'tunnelwright';
import { judge } from '../../lib/rules/engine/waiver';
import { acme } from './own-pack';

const router = (stack: VpnStack, id: string): IosXeRouter =>
  new IosXeRouter(stack, id, { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
const wildcard = (device: IosXeRouter): IkeV2Keyring =>
  new IkeV2Keyring(device, 'ring', { peers: [{ name: 'all', address: '0.0.0.0/0', key: Secret.fromEnv('PSK') }] });
const staff = (device: IosXeRouter, description?: string): IkeV2Profile =>
  new IkeV2Profile(device, 'staff', {
    ...(description === undefined ? {} : { description }),
    matchRemoteKeyIds: ['staff'],
    authenticationRemote: ['pre-share'],
    authenticationLocal: 'pre-share',
    keyring: wildcard(device),
  });
const net = (): VpnStack => new Stack(new Root(), 'net');
const counted = (stack: VpnStack): readonly string[] =>
  stack.findings.counted.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

describe('packs', () => {
  test('correctness is always on, and its errors are problems', () => {
    const stack = net();
    wildcard(router(stack, 'edge'));
    expect(stack.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['TW-IKE-005 net/edge/ring']);
  });

  test('of an organisation: its rule, and the severity that it gives to one of ours', () => {
    const stack = net();
    const edge = router(stack, 'edge');
    staff(edge, 'CHG0012345 for the staff');
    Aspects.of(stack).add(new RulePack(acme));
    expect(counted(stack).filter((each) => each.includes('ACME'))).toEqual([]);

    const other = net();
    staff(router(other, 'edge'));
    expect(counted(other).filter((each) => each.includes('ACME'))).toEqual([]);
    Aspects.of(other).add(new RulePack(acme));
    const asked = net();
    staff(router(asked, 'edge'));
    Aspects.of(asked).add(new RulePack(acme));
    expect(counted(asked)).toContain('error ACME-VPN-001 net/edge/staff');
  });

  test('count for what they are added to, and nothing else', () => {
    const stack = net();
    const [east, west] = [router(stack, 'east'), router(stack, 'west')];
    staff(east);
    staff(west);
    Aspects.of(west).add(new RulePack(acme));
    expect(counted(stack).filter((each) => each.includes('ACME'))).toEqual(['error ACME-VPN-001 net/west/staff']);
  });

  test('of an app count in its stacks', () => {
    const app = new Root();
    const stack = new Stack(app, 'net');
    staff(router(stack, 'edge'));
    Aspects.of(app).add(new RulePack(acme));
    expect(counted(stack)).toContain('error ACME-VPN-001 net/edge/staff');
  });

  test('that are not there are refused by name', () => {
    expect(() => new RulePack('cnsa' as never)).toThrow(/'cnsa' is not a rule pack\n\s+→ write one of correctness, /);
  });

  test('the page shows the pack of an organisation as it stands here', () => {
    const page = readFileSync(join(__dirname, '../../docs/lint.md'), 'utf8');
    expect(page).toContain(readFileSync(join(__dirname, 'own-pack.ts'), 'utf8').trim());
  });
});

describe('waivers', () => {
  const waive = (until: string, rule = 'TW-IKE-005', reason = 'the lab has one key') => {
    const stack = net();
    const edge = router(stack, 'edge');
    staff(edge);
    Rules.waive(edge, rule, { reason, until });
    return stack;
  };

  test('let synth go on, and are carried with their reason', () => {
    const stack = waive('2099-12-31');
    expect(stack.problems).toEqual([]);
    expect(counted(stack)).toEqual(['warning TW-REF-003 net/edge/staff']);
    expect(stack.findings.waived.map(({ found, waiver }) => [found.path, waiver.reason, waiver.until])).toEqual([
      ['net/edge/ring', 'the lab has one key', '2099-12-31'],
    ]);
    const { file, line } = stack.manifest.lint!.waivers[0]!;
    expect([file, typeof line]).toEqual(['test/rules/packs.test.ts', 'number']);
  });

  test('count through their last day and no longer', () => {
    const { lint } = waive('2099-12-31').manifest;
    const on = (day: string) => judge(lint!, day).counted.map(({ rule }) => rule);
    expect(on('2099-12-31')).toEqual(['TW-REF-003']);
    expect(on('2100-01-01')).toEqual(['TW-REF-003', 'TW-IKE-005', 'TW-WAIVER-002']);
    expect(waive('2020-01-01').problems.map(({ code }) => code)).toEqual(['TW-IKE-005']);
  });

  test('that waive nothing are reported', () => {
    const stack = waive('2099-12-31', 'TW-PKI-002');
    expect(stack.findings.counted.map(({ rule, message }) => `${rule} ${message}`)).toContain(
      'TW-WAIVER-001 the waiver of TW-PKI-002 waives nothing: the rule finds nothing here',
    );
  });

  test('say for what, why, and until a day that there is', () => {
    const wrong = [...waive('31.12.2026', 'TW-IKE-5', ' ').problems, ...waive('2026-02-30').problems];
    expect(wrong.filter(({ code }) => code === 'waiver.invalid').map(({ message }) => message)).toEqual([
      'TW-IKE-5 is not a rule that is asked here',
      'the waiver of TW-IKE-5 gives no reason',
      "'31.12.2026' is not a day",
      "'2026-02-30' is not a day",
    ]);
  });

  test('and findings are not part of what is compared with the device', () => {
    const [one, two] = [waive('2099-12-31'), waive('2098-12-31')];
    expect(one.manifest.targets).toEqual(two.manifest.targets);
  });
});
