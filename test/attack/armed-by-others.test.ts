/** What a colleague has armed is not let go because a run of ours was interrupted before. */
import { refusalOf, replying, routerConfig, sessionAt } from './support/cli-devices';
import { startScripted, type ScriptedConsole } from './support/scripted-console';

const open: ScriptedConsole[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((device) => device.close()));
});

/** What is typed, and said, when an interrupted run of ours (the user is lab) finds these answers. */
const settled = async (platform: 'iosxe' | 'asa', answers: Readonly<Record<string, string>>) => {
  const device = await startScripted({
    greeting: ['\nedge#'],
    prompt: 'edge#',
    reply: replying(routerConfig('edge'), answers),
  });
  open.push(device);
  const session = await sessionAt(platform, device);
  const said = await refusalOf(session.settle(true));
  await session.close();
  return { said, typed: device.typed };
};
const timerOf = (user: string) => ({
  'show archive config rollback timer': `Time configured: 10:00:00 UTC Sat Nov 28 2026\nTimer type: absolute timer\nTimer value: 10 min\nUser: ${user}`,
});
const reloadOf = (by: string) => ({
  'show reload': `Reload scheduled for 10:00:00 UTC Sat Nov 28 2026 (in 5 minutes) by ${by}\nReload reason: Reload Command`,
});

describe('a router', () => {
  test.each(['lab', 'LAB', 'console', 'vty0'])('a timer of %s may be ours', async (user) => {
    expect((await settled('iosxe', timerOf(user))).typed).toContain('configure revert now');
  });
  test('a timer of a colleague stays, and is told of', async () => {
    const { said, typed } = await settled('iosxe', timerOf('colleague'));
    expect(said).toMatch(/another user \(colleague\) has a change waiting for `configure confirm`/);
    expect(typed).not.toContain('configure revert now');
  });
  test.each(['lab on vty0 (192.0.2.9)', 'vty0 (192.0.2.9)', 'console'])('a reload by %s may be ours', async (by) => {
    expect((await settled('iosxe', reloadOf(by))).typed).toContain('reload cancel');
  });
  test('a reload of a colleague stays', async () => {
    const { typed } = await settled('iosxe', reloadOf('colleague on vty1 (192.0.2.9)'));
    expect(typed).not.toContain('reload cancel');
  });
});

describe('an ASA', () => {
  test.each(['lab from ssh', 'enable_15 from ssh', 'enable_15'])('a reload by %s may be ours', async (by) => {
    expect((await settled('asa', reloadOf(by))).typed).toContain('reload cancel');
  });
  test('a reload of a colleague stays', async () => {
    expect((await settled('asa', reloadOf('colleague from ssh'))).typed).not.toContain('reload cancel');
  });
});
