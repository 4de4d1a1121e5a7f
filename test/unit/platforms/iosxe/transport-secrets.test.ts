import { cliDialect } from '../../../support/cli';
import type { Section } from '../../../../lib/desired/cli/section';
import { otherSecret } from '../../../../lib/model/secret';
import { targets } from '../../../../lib/model/targets';
import { connect } from '../../../../lib/platforms/iosxe/transport';
import { secretBook } from '../../../../lib/run/secrets/read';
import { startRouter, type LabRouter } from '../../../../lib/lab/devices/iosxe';

const header = 'crypto ikev2 keyring KEYS';
const keyring = (key: string): Section => ({
  header,
  shape: 'block',
  ownership: 'exclusive',
  entries: [
    {
      key: 'peer pune',
      text: 'peer pune',
      undo: 'no peer pune',
      additive: true,
      children: [
        { key: 'address', text: 'address 203.0.113.93', undo: 'no address 203.0.113.93' },
        { key: 'pre-shared-key local', text: `pre-shared-key local ${key}`, undo: 'no pre-shared-key local' },
      ],
    },
  ],
});

const session = async (router: LabRouter, value: string) => {
  const settings = targets.iosxe.parse({
    host: router.host,
    port: router.port,
    release: '17.9',
    login: { username: 'lab', password: { secret: 'env', name: 'X' } },
    trust: { fingerprint: router.fingerprint },
    timeoutSeconds: 5,
  });
  return connect(
    { id: 'edge', settings },
    {
      secrets: secretBook(new Map([['<secret:env:PSK>', value]]), Buffer.alloc(32), {
        known: {},
        declared: new Map(),
        sent: false,
      }),
      value: async (ref) => (typeof ref === 'string' ? ref : 'lab-password'),
      progress: () => undefined,
      files: {
        read: async () => undefined,
        bytes: async () => undefined,
        write: async () => undefined,
        remove: async () => undefined,
      },
      run: async () => '',
    },
  );
};
const push = (before: Section | undefined, after: Section | undefined) => ({
  changes: [
    {
      address: 'ikev2-keyring/KEYS',
      path: 'stack/edge/keys',
      steps: cliDialect.steps(before, after),
      undo: cliDialect.steps(after, before),
    },
  ],
  scope: [keyring('<secret:env:PSK>')],
  check: () => [],
  done: async () => undefined,
});

let router: LabRouter;
afterEach(() => router.close());

test.each(['first\nusername evil privilege 15 password x', 'two words', 'tab\there'])(
  'a secret that is not a word (%j) is refused before anything is typed, and never shown',
  async (value) => {
    router = await startRouter();
    const before = router.runningConfig();
    const edge = await session(router, value);
    await edge.observe([keyring('<secret:env:PSK>')]);
    const outcome = await edge.apply(push(undefined, keyring('<secret:env:PSK>')));
    await edge.close();
    expect(outcome).toEqual({
      state: 'reverted',
      untouched: true,
      notes: [],
      problems: [
        {
          code: 'secret.untypable',
          path: 'stack/edge/keys',
          message:
            'nothing was changed: the secret of `pre-shared-key local <secret:env:PSK>` holds a blank, a line break or another control or invisible character, which a command line does not take',
          hint: 'use another key, or store it without',
        },
      ],
    });
    expect(router.runningConfig()).toBe(before);
  },
);

test('a secret that is not ASCII is refused before anything is typed', async () => {
  router = await startRouter();
  const before = router.runningConfig();
  const edge = await session(router, 'schlüssel');
  await edge.observe([keyring('<secret:env:PSK>')]);
  const outcome = await edge.apply(push(undefined, keyring('<secret:env:PSK>')));
  await edge.close();
  expect(outcome.problems.map(({ message }) => message)).toEqual([
    'nothing was changed: the secret of `pre-shared-key local <secret:env:PSK>` holds a character that is not ASCII, which a terminal of seven bits does not take',
  ]);
  expect(router.runningConfig()).toBe(before);
});

test('a pre-shared key that is longer than a device takes is refused before anything is typed', async () => {
  router = await startRouter();
  const before = router.runningConfig();
  const long = 'k'.repeat(129);
  const edge = await session(router, long);
  await edge.observe([keyring('<secret:env:PSK>')]);
  const outcome = await edge.apply(push(undefined, keyring('<secret:env:PSK>')));
  await edge.close();
  expect([outcome.state, outcome.problems.map(({ message }) => message)]).toEqual([
    'reverted',
    [
      'nothing was changed: the key of `pre-shared-key local <secret:env:PSK>` has 129 characters, and a device takes at most 128',
    ],
  ]);
  expect(JSON.stringify(outcome)).not.toContain(long);
  expect(router.runningConfig()).toBe(before);
});

test('a secret with a question mark arrives as it is', async () => {
  router = await startRouter();
  const edge = await session(router, 'what?for');
  await edge.observe([keyring('<secret:env:PSK>')]);
  const outcome = await edge.apply(push(undefined, keyring('<secret:env:PSK>')));
  expect([outcome.state, outcome.problems, outcome.notes]).toEqual(['applied', [], []]);
  await edge.close();
  expect(router.runningConfig()).toContain('pre-shared-key local what?for');
});

test('without an archive, a secret that nobody here knows is not typed back as its marker', async () => {
  router = await startRouter({
    config: `hostname edge\n${header}\n peer pune\n  address 203.0.113.93\n  pre-shared-key local the-old-key\nend\n`,
    minuteMs: 600000,
  });
  const edge = await session(router, 'the-new-key');
  const { live } = await edge.observe([keyring('<secret:env:PSK>')]);
  expect(JSON.stringify([...live.values()])).not.toContain('the-old-key');
  const before = live.get(header)!;
  expect(JSON.stringify(before)).toContain(otherSecret);
  const outcome = await edge.apply({
    ...push(before, keyring('<secret:env:PSK>')),
    check: () => [{ code: 'x', path: 'p', message: 'not so' }],
  });
  await edge.close();
  expect(router.runningConfig()).not.toContain('<secret:');
  expect(outcome.state).toBe('unknown');
  expect(outcome.notes.join()).toMatch(/reloads into its saved configuration/);
});
