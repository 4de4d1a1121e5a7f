import type { Manifest } from '../../../lib/run/manifest';
import { tw, type CommandOptions, type Ran } from '../command';
import type { Rig } from '../rig';

/**
 * A manifest whose devices are the simulated ones themselves: a lab in their place would have ledgers of its own, and not
 * those of a team.
 */
export const onLab = (rig: Rig, manifest: Manifest, target?: string): Manifest => ({
  ...manifest,
  targets: rig.works(manifest, target).map((work) => work.target),
});

/** The key of the fingerprints, where a team keeps its ledgers. */
export const ledgerKey = 'b9'.repeat(32);

/** The command as a pipeline runs it: ledgers in a store that is shared, and their key in a variable. */
export const shared = (
  rig: Rig,
  store: string,
  args: readonly string[],
  { env, ...options }: CommandOptions = {},
): Promise<Ran> =>
  tw(rig, args, {
    ...options,
    env: {
      TUNNELWRIGHT_LAB: undefined,
      TUNNELWRIGHT_LEDGER: undefined,
      TUNNELWRIGHT_STORE: store,
      TUNNELWRIGHT_LEDGER_KEY: ledgerKey,
      ...env,
    },
  });
