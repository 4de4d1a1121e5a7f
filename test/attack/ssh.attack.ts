import { sshWarnings } from '../../lib/engine/cli/login';
import * as ssh from './support/hostile-ssh';
import { sshSettings, suffer, type Attack, type Harm } from './support/victim';

const against = async (
  play: ssh.SshPlay,
  more: Readonly<Record<string, unknown>> = {},
  platform: Attack['platform'] = 'iosxe',
): Promise<Harm> => {
  const server = await ssh.startHostileSsh(play);
  try {
    return await suffer({ platform, settings: sshSettings(server, { answerMegabytes: 1, ...more }) });
  } finally {
    await server.close();
  }
};
const said = ({ problems }: Harm): string =>
  problems.map(({ message, hint }) => `${message} | ${hint ?? ''}`).join('\n');
const running = /show running-config/;

describe('one deadline, whatever trickles in', () => {
  test.each<readonly [string, ssh.SshPlay, RegExp]>([
    ['accepts the connection only', { mute: 'connection' }, /does not answer within 1 s/],
    ['answers no login', { mute: 'login' }, /does not answer within 1 s/],
    ['answers no session request', { mute: 'session' }, /accepts the login and opens no terminal within 1 s/],
    ['answers no pty request', { mute: 'pty' }, /accepts the login and opens no terminal within 1 s/],
    ['answers no shell request', { mute: 'shell' }, /accepts the login and opens no terminal within 1 s/],
    ['says nothing', { greeting: '' }, /no answer within 1 s to: the first prompt \|/],
    [
      'sends a dot now and then before the prompt',
      { greeting: ssh.dripping('.', 50) },
      /no answer within 1 s to: the first prompt.*\(\d+ characters came/,
    ],
    [
      'sends a dot now and then in an answer',
      { line: ssh.upon(running, ssh.dripping('.', 50)) },
      /no answer within 1 s to: .*\(\d+ characters came, and no prompt\) \| .*raise timeoutSeconds/,
    ],
    [
      'sends an empty line now and then',
      { line: ssh.upon(running, ssh.dripping('\r\n', 50)) },
      /no answer within 1 s to:/,
    ],
  ])('a device that %s', async (_name, play, words) => {
    const harm = await against(play);
    expect(said(harm)).toMatch(words);
    expect(harm.live).toBeUndefined();
  });

  test.each<readonly [string, ssh.SshPlay, RegExp]>([
    ['answers no SFTP request', { mute: 'sftp' }, /does not answer within 1 s/],
    ['answers no login', { mute: 'login' }, /does not answer within 1 s/],
  ])('a Duo proxy that %s', async (_name, play, words) => {
    const more = { directory: '/opt/duoauthproxy', startSeconds: 1, sudo: false };
    expect(said(await against(play, more, 'duo-proxy'))).toMatch(words);
  });
});

describe('a limit in bytes for each answer and each line', () => {
  test.each<readonly [string, ssh.SshPlay, RegExp]>([
    ['greets without an end', { greeting: ssh.forever('Welcome!\r\n') }, /answer of the device is larger than 1 MB/],
    [
      'shows a configuration without an end',
      { line: ssh.upon(running, ssh.forever(' description x\r\n')) },
      /answer of the device is larger than 1 MB: nothing is planned on it \| .*raise answerMegabytes/,
    ],
    [
      'prints a line without an end',
      { line: ssh.upon(running, ssh.longLine(100_000_000)) },
      /a line of more than 262144 characters/,
    ],
    ['floods prompts', { line: ssh.upon(running, ssh.forever(`\r\n${ssh.prompt}`)) }, /./],
    [
      'prints escape sequences without an end',
      { line: ssh.upon(running, ssh.forever('\u001b[2K')) },
      /larger than|a line of more than/,
    ],
  ])('a device that %s', async (_name, play, words) => {
    const harm = await against(play, { timeoutSeconds: 20 });
    expect(said(harm)).toMatch(words);
    expect(harm.live).toBeUndefined();
  });
});

describe('sound algorithms of SSH, unless a target says otherwise', () => {
  const old = { algorithms: ssh.oldAlgorithms, hostKey: 'rsa' } as const;
  const sound = {
    kex: ['ecdh-sha2-nistp256'],
    serverHostKey: ['rsa-sha2-256'],
    cipher: ['aes256-ctr'],
    hmac: ['hmac-sha2-256'],
  } as const;
  const only = (more: object): ssh.SshPlay => ({
    hostKey: 'rsa',
    algorithms: { ...sound, ...more } as never,
    greeting: '',
  });

  test('what current releases offer is enough: an RSA host key that signs with SHA-2', async () => {
    expect(said(await against(only({})))).toMatch(/no answer within 1 s to: the first prompt/);
  });

  test.each<readonly [string, object, string, string]>([
    ['signs with SHA-1', { serverHostKey: ['ssh-rsa'] }, 'host key', 'ssh-rsa'],
    ['has hmac-sha1 only', { hmac: ['hmac-sha1'] }, 'MAC', 'hmac-sha1'],
    [
      'has group 14 with SHA-1 only',
      { kex: ['diffie-hellman-group14-sha1'] },
      'key exchange',
      'diffie-hellman-group14-sha1',
    ],
    ['has CBC only', { cipher: ['aes256-cbc', '3des-cbc'] }, 'encryption', 'aes256-cbc, 3des-cbc'],
  ])('a device that %s', async (_name, more, kind, offer) => {
    const refused = said(await against(only(more)));
    expect(refused).toContain(`offers no ${kind} algorithm of SSH that is accepted. It offers: ${offer}`);
    expect(refused).toContain('legacyAlgorithms: true');
    expect(said(await against(only(more), { legacyAlgorithms: true }))).toMatch(/to: the first prompt/);
  });

  test('an ASA of old is reached with legacyAlgorithms', async () => {
    expect(said(await against(old))).toContain('It offers: diffie-hellman-group14-sha1, diffie-hellman-group1-sha1');
    expect(said(await against({ ...old, greeting: '' }, { legacyAlgorithms: true }))).toMatch(/to: the first prompt/);
  });

  test('every run warns of it, on each platform that is reached over SSH', () => {
    const settings = { trust: {}, legacyAlgorithms: true };
    expect(sshWarnings(settings)).toEqual([
      expect.stringContaining('weak algorithms of SSH are accepted (legacyAlgorithms)'),
    ]);
    expect(sshWarnings({ trust: {} })).toEqual([]);
  });

  test('where nothing is left to offer, no setting is promised', async () => {
    const refused = said(await against(only({ hmac: ['hmac-md5'] })));
    expect(refused).toContain(
      'It offers: hmac-md5 | update the device, or its SSH settings: none of these is supported',
    );
  });
});
