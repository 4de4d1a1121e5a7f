/** What a device prints that looks like its prompt and is none, and what it prints instead of one. */
import type { Observation } from '../../lib/contract/observation';
import type { Section } from '../../lib/desired/cli/section';
import { refusalOf, replying, routerConfig, sessionAt } from './support/cli-devices';
import { startScripted, type Script, type ScriptedConsole } from './support/scripted-console';

const open: ScriptedConsole[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((device) => device.close()));
});
const start = async (script: Script): Promise<ScriptedConsole> => {
  const device = await startScripted(script);
  open.push(device);
  return device;
};

const keyring = 'crypto ikev2 keyring kr\n peer p\n  address 192.0.2.9\n';
/** What is read of a router, or the refusal. */
const looked = async (script: Script, options = {}): Promise<readonly string[] | string> => {
  const device = await start(script);
  const found: string[] = [];
  const look = async (): Promise<void> => {
    const session = await sessionAt('iosxe', device, options);
    const seen = (await session.observe([])) as Observation<Section>;
    await session.close();
    found.push(...seen.live.keys());
  };
  const said = await refusalOf(look());
  return said === 'nothing was refused' ? found : said;
};
const router = (hostname: string, lines = keyring, more: Partial<Script> = {}): Script => ({
  greeting: [`\n${hostname}#`],
  prompt: `${hostname}#`,
  reply: replying(routerConfig(hostname, lines)),
  ...more,
});
const whole = ['crypto ikev2 keyring kr'];

describe('what looks like a prompt and is none', () => {
  const motd = (line: string): string => `banner motd ^C\n${line}\n^C\n${keyring}`;
  test.each([
    ['a banner line that begins with the prompt', 'edge', motd('edge# authorised staff only')],
    ['the prompt in a banner, with a line of its own', 'edge', motd('edge#')],
    ['a description of another device', 'fw', `${keyring}interface Loopback1\nfw-core#1 uplink\n`],
    ['a name that goes on', 'fw', motd('fw-core#1 uplink')],
    ['the prompt of a mode', 'edge', motd('edge(config)# leave it')],
  ])('%s: each answer belongs to its line', async (_title, hostname, lines) => {
    expect(await looked(router(hostname, lines))).toEqual(expect.arrayContaining(whole));
    const packets = router(hostname, lines, { packetsAfter: /(?<=# ?)/ });
    expect(await looked(packets)).toEqual(expect.arrayContaining(whole));
  });

  test.each([
    ['a login banner whose packet ends like a prompt', ['\nNOTICE#', ' authorised staff only\n\n', 'edge#']],
    ['a login banner that holds the prompt', ['\nedge#\n', 'is watched\n\nedge#']],
    ['a banner without a line break before the prompt', ['\nauthorised staff only edge#']],
    ['a banner that sticks to the prompt', ['\nNOTICE:edge#']],
    ['an empty line before each word', ['\n\n\n', 'welcome\n\n', '\nedge#']],
  ])('%s: the prompt is learnt from what was typed', async (_title, greeting) => {
    expect(await looked(router('edge', keyring, { greeting }))).toEqual(whole);
  });

  test('an ASA whose prompt says more than its name', async () => {
    const config =
      ': Saved\n: \nASA Version 9.18(4) \n!\nhostname fw\nprompt hostname priority state \ncrypto ikev2 policy 10\n group 19\n: end';
    const replies: Record<string, string> = {
      'more system:running-config': config,
      'show version': 'Cisco Adaptive Security Appliance Software Version 9.18(4)',
      'show curpriv': 'Username : lab\nCurrent privilege level : 15',
    };
    const device = await start({
      greeting: ['\nfw/pri/act# '],
      prompt: 'fw/pri/act# ',
      reply: (line) => replies[line] ?? '',
    });
    const session = await sessionAt('asa', device);
    expect([...((await session.observe([])) as Observation<Section>).live.keys()]).toContain('crypto ikev2 policy 10');
    await session.close();
  });
});

describe('what a device says and nobody foresaw is quoted, and soon', () => {
  /** A question is waited for half of that. */
  const soon = { timeoutSeconds: 2 };
  test.each([
    [
      'a menu instead of a prompt',
      { greeting: ['\n1) routers\n2) switches\nEnter choice: '] },
      '"1) routers / 2) switches / Enter choice:"',
    ],
    ['a password that ran out', { greeting: ['\nYour password has expired.\nOld password: '] }, 'Old password:'],
  ])('%s', async (_title, more, words) => {
    const said = await looked(router('edge', keyring, more), soon);
    expect(said).toContain(words);
    expect(said).toContain('the login ends in no prompt that is known');
  });

  const enabling = (answer: ReturnType<Script['reply']>): Script => ({
    greeting: ['\nedge>'],
    prompt: 'edge>',
    reply: (line) =>
      line === 'enable'
        ? answer
        : line === 'show running-config'
          ? routerConfig('edge', keyring)
          : replying(routerConfig('edge', keyring))(line),
  });
  test.each([
    [
      'enable that asks for a user',
      { text: '\nUsername: ', prompt: '' },
      'the device asks something that is not expected, after: enable. It says: "Username:"',
    ],
    [
      'enable that is refused',
      '% Error in authentication.',
      'the device does not ask for the enable secret. It says: "% Error in authentication."',
    ],
    ['enable without an answer', '', 'the device does not ask for the enable secret'],
  ])('%s', async (_title, answer, words) => {
    expect(await looked(enabling(answer), { enable: true, ...soon })).toContain(words);
  });
  test('enable that asks for no password is enough', async () => {
    expect(await looked(enabling({ prompt: 'edge#' }), { enable: true, ...soon })).toEqual(whole);
  });

  test('`show running-config` that is not authorised is not a reading that is cut short', async () => {
    const said = await looked(router('edge', '', { reply: replying('Command authorization failed.') }));
    expect(said).toContain('the device refuses `show running-config`: "Command authorization failed."');
  });

  test('saving that asks something is said in its words', async () => {
    const device = await start(
      router('edge', keyring, {
        reply: (line, asked) =>
          line === 'write memory'
            ? { text: 'This saves a configuration of another release.\nContinue? [no]: ', prompt: '' }
            : asked
              ? ''
              : replying(routerConfig('edge', keyring))(line),
      }),
    );
    const session = await sessionAt('iosxe', device, soon);
    await session.observe([]);
    const ended = await session.apply({ changes: [], scope: [], check: () => [] });
    expect([ended.state, ended.problems[0]!.message]).toEqual([
      'failed',
      expect.stringMatching(/made and not saved: [^]*after: write memory[^]*Continue\? \[no\]:/),
    ]);
    await session.close();
  });

  test('a device that answers nothing is quoted too', async () => {
    const device = await start(
      router('edge', keyring, {
        reply: (line) => (line === 'show reload' ? { text: 'one moment\n', prompt: '' } : ''),
      }),
    );
    const session = await sessionAt('iosxe', device, { timeoutSeconds: 1 });
    expect(await refusalOf(session.settle(false))).toMatch(
      /no answer within 1 s to: 2 lines\. The device says: "one moment"/,
    );
    await session.close();
  });

  test('a secret that was typed is not among the words', async () => {
    const device = await start(
      router('edge', keyring, {
        reply: (line) =>
          /key/.test(line) ? { text: 'Really? ', prompt: '' } : replying(routerConfig('edge', keyring))(line),
      }),
    );
    const session = await sessionAt('iosxe', device, soon);
    await session.observe([]);
    const step = { lines: ['crypto ikev2 keyring mine', ' pre-shared-key S3cretWord'] };
    const ended = await session.apply({
      changes: [{ address: 'x', path: 'net/edge/x', steps: [step], undo: [] }],
      scope: [],
      check: () => [],
    });
    expect(JSON.stringify(ended)).not.toContain('S3cretWord');
    await session.close();
  });
});
