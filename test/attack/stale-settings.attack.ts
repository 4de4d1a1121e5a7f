import type { Manifest } from '../../lib/run/manifest';
import { actions, apply, plan, states } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as levelOne } from '../scenarios/016-remote-access-level-1/network';

/*
 * Children of a remote access policy may answer what was there before a write, also to a later run (CSCwq61583): a
 * mapping that seems to be as it was needs no reset, and then the certificate map in it cannot be deleted.
 */
const only = { target: 'fmc' };
const of = (variant: 'whole' | 'less'): Manifest => manifestOf((stack) => levelOne.declare(stack, variant));

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, levelOne.secrets);
  rig = await startRig({ fmc: { version: '7.4.1', flapSeed: 0 } });
});
afterEach(() => rig.close());

/** The next reads of the mapping answer what was there before it was written. */
const stale = (times: number): void => {
  const at = rig.fmc.log.flatMap(({ path }) => /certificatemapsettings\/([\w-]+)/.exec(path)?.[1] ?? [])[0]!;
  rig.fmc.faults.status = {
    match: /^GET .*certificatemapsettings/,
    code: 200,
    times,
    body: {
      id: at,
      type: 'RaVpnCertificateMapSetting',
      enableCertificateToConnectionProfileMapping: false,
      useGroupURL: true,
    },
  };
};

test.each([1, 2])('%i stale answers of a mapping that goes: its reset is planned all the same', async (times) => {
  expect(states(await apply(rig, of('whole'), only))).toEqual({ fmc: 'applied' });
  const planned = actions(await plan(rig, of('less'), only));
  expect(planned.join('\n')).toMatch(/mapping/);
  stale(times);
  expect(actions(await plan(rig, of('less'), only))).toEqual(planned);
  stale(times);
  expect(states(await apply(rig, of('less'), only))).toEqual({ fmc: 'applied' });
});
