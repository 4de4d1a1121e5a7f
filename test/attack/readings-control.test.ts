/** Control characters in what a device prints: padding, line ends, sequences for a terminal, cut anywhere into packets. */
import type { Observation } from '../../lib/contract/observation';
import type { Section } from '../../lib/desired/cli/section';
import { refusalOf, replying, routerConfig, sessionAt } from './support/cli-devices';
import { startScripted, type Script, type ScriptedConsole } from './support/scripted-console';

const open: ScriptedConsole[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((device) => device.close()));
});
const esc = '\u001b';
const lines = 'crypto ikev2 keyring kr\n peer p\n  address 192.0.2.9\n';
/** What is read of a router whose configuration holds these lines, or the refusal. */
const looked = async (
  damage: (lines: string) => string,
  more: Partial<Script> = {},
): Promise<readonly string[] | string> => {
  const device = await startScripted({
    greeting: ['\nedge#'],
    prompt: 'edge#',
    reply: replying(routerConfig('edge', damage(lines))),
    ...more,
  });
  open.push(device);
  const found: string[] = [];
  const said = await refusalOf(
    (async () => {
      const session = await sessionAt('iosxe', device);
      const seen = (await session.observe([])) as Observation<Section>;
      await session.close();
      for (const [key, value] of seen.live) found.push(key, ...value.entries.map(({ text }) => text));
    })(),
  );
  return said === 'nothing was refused' ? found : said;
};
const whole = ['crypto ikev2 keyring kr', 'peer p'];
const cut = (after: string): Partial<Script> => ({ packetsAfter: new RegExp(`(?<=${after})`) });
const before = (what: string) => (text: string) => text.replace('crypto', `${what}crypto`);

describe('what is for a terminal and no text is taken out', () => {
  test.each<[string, (lines: string) => string, Partial<Script>?]>([
    ['CR CR LF', (text) => text.replaceAll('\n', '\r\r\n')],
    ['LF CR', (text) => text.replaceAll('\n', '\n\r')],
    ['NUL behind each line', (text) => text.replaceAll('\n', '\0\n')],
    ['NUL before each line', (text) => text.replaceAll('\n', '\n\0')],
    ['a sequence at the end of each line', (text) => text.replaceAll('\n', `${esc}[K\n`)],
    ['a sequence that is cut behind its first character', before(`${esc}[2K`), cut(esc)],
    ['a sequence that is cut behind its second one', before(`${esc}[2;37;1m`), cut(`${esc}\\[`)],
    ['a sequence of two characters', before(`${esc}7`)],
    ['a sequence with a space', before(`${esc}[1 q`)],
    ['a title of the window', before(`${esc}]0;edge\u0007`)],
    ['a title that is cut, and ends otherwise', before(`${esc}]0;edge${esc}\\`), cut('edge')],
    ['a character set', before(`${esc}(B`), cut(`${esc}\\(`)],
  ])('%s', async (_how, damage, more = {}) => {
    expect(await looked(damage, more)).toEqual(whole);
  });
});

describe('a configuration with a control character is not believed', () => {
  test.each<[string, (lines: string) => string]>([
    ['a backspace before a line', before('x\b')],
    ['what a pager wipes out', before(` --More-- ${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`)],
    ['DEL', before('\u007f')],
    ['a form feed', before('\u000c')],
    ['a sequence that never ends', before(`${esc}]0;${'x'.repeat(400)}`)],
    ['a backspace in a block', (text) => text.replace('peer', 'xx\b\bpeer')],
  ])('%s', async (_how, damage) => {
    expect(await looked(damage)).toMatch(/not proven to be whole: .* holds a control character/);
  });
  test.each<[string, (lines: string) => string]>([
    ['<--- More --->, wiped out by a carriage return', before('<--- More --->\r              \r')],
    ['--More--, and then a line break', before(' --More-- \n')],
  ])('%s', async (_how, damage) => {
    expect(await looked(damage)).toMatch(/not proven to be whole: the device shows it page by page/);
  });
  test('in a banner it is the affair of the banner', async () => {
    expect(await looked((text) => `banner motd ^C\nred\b\u007f\n^C\n${text}`)).toEqual(expect.arrayContaining(whole));
  });
});
