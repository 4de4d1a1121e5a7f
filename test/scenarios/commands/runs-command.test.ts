import { hostname, userInfo } from 'node:os';
import { tw } from '../../support/command';
import { apply } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const whole = () => manifestOf((stack) => tunnel(stack, 'whole'));
const edited = () => manifestOf((stack) => tunnel(stack, 'edited'));
const [first, second, third] = ['20260302-101500-c0de', '20260302-101501-c0de', '20260302-101502-c0de'] as const;
const who = `${userInfo().username}@${hostname()}`;

test('runs are listed with who made them, what they did and how they ended; one is shown whole', async () => {
  expect((await tw(rig, ['runs'])).out).toBe('There is no run: nothing has been applied yet.\n');
  await apply(rig, whole(), { run: first });
  await apply(rig, edited(), { run: second });
  rig.edge.faults.refuse = { line: /lifetime/, words: '% Invalid input' };
  await apply(rig, whole(), { run: third, target: 'edge' });

  const listed = await tw(rig, ['runs']);
  expect([listed.code, listed.out.trimEnd().split('\n')]).toEqual([
    0,
    [
      `${third}  2026-03-02 10:15:02 UTC  ${who}  net/edge reverted (1 changed)`,
      expect.stringMatching(`^${second}  2026-03-02 10:15:01 UTC  ${who}  net/edge applied \\(1 changed\\)`),
      expect.stringMatching(
        `^${first}  2026-03-02 10:15:00 UTC  ${who}  net/edge applied \\(\\d+ created\\); net/fmc applied \\(\\d+ created\\)$`,
      ),
    ],
  ]);

  const one = await tw(rig, ['runs', second]);
  expect(one.out).toMatch(/\nnet\/edge: applied\n {2}~ ikev2-profile\/mumbai-pune {2}\[net\/\S+\]\n/);
  expect(one.out).toMatch(new RegExp(`\nTo take it back: tunnelwright rollback --run ${second}\n$`));

  const json = JSON.parse((await tw(rig, ['runs', third, '--json'])).out) as object;
  expect(json).toEqual([
    {
      run: third,
      by: who,
      targets: [
        {
          target: 'net/edge',
          outcome: 'reverted',
          changes: [{ action: 'update', address: 'ikev2-profile/mumbai-pune', path: expect.any(String) as string }],
        },
      ],
    },
  ]);
});

test('a run that nobody knows is said to be that', async () => {
  const ran = await tw(rig, ['runs', first]);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(`[${first}] no target knows such a run`)]);
});
