/** The story of a change with the workflow that `init` writes: its shell steps are taken out of the file and run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInstalled } from '../tarballs/support/installed';
import { withPostgres } from '../support/stores/postgres-server';
import { play, type Happened, type Ran } from './support/github';
import { comment, type Pull } from './support/forge';
import { startOffice, type Office } from './support/office';
import { record } from './support/record';
import { replaceIn } from './support/edit';
import { parse } from 'yaml';
import { pipelines } from '../../lib/cli/templates/pipelines';

interface StepOf {
  readonly name?: string;
  readonly env?: object;
}

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
    beforeAll(async () => void (office = await startOffice('github', 'trunk')));
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

    test('a pull request is planned, and the plan is one comment, which no other comment is taken for', async () => {
      const shorter = replaceIn('network.ts', 'ike: 28800', 'ike: 14400');
      change = office.forge.propose('shorter-lifetime', shorter);
      const ran = await play_({ event: 'pull_request', pull: change });
      expectDevices(ran, 'plan', 'Plan: 0', 'Show: 0', 'Comment: 0');
      const [plan] = change.comments;
      plan!.body = `${plan!.body.split('\n')[0]}\nof an older push`;
      // Another workflow comments with the same token, and a person begins a comment as ours does.
      comment(change, 'github-actions[bot]', 'Coverage: 98 %');
      comment(change, 'engineer', plan!.body);
      await play_({ event: 'pull_request', pull: change });
      expect(change.comments.map(({ author }) => author)).toEqual([
        'github-actions[bot]',
        'github-actions[bot]',
        'engineer',
      ]);
      expect(change.comments.slice(1).map(({ body }) => body.split('\n').at(-1))).toEqual([
        'Coverage: 98 %',
        'of an older push',
      ]);
      expect(plan!.body).toContain(
        '### Tunnelwright plan: 2 of 2 targets would change, no tunnel that is up is dropped',
      );
      expect(plan!.body).toContain('lifetime 14400');
      record('comment', plan!.body);
    });

    test('after the merge exactly that plan is applied', async () => {
      office.forge.merge(change);
      const ran = await play_({ event: 'push' });
      expectDevices(ran, 'apply', 'Fetch the plan: 0', 'Apply: 0', 'Verify: 0');
      record('apply', ran.shown('apply', 'Apply'));
      record('verify', ran.shown('apply', 'Verify'));
      expect(ran.out('apply', 'Apply')).toMatch(/pune: applied\ndelhi: applied\n/);
    });

    test('a merge whose apply gave way to that of the next one is applied with it', async () => {
      const propose = (branch: string, from: string, to: string): Promise<Pull> => {
        const pull = office.forge.propose(branch, replaceIn('network.ts', from, to));
        return play_({ event: 'pull_request', pull }).then(() => pull);
      };
      office.forge.merge(await propose('a-week', 'ike: 14400', 'ike: 86400'));
      office.forge.merge(await propose('a-network-more', '10.30.0.0/16', '10.32.0.0/16'));
      const ran = await play_({ event: 'push' });
      expectDevices(ran, 'apply', 'Fetch the plan: 0', 'Apply: 0', 'Verify: 0');
    });

    test('a run is named by its address or the number in that, and by nothing else; what has no plan is said', async () => {
      const fetched = async (run: string): Promise<string> =>
        (await play_({ event: 'workflow_dispatch', inputs: { run } })).out('apply', 'Fetch the plan');
      expect(await fetched('#12')).toContain("::error::'#12' is not the number of a run.");
      const planned = await play_({ event: 'workflow_dispatch' });
      const address = `https://github.com/example/office-vpn/actions/runs/${planned.run.number}/attempts/1?pr=1`;
      expect(await fetched(address)).toBe('');
      const without = await fetched('7000');
      expect(without).toContain('::error::Run 7000 kept no plan, or keeps it no more (30 days).');
    });

    test('what a fork kept as its plan is not applied', async () => {
      const pull = office.forge.propose('of-a-fork', replaceIn('network.ts', 'ike: 86400', 'ike: 28800'));
      await play_({ event: 'pull_request', pull });
      pull.repository = 'stranger/office-vpn';
      expect((await play_({ event: 'pull_request', pull })).jobs).toEqual({});
      office.forge.merge(pull);
      const ran = await play_({ event: 'push' });
      expectDevices(ran, 'apply', 'Fetch the plan: 1');
      expect(ran.out('apply', 'Fetch the plan')).toContain('::error::There is no plan of this commit.');
      office.forge.merge(office.forge.propose('no-fork', replaceIn('network.ts', 'ike: 28800', 'ike: 86400')));
    });

    test('logins are in the steps alone that ask devices', () => {
      const { jobs } = parse(pipelines['github']!.text('main')) as {
        readonly jobs: Readonly<Record<string, { readonly env?: object; readonly steps: readonly StepOf[] }>>;
      };
      const withLogins = Object.values(jobs).flatMap(({ env, steps }) => [
        ...(JSON.stringify(env ?? {}).includes('secrets.') ? ['a whole job'] : []),
        ...steps.flatMap(({ name, env: own }) => (JSON.stringify(own ?? {}).includes('secrets.') ? [name] : [])),
      ]);
      expect(withLogins).toEqual(['Plan', 'Apply', 'Verify', 'Look']);
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
        propose('a-day', 'ike: 86400', 'ike: 14400'),
        propose('more-networks', '10.32.0.0/16', '10.31.0.0/16'),
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
        ...forge.pulls.flatMap(({ comments }) => comments.map(({ body }) => body)),
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
