import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoStack, tw, type Ran } from '../../support/command';
import { content, photo } from '../../support/devices';
import { apply } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { synthesised } from '../../support/seed-examples';

let rig: Rig;
let file: string;
const { manifests } = synthesised('site-to-site-certificate', { FMC_VERSION: '7.6' });
const [manifest] = manifests as [(typeof manifests)[number]];
beforeEach(async () => {
  rig = await startRig({ fmc: { version: '7.6' } });
  file = rig.save(manifest);
});
afterEach(() => rig.close());

const run = async (args: readonly string[]): Promise<Ran> => {
  const ran = await tw(rig, [...args, '--manifest', file]);
  expectNoStack(ran);
  return ran;
};
const legend = 'Taking it back: - is deleted, + is made again, ~ gets back what it was.';
const lines = ({ out }: Ran): readonly string[] => out.trimEnd().split('\n');

test('apply names its run, and rollback takes router and firewall back, in words and numbers', async () => {
  const boot = photo(rig);
  const applied = await run(['apply', '--yes', '--stats']);
  expect([applied.code, lines(applied).slice(-4)]).toEqual([
    0,
    [
      'edge: applied',
      'fmc: applied',
      expect.stringMatching(/^run (\S+): to take it back, tunnelwright rollback --run \1 --manifest \S+$/),
      expect.stringMatching(/^fmc: \d+ requests used, \d+ saved \(one for each object: \d+\)$/),
    ],
  ]);
  const id = /rollback --run (\S+)/.exec(applied.out)![1]!;
  // Names, and nothing that only a program reads.
  expect(applied.err).toContain('fmc: PUT policy/ftds2svpns/mumbai-pune/ikesettings\n');

  const asked = await run(['rollback', '--run', id]);
  expect([asked.code, lines(asked)]).toEqual([
    1,
    [
      `edge: run ${id} changed`,
      '  - ntp-servers/ntp  [mumbai/edge/ntp]',
      ...Array.from({ length: 8 }, (): unknown =>
        expect.stringMatching(/^ {2}- \S+ {2}\[mumbai\/(mumbai-pune\/)?edge\/\S+\]$/),
      ),
      `fmc: run ${id} changed`,
      ...Array.from({ length: 8 }, (): unknown =>
        expect.stringMatching(/^ {2}- \S+ {2}\[mumbai\/(mumbai-pune\/)?(fmc|mumbai-pair)\/\S+\]$/),
      ),
      legend,
      '! This drops tunnels that are up: edge Tunnel100, fmc mumbai-pune, fmc every connection through mumbai-pair',
      'Nothing was changed. To roll back without being asked: --yes --allow-disruption',
    ],
  ]);
  const before = photo(rig);
  const gated = await run(['rollback', '--run', id, '--yes']);
  expect([gated.code, lines(gated).at(-1)]).toEqual([
    1,
    'This would drop tunnels that are up: edge Tunnel100, fmc mumbai-pune, fmc every connection through mumbai-pair. Nothing was changed. To allow it: --allow-disruption',
  ]);
  expect(photo(rig)).toEqual(before);
  const back = await run(['rollback', '--run', id, '--yes', '--allow-disruption', '--stats']);
  expect([back.code, lines(back).slice(-6)]).toEqual([
    0,
    [
      'edge: rolled back',
      'fmc: rolled back',
      '  · mumbai-pair runs Deploy_Job_1 again',
      '  · the FMC lists 1 change of ours as pending on mumbai-pair: the next deployment brings what is stored now',
      expect.stringMatching(
        /^ {2}· until that is deployed, verify ends with 2\. To finish, take what was rolled back out/,
      ),
      expect.stringMatching(/^fmc: \d+ requests used, \d+ saved/),
    ],
  ]);
  const { deployed, ...now } = photo(rig);
  expect([content({ ...now, deployed }), deployed]).toEqual([content(boot), boot.deployed]);
  expect(rig.edge.startupConfig()).toBe(rig.edge.runningConfig());

  const planned = await run(['plan', '--brief']);
  expect(planned.code).toBe(2);
  expect(planned.out).toMatch(/edge .*: 9 to create, 0 to change, 0 to delete[^]*fmc .*: 8 to create, 0 to change/);
});

test('what somebody has changed since is said before anybody is asked, and nothing is touched', async () => {
  await apply(rig, manifest, { run: 'one' });
  rig.edge.type('crypto ikev2 profile IKEV2-PROF-CERT', 'lifetime 7200', 'exit');
  const before = photo(rig);
  const refused = await run(['rollback', '--run', 'one', '--target', 'edge']);
  expect([refused.code, lines(refused).slice(-5)]).toEqual([
    1,
    [
      legend,
      'edge: FAILED',
      '  [mumbai/mumbai-pune/edge/profile] ikev2-profile/IKEV2-PROF-CERT is not as run one left it. Nothing was changed',
      '      → plan, look at what has happened since, and apply what you want',
      expect.stringMatching(/^Left to do: edge\./),
    ],
  ]);
  expect(photo(rig)).toEqual(before);
});

test('a rollback that stops says what is left, and ends with 1; a run that nobody knows is said so', async () => {
  await apply(rig, manifest, { run: 'one' });
  rig.edge.faults.refuse = { line: /^no crypto ikev2 proposal/, words: '% Proposal is in use' };
  const stopped = await run(['rollback', '--run', 'one', '--yes', '--allow-disruption']);
  expect(stopped.code).toBe(1);
  expect(stopped.out).toMatch(
    /edge: FAILED \(the device is as the run left it\)\n {2}\[[^\]]+\] [^\n]*in use[^]*fmc: rolled back[^]*Left to do: edge\. Roll back again after the cause is fixed; what is done stays done\./,
  );
  const unknown = await run(['rollback', '--run', 'nosuch', '--yes']);
  expect([unknown.code, unknown.out, unknown.err]).toEqual([
    1,
    '',
    expect.stringMatching(/\[nosuch\] no target knows such a run\n {4}→ write the id that apply has printed/),
  ]);
  rig.edge.faults = {};
  const asked = await run(['rollback', '--run', 'one', '--json']);
  expect([asked.code, JSON.parse(asked.out)]).toEqual([1, expect.objectContaining({ run: 'one' })]);
  expect(asked.err).toContain(legend);
  const json = await run(['rollback', '--run', 'one', '--yes', '--allow-disruption', '--json']);
  expect([json.code, JSON.parse(json.out)]).toEqual([
    0,
    {
      run: 'one',
      outcome: [
        { id: 'edge', state: 'applied', problems: [], notes: [] },
        {
          id: 'fmc',
          state: 'unchanged',
          problems: [],
          notes: [expect.stringMatching(/^run one was taken back \S+ \S+ UTC by \S+@\S+ already$/)],
        },
      ],
    },
  ]);
  expect(readFileSync(join(rig.ledgers, 'mumbai.edge.journal'), 'utf8')).toMatch(
    /rollback one: [^\n]*\n[^\n]* applied\n$/,
  );
});
