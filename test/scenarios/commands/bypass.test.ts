import { existsSync } from 'node:fs';
import { DuoAccount, DuoUser, Secret } from 'tunnelwright';
import { tw } from '../../support/command';
import { apply, states } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { duo, edge, manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';

let rig: Rig;
beforeAll(async () => void (rig = await startRig()));
afterAll(() => rig.close());

const manifest = manifestOf((stack) => {
  edge(stack);
  new DuoUser(duo(stack), 'alice', { aliases: ['a.example'] });
});
const asked = (user: string, ...more: readonly string[]) =>
  tw(rig, ['bypass', user, '--manifest', rig.save(manifest), ...more]);

test('codes are shown once, on standard output, and kept nowhere', async () => {
  expect(states(await apply(rig, manifest, { target: 'duo' }))).toEqual({ duo: 'applied' });
  const ran = await asked('alice', '--count', '2', '--valid', '30');
  const { codes, validSeconds } = rig.duo.codes.get('alice')!;
  expect([ran.code, ran.out, validSeconds]).toEqual([0, `${codes.join('\n')}\n`, 1800]);
  expect(ran.err).toContain('2 codes for alice, each for one login within 30 minutes.');
  expect(existsSync(rig.ledgers)).toBe(true);
  expect(leaks({ error: ran.err, ...filesIn(rig.room) }, codes)).toEqual([]);
  const again = await asked('alice');
  expect(again.out).toBe(`${rig.duo.codes.get('alice')!.codes.join('\n')}\n`);
  expect(again.out).not.toContain(codes[0]!);
});

test('a user is found by an alias, which Duo takes for the name at every login', async () => {
  const ran = await asked('a.example');
  expect([ran.code, ran.out]).toEqual([0, `${rig.duo.codes.get('alice')!.codes.join('\n')}\n`]);
});

test.each<readonly [string, readonly string[], string]>([
  ['a user whom Duo does not know', ['bob'], '[duo] Duo has no user bob'],
  ['too many', ['alice', '--count', '11'], "[--count] '11' is not a number from 1 to 10"],
  ['a target that is none', ['alice', '--target', 'edge'], '[--target] there is no Duo account among the targets'],
])('%s is said', async (_what, [user, ...more], said) => {
  const ran = await asked(user!, ...more);
  expect([ran.code, ran.out, ran.err]).toEqual([1, '', expect.stringContaining(said)]);
});

test('of several accounts one is to be named', async () => {
  const two = manifestOf((stack) => {
    duo(stack);
    const keys = { integrationKey: Secret.fromEnv('DUO_IKEY'), secretKey: Secret.fromEnv('DUO_SKEY') };
    new DuoAccount(stack, 'other', { host: 'api-lab.duosecurity.com', port: 8443, ...keys });
  });
  const ran = await tw(rig, ['bypass', 'alice', '--manifest', rig.save(two, 'two.json')]);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('there are several accounts: duo, other')]);
});
