import type { Manifest } from '../../../lib/run/manifest';
import { apply, states } from '../../support/engine';
import { startRig } from '../../support/rig';
import { manifestOf, type Scenario } from '../../support/scenario';
import { driftedIn, type Network } from './network';

/** Starts the lab, and applies one scenario to it. */
export const startScenario = async (scenario: Scenario): Promise<Network> => {
  Object.assign(process.env, scenario.secrets);
  const manifest: Manifest = manifestOf((stack) => scenario.declare(stack, 'whole'));
  const rig = await startRig(scenario.world);
  const ended = states(await apply(rig, manifest));
  expect(Object.values(ended).filter((state) => state !== 'applied')).toEqual([]);
  return { rig, manifest, drifted: () => driftedIn(rig, manifest), close: () => rig.close() };
};
