import { content, photo } from '../../support/devices';
import { actions, apply, left, plan, rollback, states } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf, type Variant } from '../../support/scenario';
import { declareOn as routes } from '../046-routes-of-a-firewall/network';
import { declareOn as tracked } from '../047-tracked-routes/network';
import { declareOn as overridden, scenario } from '../060-one-policy-for-two-firewalls/network';

/** Objects of level 1 on every version that takes them: made, changed, left out and taken back, and nothing twice. */
const objects = { routes, tracked, overridden };
const versions = ['7.2', '7.4', '7.6', '7.7'];

beforeAll(() => void Object.assign(process.env, scenario.secrets));

let rig: Rig | undefined;
afterEach(() => rig?.close());

describe.each(Object.entries(objects))('%s', (_name, declareOn) => {
  test.each(versions)('on %s', async (version) => {
    const declared = (variant: Variant) => manifestOf((stack) => declareOn(stack, variant, version));
    rig = await startRig({ fmc: { version, deployMs: 0 } });
    const boot = content(photo(rig));
    const to = async (variant: Variant, run: string): Promise<void> => {
      expect(states(await apply(rig!, declared(variant), { run }))).toEqual({ fmc: 'applied' });
      expect(left(await plan(rig!, declared(variant)))).toEqual([]);
    };
    await to('whole', 'make');
    const whole = content(photo(rig));
    expect(states(await apply(rig, declared('whole'), { run: 'again' }))).toEqual({ fmc: 'unchanged' });
    await to('edited', 'edit');
    expect(content(photo(rig))).not.toEqual(whole);
    expect(states(await rollback(rig, declared('edited'), 'edit'))).toEqual({ fmc: 'applied' });
    expect(content(photo(rig))).toEqual(whole);
    await to('less', 'less');
    await to('nothing', 'nothing');
    expect(content(photo(rig))).toEqual(boot);
    expect(actions(await plan(rig, declared('nothing')))).toEqual([]);
  });
});
