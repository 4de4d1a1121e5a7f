import type { Manifest } from '../../../lib/run/manifest';
import { drift, apply, states } from '../../support/engine';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { scenario as certificates } from '../../scenarios/001-certificate-tunnel/network';
import { scenario as headend } from '../../scenarios/024-asa-headend/network';

/** A router, an FMC and an ASA, to which a program was applied before a judge comes. */
export interface Network {
  readonly rig: Rig;
  readonly manifest: Manifest;
  /** What `drift` says of all targets: `address: add text`. Empty where everything is as it was applied. */
  drifted(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const driftedIn = async (rig: Rig, manifest: Manifest): Promise<readonly string[]> =>
  (await drift(rig, manifest)).flatMap(({ plan, state, work }) =>
    plan === undefined
      ? [`${work.target.id}: ${state}`]
      : plan.changes.flatMap(({ action, address, differences }) =>
          action === 'none'
            ? []
            : differences
                .filter(({ sign }) => sign !== 'context')
                .map(({ sign, text }) => `${address}: ${sign} ${text}`),
        ),
  );

/** Starts the lab, and applies a tunnel of the router to a firewall pair and a headend on the ASA. */
export const startNetwork = async (options: RigOptions = {}): Promise<Network> => {
  Object.assign(process.env, headend.secrets);
  const manifest = manifestOf((stack) => {
    certificates.declare(stack, 'whole');
    headend.declare(stack, 'whole');
  });
  const rig = await startRig(options);
  expect(states(await apply(rig, manifest))).toEqual({ edge: 'applied', fmc: 'applied', asa: 'applied' });
  return { rig, manifest, drifted: () => driftedIn(rig, manifest), close: () => rig.close() };
};
