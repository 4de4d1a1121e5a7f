/** The story of a change with the workflow that `init` writes: its shell steps are taken out of the file and run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInstalled } from '../tarballs/support/installed';
import { withPostgres } from '../support/stores/postgres-server';
import { play, type Happened, type Ran } from './support/github';
import type { Pull } from './support/forge';
import { startOffice, type Office } from './support/office';
import { record } from './support/record';
import { replaceIn } from './support/edit';

const told = (ran: Ran): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(ran.jobs).map(([job, steps]) => [job, steps.map(({ name, code }) => `${name}: ${code}`)]),
  );

withPostgres('the workflow for GitHub', () => {
  describeInstalled('from an empty folder to drift', () => {
    let office: Office;
    const passed: string[] = [];
    const play_ = (happened: Happened, vars: Readonly<Record<string, string>> = { VPN_RUNNER: 'vpn' }): Promise<Ran> =>
      play(happened, { ...office, vars, passed });
    beforeAll(async () => void (office = await startOffice('github')));
    afterAll(() => office?.close());

    const expectDevices = (ran: Ran, job: string, ...steps: readonly string[]): void =>
      expect(told(ran)).toEqual({ [job]: steps });
    let change: Pull;

    test('the first push is checked and rehearsed; without a runner no device is asked', async () => {
      const ran = await play_({ event: 'push' }, {});
      const steps = ['npm run types', 'npm test', 'npx tunnelwright synth', 'Lint', 'Rehearse'];
      expect(told(ran)).toEqual({ check: steps.map((name) => `${name}: 0`) });
      expect(ran.out('check', 'Rehearse').match(/tunnel Tunnel\d+: up/g)).toHaveLength(2);
      // The files of later changes differ in one number.
      passed.push('check');
    });

    test('a push that came by no pull request has no plan, and that is said', async () => {
      const ran = await play_({ event: 'push' });
      expectDevices(ran, 'apply', 'Fetch the plan: 1');
      expect(ran.out('apply', 'Fetch the plan')).toContain('::error::There is no plan of this commit.');
    });

    test('by hand: main is planned, and then applied', async () => {
      const planned = await play_({ event: 'workflow_dispatch' });
      expectDevices(planned, 'plan', 'Plan: 0', 'Show: 0');
      const ran = await play_({ event: 'workflow_dispatch', inputs: { run: String(planned.run.number) } });
      expectDevices(ran, 'apply', 'Fetch the plan: 0', 'Apply: 0', 'Verify: 0');
      expect(ran.out('apply', 'Apply')).toMatch(/pune: applied\ndelhi: applied\n/);
      expect(ran.out('apply', 'Verify').match(/tunnel Tunnel\d+: up/g)).toHaveLength(2);
      expect(await office.database.ask('select target from tunnelwright.ledger order by target')).toEqual([
        { target: 'office/delhi' },
        { target: 'office/pune' },
      ]);
    });

    test('a pull request is planned, and the plan is its one comment', async () => {
      const shorter = replaceIn('network.ts', 'ike: 28800', 'ike: 14400');
      change = office.forge.propose('shorter-lifetime', shorter);
      const ran = await play_({ event: 'pull_request', pull: change });
      expectDevices(ran, 'plan', 'Plan: 0', 'Show: 0', 'Comment: 0');
      await play_({ event: 'pull_request', pull: change });
      expect(change.comments).toHaveLength(1);
      expect(change.comments[0]).toContain(
        '### Tunnelwright plan: 2 of 2 targets would change, no tunnel that is up is dropped',
      );
      expect(change.comments[0]).toContain('lifetime 14400');
      record('comment', change.comments[0]!);
    });

    test('after the merge exactly that plan is applied', async () => {
      office.forge.merge(change);
      const ran = await play_({ event: 'push' });
      expectDevices(ran, 'apply', 'Fetch the plan: 0', 'Apply: 0', 'Verify: 0');
      record('apply', ran.shown('apply', 'Apply'));
      record('verify', ran.shown('apply', 'Verify'));
      expect(ran.out('apply', 'Apply')).toMatch(/pune: applied\ndelhi: applied\n/);
    });

    test('what a hand changes becomes one issue, which is closed when it is gone', async () => {
      const [shut, open] = [
        ['interface Tunnel100', 'ip mtu 1300'],
        ['interface Tunnel100', 'no ip mtu'],
      ];
      await office.type('192.0.2.1', 'configure terminal', ...shut, 'end');
      for (let night = 0; night < 2; night++)
        expectDevices(await play_({ event: 'schedule' }), 'drift', 'Look: 0', 'Tell: 0');
      const [issue, ...more] = office.forge.issues;
      expect(more).toEqual([]);
      expect([issue!.title, issue!.said.length]).toEqual(['VPN devices are not as declared', 2]);
      expect(issue!.said[0]).toContain('ip mtu 1300');
      record('issue', issue!.said[0]!);
      await office.type('192.0.2.1', 'configure terminal', ...open, 'end');
      expectDevices(await play_({ event: 'schedule' }), 'drift', 'Look: 0', 'Tell: 0');
      expect([issue!.open, issue!.said.at(-1)]).toEqual([false, 'Found no more.']);
    });

    test('a plan is refused where a device or the program has moved since, and a new one is applied', async () => {
      const propose = (branch: string, from: string, to: string): Pull =>
        office.forge.propose(branch, replaceIn('network.ts', from, to));
      const [one, other] = [
        propose('a-day', 'ike: 14400', 'ike: 86400'),
        propose('more-networks', '10.30.0.0/16', '10.31.0.0/16'),
      ];
      for (const pull of [one, other])
        expectDevices(await play_({ event: 'pull_request', pull }), 'plan', 'Plan: 0', 'Show: 0', 'Comment: 0');
      await office.type('192.0.2.2', 'configure terminal', 'interface Tunnel100', 'ip mtu 1300', 'end');
      office.forge.merge(one);
      const moved = await play_({ event: 'push' });
      expectDevices(moved, 'apply', 'Fetch the plan: 0', 'Apply: 1');
      expect(moved.out('apply', 'Apply')).toMatch(
        /^(?![^]*: applied\n)[^]*Nothing was changed: [^\n]* has moved since it was saved[^\n]* of delhi\./,
      );
      record('moved', moved.shown('apply', 'Apply'));
      office.forge.merge(other);
      const another = await play_({ event: 'push' });
      expectDevices(another, 'apply', 'Fetch the plan: 0', 'Apply: 1');
      expect(another.out('apply', 'Apply')).toContain('the saved plan was made for another program than this one');
      record('another', another.shown('apply', 'Apply'));
      const planned = await play_({ event: 'workflow_dispatch' });
      const ran = await play_({ event: 'workflow_dispatch', inputs: { run: String(planned.run.number) } });
      expectDevices(ran, 'apply', 'Fetch the plan: 0', 'Apply: 0', 'Verify: 0');
    });

    test('no secret is in what was printed, said or kept', () => {
      const { forge, secrets } = office;
      const kept = forge.runs.flatMap(({ artifacts }) =>
        [...artifacts.values()].map((f) => readFileSync(join(f, 'plan.json'), 'utf8')),
      );
      const texts = [
        ...kept,
        ...forge.pulls.flatMap(({ comments }) => comments),
        ...forge.issues.flatMap(({ said }) => said),
      ].join('\n');
      const hidden = ['PUNE_PASSWORD', 'PUNE_DELHI_KEY', 'TUNNELWRIGHT_STORE', 'TUNNELWRIGHT_LEDGER_KEY'].map(
        (name) => secrets[name]!,
      );
      expect(kept.length).toBeGreaterThan(3);
      expect(hidden.filter((value) => texts.includes(value))).toEqual([]);
    });
  });
});
