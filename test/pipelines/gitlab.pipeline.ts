/** The story of a change with the pipeline that `init --ci gitlab` writes: its scripts are taken out of the file and run. */
import { withPostgres } from '../support/stores/postgres-server';
import { describeInstalled } from '../tarballs/support/installed';
import { parse } from 'yaml';
import { pipelines } from '../../lib/cli/templates/pipelines';
import { replaceIn } from './support/edit';
import { comment, type Pull } from './support/forge';
import { play, type Happened } from './support/gitlab';
import { startGitlabApi, type GitlabApi } from './support/gitlab-api';
import { startOffice, type Office } from './support/office';
import type { Ended } from './support/steps';

const token = 'token-of-the-project';

withPostgres('the pipeline for GitLab', () => {
  describeInstalled('from an empty folder to drift', () => {
    let office: Office;
    let api: GitlabApi;
    let change: Pull;
    beforeAll(async () => {
      office = await startOffice('gitlab', 'main');
      api = await startGitlabApi(office.forge, token);
    });
    afterAll(async () => {
      api?.close();
      await office?.close();
    });

    const playNow = (happened: Happened, runner: object = { VPN_RUNNER: 'vpn' }, passed = ['check']) =>
      play(happened, {
        ...office,
        variables: { ...office.secrets, ...runner, VPN_TOKEN: token },
        api: api.url,
        passed,
      });
    const codes = (ended: ReadonlyMap<string, Ended>): readonly string[] =>
      [...ended.values()].map(({ name, code }) => `${name}: ${code}`);
    const out = (ended: ReadonlyMap<string, Ended>, job: string): string =>
      ended.get(job)?.out ?? `(${job} was not run)`;

    test('the first push is checked and rehearsed; without a runner no device is asked', async () => {
      const ended = await playNow({ source: 'push' }, {}, []);
      expect(`${codes(ended).join()}\n${out(ended, 'check')}`).toMatch(/^check: 0\n/);
      expect(out(ended, 'check').match(/tunnel Tunnel\d+: up/g)).toHaveLength(2);
    });

    test('jobs of a merge request give way to a newer push; of the default branch none does', () => {
      const pipeline = parse(pipelines['gitlab']!.text('main')) as {
        readonly default: { readonly interruptible: boolean };
        readonly workflow: { readonly rules: readonly { readonly auto_cancel?: object }[] };
        readonly apply: { readonly interruptible: boolean };
      };
      expect(pipeline.default.interruptible).toBe(true);
      expect(pipeline.workflow.rules.map(({ auto_cancel }) => auto_cancel)).toEqual([
        undefined,
        { on_new_commit: 'none' },
      ]);
      expect(pipeline.apply.interruptible).toBe(false);
    });

    test('by hand: main is planned, and applied when a person starts that job', async () => {
      expect(codes(await playNow({ source: 'web' }))).toEqual(['plan: 0']);
      const ended = await playNow({ source: 'web', manual: ['apply'] });
      expect(codes(ended)).toEqual(['plan: 0', 'apply: 0']);
      expect(out(ended, 'apply')).toMatch(/pune: applied\ndelhi: applied\n[^]*tunnel Tunnel100: up/);
    });

    test('a merge request is planned, and the plan is one comment, of the user of the token', async () => {
      change = office.forge.propose('shorter-lifetime', replaceIn('network.ts', 'ike: 28800', 'ike: 14400'));
      const ended = await playNow({ source: 'merge_request_event', pull: change });
      expect(codes(ended)).toEqual(['plan: 0']);
      comment(change, 'engineer', '<!-- tunnelwright plan -->\nnot of the pipeline');
      change.comments[0]!.body = '<!-- tunnelwright plan -->\nof an older push';
      expect(codes(await playNow({ source: 'merge_request_event', pull: change }))).toEqual(['plan: 0']);
      expect(change.comments.map(({ body }) => body)).toEqual([
        expect.stringMatching(/^<!-- tunnelwright plan -->\n### Tunnelwright plan: 2 of 2 [^]*lifetime 14400/),
        '<!-- tunnelwright plan -->\nnot of the pipeline',
      ]);
    });

    test('after the merge exactly that plan is applied, and not a second time', async () => {
      office.forge.merge(change);
      const ended = await playNow({ source: 'push' });
      expect(codes(ended)).toEqual(['apply: 0']);
      expect(out(ended, 'apply')).toMatch(/pune: applied\ndelhi: applied\n[^]*tunnel Tunnel100: up/);
      const again = await playNow({ source: 'push' });
      expect(codes(again)).toEqual(['apply: 0']);
      expect(out(again, 'apply')).toMatch(/Nothing is left of this plan[^]*pune: unchanged\ndelhi: unchanged\n/);
    });

    test('a commit that came by no merge request has no plan, and that is said', async () => {
      office.forge.pulls[0]!.merged = 'another';
      const ended = await playNow({ source: 'push' });
      expect(codes(ended)).toEqual(['apply: 1']);
      expect(out(ended, 'apply')).toContain('There is no plan of this commit.');
    });

    test('what a hand changes becomes one issue, which is closed when it is gone', async () => {
      const type = (line: string): Promise<void> =>
        office.type('192.0.2.1', 'configure terminal', 'interface Tunnel100', line, 'end');
      await type('ip mtu 1300');
      for (let night = 0; night < 2; night++)
        expect(codes(await playNow({ source: 'schedule' }))).toEqual(['drift: 0']);
      const [issue, ...more] = office.forge.issues;
      expect(more).toEqual([]);
      expect([issue!.labels, issue!.said.length]).toEqual([['vpn-drift'], 2]);
      expect(issue!.said[0]).toContain('+ ip mtu 1300');
      await type('no ip mtu');
      expect(codes(await playNow({ source: 'schedule' }))).toEqual(['drift: 0']);
      expect(issue!.open).toBe(false);
    });
  });
});
