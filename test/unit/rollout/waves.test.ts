import { rollout } from '../../../lib/model/rollout';
import type { RolloutProps } from '../../../lib/model/rollout-props';
import { wavesOf, type Member } from '../../../lib/rollout/waves';

const member = (id: string, more: Partial<Member> = {}): Member => ({ id, labels: {}, hub: false, needs: [], ...more });
const waves = (
  props: RolloutProps,
  members: readonly Member[],
  together: readonly (readonly [string, string])[] = [],
) => wavesOf(rollout.parse({ name: 'march', ...props }), members, together);
const steps = (props: RolloutProps, members: readonly Member[], together?: readonly (readonly [string, string])[]) =>
  waves(props, members, together).waves.map((wave) => [wave.name, wave.steps.map((step) => step.join('+')).join(' ')]);

const branches = ['b1', 'b2', 'b3', 'b4'].map((id) => member(id));

describe('the waves of a rollout', () => {
  test('take by id, label, count and per cent, each device once', () => {
    const all = [
      ...branches,
      member('s1', { labels: { region: 'south' } }),
      member('s2', { labels: { region: 'south' } }),
    ];
    expect(
      steps(
        {
          waves: [{ name: 'canary', targets: ['b*'], count: 1 }, { labels: { region: 'south' } }, { percent: 30 }, {}],
        },
        all,
      ),
    ).toEqual([
      ['canary', 'b1'],
      ['wave 2', 's1 s2'],
      ['wave 3', 'b2 b3'],
      ['wave 4', 'b4'],
    ]);
  });

  test('come to hubs after their spokes', () => {
    expect(steps({ waves: [{ count: 2 }, {}] }, [member('hub', { hub: true }), ...branches])).toEqual([
      ['wave 1', 'b1 b2'],
      ['wave 2', 'b3 b4 hub'],
    ]);
  });

  test('change what would be parted in one step, in the earlier of its waves', () => {
    const result = waves({ waves: [{ count: 1 }, {}] }, branches, [
      ['b1', 'b3'],
      ['b3', 'b4'],
    ]);
    expect(result.waves.map((wave) => wave.steps)).toEqual([[['b1', 'b3', 'b4']], [['b2']]]);
    expect(result.notes).toEqual([
      'b3, b4: earlier than declared, since a device of an earlier wave needs it, or would lose its tunnel to it',
    ]);
  });

  test('take what a device needs along, over several steps', () => {
    const all = [member('edge', { needs: ['proxy'] }), member('proxy', { needs: ['account'] }), member('account')];
    expect(steps({ waves: [{ targets: ['edge'] }, { targets: ['proxy', 'account'] }] }, all)).toEqual([
      ['wave 1', 'edge proxy account'],
    ]);
  });

  test('must take every device', () => {
    const { problems } = waves({ waves: [{ count: 3 }] }, branches);
    expect(problems).toMatchObject([
      {
        code: 'rollout.left',
        message: '1 device is in no wave: b4',
        hint: 'add a last wave that selects nothing: it takes all the others',
      },
    ]);
  });

  test('must each take one', () => {
    const { problems } = waves({ waves: [{ targets: ['x*'] }, {}] }, branches);
    expect(problems).toMatchObject([{ code: 'rollout.empty', message: "'wave 1' takes no device" }]);
  });
});
