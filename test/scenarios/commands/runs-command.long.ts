import { hostname, userInfo } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { apply } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { storeWith } from '../../support/store-with';
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

test('what nobody declares any more: a ledger that cannot be read is no clean answer', async () => {
  const file = rig.save(whole());
  const none = await tw(rig, ['state', 'undeclared', '--manifest', file]);
  expect([none.code, none.out]).toEqual([0, expect.stringMatching(/^Nothing of ours is on a device /)]);
  await apply(rig, whole());
  writeFileSync(join(rig.ledgers, 'net.old.json'), 'not a ledger');
  const ran = await tw(rig, ['state', 'undeclared', '--manifest', file]);
  expect([ran.code, ran.out]).toEqual([3, expect.stringMatching(/^! net\/old is not declared [^\n]* unreadable: /)]);
});

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

  const one = await tw(rig, ['runs', second, '--app', 'main.ts']);
  expect(one.out).toMatch(/\nnet\/edge: applied\n {2}~ ikev2-profile\/mumbai-pune {2}\[net\/\S+\]\n/);
  expect(one.out).toMatch(new RegExp(`\nTo take it back: tunnelwright rollback --run ${second} --app main\.ts\n$`));

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

test('a record that is not whole hides no other, and a run outlives the ledger; a way back is shown where there is one', async () => {
  await apply(rig, whole(), { run: first });
  rig.edge.faults.refuse = { line: /lifetime/, words: '% Invalid input' };
  await apply(rig, edited(), { run: second, target: 'edge' });
  writeFileSync(join(rig.ledgers, `net.fmc.${first}.run`), '{"format": 1');
  await rig.store.remove('net/edge');
  const listed = await tw(rig, ['runs']);
  expect([listed.code, listed.out.trimEnd().split('\n'), listed.err]).toEqual([
    1,
    [
      `${second}  2026-03-02 10:15:01 UTC  ${who}  net/edge reverted (1 changed)`,
      expect.stringMatching(`^${first} .* net/edge applied \\(\\d+ created\\); net/fmc cannot be read$`),
    ],
    expect.stringContaining(`what was kept of run ${first} is not JSON`),
  ]);
  const reverted = await tw(rig, ['runs', second]);
  expect(reverted.out).toMatch(/\nThere is nothing to take back: every device is as it was before\.\n$/);
});

test('a run whose session broke in the middle has ended: it is not called under way', async () => {
  let kept = 0;
  const store = storeWith(rig.store, {
    keep: async (target, run, record) => {
      if (target === 'net/fmc' && ++kept === 2) throw new Error('connection lost');
      await rig.store.keep(target, run, record);
    },
  });
  const ended = await apply({ ...rig, store }, whole(), { run: first, target: 'fmc' });
  expect(ended.map(({ state }) => state)).toEqual(['unknown']);
  expect((await tw(rig, ['runs'])).out).toMatch(/ net\/fmc unknown \(\d+ created\)\n$/);
});

test('a run that was taken back says so, advises it no more, and is not taken back again', async () => {
  const file = rig.save(whole());
  await apply(rig, whole(), { run: first });
  const back = (...more: readonly string[]) =>
    tw(rig, ['rollback', '--run', first, '--manifest', file, '--yes', '--allow-disruption', ...more]);
  expect((await back('--target', 'edge')).code).toBe(0);
  const words = `, taken back \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC by ${who}`;
  expect((await tw(rig, ['runs'])).out).toMatch(
    new RegExp(` net/edge applied \\(\\d+ created\\)${words}; net/fmc applied \\(\\d+ created\\)\n$`),
  );
  expect((await tw(rig, ['runs', first])).out).toMatch(/\nTo take it back: /);

  expect((await back()).out).toMatch(
    new RegExp(`^fmc: run ${first} changed\n[^]*\nedge: as it was \\(run ${first} was ${words.slice(2)} already\\)\n`),
  );
  const after = rig.edge.runningConfig();
  const again = await back();
  expect([again.code, again.out]).toEqual([
    0,
    expect.stringMatching(
      new RegExp(`^edge: as it was \\(run ${first} was .* already\\)\nfmc: as it was \\(run .* already\\)\n$`),
    ),
  ]);
  expect(rig.edge.runningConfig()).toBe(after);
  const one = await tw(rig, ['runs', first]);
  expect(one.out).toMatch(new RegExp(`\nnet/edge: applied${words}\n[^]*\nnet/fmc: applied${words}\n`));
  expect(one.out).toMatch(/\nThere is nothing left to take back\.\n$/);
  expect(JSON.parse((await tw(rig, ['runs', '--json'])).out)).toMatchObject([
    { run: first, targets: [{ takenBack: { by: who, at: expect.stringMatching(/^\d{4}-.*Z$/) as string } }, {}] },
  ]);
});

test('a rollback that left something is not written down as one that took all back', async () => {
  await apply(rig, whole(), { run: first, target: 'edge' });
  const file = rig.save(whole());
  const back = () =>
    tw(rig, ['rollback', '--run', first, '--manifest', file, '--target', 'edge', '--yes', '--allow-disruption']);
  rig.edge.faults.refuse = { line: /^no crypto ikev2 proposal/, words: '% Proposal is in use' };
  expect((await back()).code).toBe(1);
  expect((await tw(rig, ['runs', first])).out).toMatch(/\nnet\/edge: applied\n[^]*\nTo take it back: /);
  rig.edge.faults = {};
  expect((await back()).out).toMatch(/\nedge: rolled back\n/);
  expect((await tw(rig, ['runs', first])).out).toMatch(/nothing left to take back/);
});

test('a run that nobody knows is said to be that', async () => {
  const ran = await tw(rig, ['runs', first]);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(`[${first}] no target knows such a run`)]);
});
