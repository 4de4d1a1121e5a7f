import { fail, ProblemError } from '../../../kernel/problem';
import type { Agreed } from '../../../rollout/event';
import { stateOf } from '../../../rollout/state';
import { rolloutNamed, type DeclaredRollout } from '../../../run/rollout/prepare';
import { RolloutLog } from '../../../run/rollout/rollout-log';
import type { LedgerStore } from '../../../run/ledger/store';
import type { Manifest } from '../../../run/manifest';
import type { TargetJob } from '../../../run/target';
import { storeOf } from '../../ledgers';
import { verdict } from '../../output/verdict';
import { chosen, manifestsOf } from '../../source';
import type { Watch } from '../../watch';
import { againOf } from './again';
import type { RolloutOptions } from './options';

export interface Found extends DeclaredRollout {
  readonly works: readonly TargetJob[];
  readonly said: readonly string[];
}

const foundIn = (manifests: readonly Manifest[], name: string | undefined, options: RolloutOptions): Found => {
  const declared = rolloutNamed(manifests, name);
  return { ...declared, works: chosen([declared.manifest], options), said: verdict([declared.manifest]) };
};

export const find = async (name: string | undefined, options: RolloutOptions, watch: Watch): Promise<Found> =>
  foundIn(await watch.manifests(), name, options);

/** Works on the records of a rollout without devices. */
export const withRecords = async (
  name: string | undefined,
  options: RolloutOptions,
  work: (found: Found, store: LedgerStore) => Promise<number>,
): Promise<number> => {
  const manifests = await manifestsOf(options);
  const store = await storeOf(options, manifests);
  try {
    return await work(foundIn(manifests, name, options), store);
  } finally {
    await store.close();
  }
};

export const crewOf = ({ works }: Found, watch: Watch, { allowDisruption, adopt = false }: Agreed) => ({
  jobs: new Map(works.map((work) => [work.target.id, work])),
  options: { ...watch.run, adopt },
  allowDisruption,
});

/** The rollout as it was started last; undefined where it never was. */
export const logOf = async (store: LedgerStore, { manifest, rollout }: DeclaredRollout) => {
  const log = await RolloutLog.last(store, manifest.stack, rollout.name);
  const state = log && stateOf(log.events);
  return log === undefined || state === undefined ? undefined : { log, state };
};

/** The rollout that was started; throws where none was. */
export const begun = async (store: LedgerStore, declared: DeclaredRollout, options: RolloutOptions) =>
  (await logOf(store, declared)) ??
  fail(
    'rollout.not-begun',
    declared.rollout.name,
    'was never started here',
    `start it: ${againOf(declared.rollout.name, options)('start')}; or give the --ledger that it was started with`,
  );

export const isLocked = (error: unknown): boolean =>
  error instanceof ProblemError && error.problems.some(({ code }) => code === 'ledger.locked');

/** The lease of a rollout; undefined where another process drives it. */
export const lockOr = async (
  store: LedgerStore,
  { manifest, rollout }: DeclaredRollout,
): Promise<(() => Promise<void>) | undefined> => {
  try {
    return await RolloutLog.lock(store, manifest.stack, rollout.name);
  } catch (error) {
    if (isLocked(error)) return undefined;
    throw error;
  }
};
