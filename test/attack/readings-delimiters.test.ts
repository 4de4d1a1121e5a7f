/** `^C` delimits the text of a banner and of a few other commands, and is text everywhere else. */
import { IkeV2Keyring, LoopbackInterface, Secret } from 'tunnelwright';
import { configurationOf, normalize } from '../../lib/platforms/iosxe/normalize';
import { inspect } from '../../lib/platforms/iosxe/inspect';
import { apply, left, plan, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { edge, manifestOf } from '../support/scenario';
import { believing } from './support/cli-devices';

const headers = (text: string): readonly string[] => [
  ...normalize(configurationOf(text, 'edge'), believing, () => undefined).keys(),
];
const refusal = (text: string): string => {
  try {
    return headers(text).join();
  } catch (error) {
    return (error as Error).message;
  }
};
const theirs = 'crypto ikev2 keyring theirs\n peer p\n  address 192.0.2.9\n  pre-shared-key 6 FgQH^CbSVh\n';
const profile = 'crypto ikev2 profile other\n authentication local pre-share key 6 ZU^CcLd\n';

test.each([
  ['two keys', `${theirs}${profile}`],
  ['a key and a description', `${theirs}interface Loopback1\n description see ^C\n${profile}`],
  ['a description alone', `interface Loopback1\n description ^C\n${theirs}${profile}`],
  ['a remark', `ip access-list standard A\n remark ^C\n permit any\n${theirs}${profile}`],
  ['a line that only says banner', `interface Loopback1\n description banner motd ^C\n${theirs}${profile}`],
])('%s with ^C hide nothing', (_title, lines) => {
  expect(headers(`${lines}end\n`)).toEqual(
    expect.arrayContaining(['crypto ikev2 keyring theirs', 'crypto ikev2 profile other']),
  );
});

const etx = String.fromCharCode(3);
const fake = 'crypto ikev2 keyring FAKE\n peer p\nend\n';
test.each([
  ['banner motd', `banner motd ^C\n${fake}^C\n`],
  ['banner login', `banner login ${etx}\n${fake}${etx}\n`],
  ['banner exec, begun and ended beside words', `banner exec ^CHello\n${fake}bye^C\n`],
  ['banner with a character of somebody', `banner incoming #\n${fake}#\n`],
  ['menu', `menu M title ^C\n${fake}^C\n`],
  ['aaa authentication banner', `aaa authentication banner ^C\n${fake}^C\n`],
  ['aaa authentication fail-message', `aaa authentication fail-message ^C\n${fake}^C\n`],
  ['auth-proxy-banner', `ip admission auth-proxy-banner http ^C\n${fake}^C\n`],
  ['busy-message', `busy-message host ^C\n${fake}^C\n`],
  ['macro', `macro name M\n${fake}@\n`],
  ['a banner in a block', `crypto isakmp client configuration group G\n banner ^C\n${fake}^C\n`],
  ['a message of a line', `line vty 0 4\n vacant-message ^C\n${fake}^C\n`],
])('the text of %s is not configuration', (_title, lines) => {
  const found = headers(`${lines}${theirs}end\n`);
  expect(found).toContain('crypto ikev2 keyring theirs');
  expect(found).not.toContain('crypto ikev2 keyring FAKE');
});

test('a banner keeps a line of stars, and another line of stars is a word to all', () => {
  expect(
    headers(`banner motd ^C\n***\n^C\n${theirs}***\n*** --- SHUTDOWN in 0:05:00 ---\n***\n${profile}end\n`),
  ).toEqual(expect.arrayContaining(['crypto ikev2 keyring theirs', 'crypto ikev2 profile other']));
  expect(headers(`banner motd ^C\n*** keep out ***^C\n${theirs}end\n`)).toContain('crypto ikev2 keyring theirs');
});

test('a banner whose end is not there is refused where the next one begins', () => {
  expect(refusal(`banner exec ^C\nhello\nntp server 192.0.2.1\nbanner login ^C\nbye\n^C\n${profile}end\n`)).toContain(
    'the running-config holds `banner login ^C` inside of another text that does not end',
  );
});

test('inspect shows every line of such a text, and takes none of it for configuration', () => {
  const found = inspect(`menu M title ^C\n${fake}^C\n${theirs}end\n`);
  expect(found.nouns.map(({ name }) => name)).toEqual(['theirs']);
  expect(found.unmanaged.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
});

describe('on a router', () => {
  let rig: Rig;
  afterEach(() => rig.close());

  test('a description and a key of ours with ^C are made, and leave nothing to do', async () => {
    process.env['CARET_KEY'] = 'ab^Ccd^Cef^C0123456789';
    const manifest = manifestOf((stack) => {
      const router = edge(stack);
      new LoopbackInterface(router, 'loop', { name: 'Loopback7', address: '10.7.7.7/32', description: 'one ^C two' });
      new IkeV2Keyring(router, 'kr', {
        peers: [{ name: 'p', address: '192.0.2.9', key: Secret.fromEnv('CARET_KEY') }],
      });
    });
    rig = await startRig();
    expect(states(await apply(rig, manifest))).toEqual({ edge: 'applied' });
    expect(rig.edge.runningConfig()).toContain(' description one ^C two');
    expect(rig.edge.runningConfig()).toContain('ab^Ccd^Cef^C0123456789');
    expect(left(await plan(rig, manifest))).toEqual([]);
  });

  test('an object of others between two lines with ^C is theirs: plan refuses, and it stays', async () => {
    process.env['CARET_KEY'] = 'ab^Ccd';
    const manifest = manifestOf((stack) => {
      new IkeV2Keyring(edge(stack), 'theirs', {
        peers: [{ name: 'p', address: '192.0.2.10', key: Secret.fromEnv('CARET_KEY') }],
      });
    });
    rig = await startRig();
    expect(
      rig.edge.type(
        'interface Loopback1',
        'description first ^C',
        ...theirs.trim().split('\n'),
        'interface Loopback2',
        'description second ^C',
      ),
    ).toEqual([]);
    const before = rig.edge.runningConfig();
    const ended = await apply(rig, manifest);
    expect(states(ended)).toEqual({ edge: 'failed' });
    expect(words(ended)).toContain(
      'crypto ikev2 keyring theirs already exists on edge and is not managed by Tunnelwright',
    );
    expect(rig.edge.runningConfig()).toBe(before);
  });
});
