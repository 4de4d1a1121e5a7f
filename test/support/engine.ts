import { lockTarget, planTarget, verifyTarget } from '../../lib/run/apply';
import type { TargetResult } from '../../lib/run/target-result';
import { applyAll } from '../../lib/run/apply-all';
import { driftOf } from '../../lib/run/detect-drift';
import { lockRollback } from '../../lib/run/rollback-target';
import type { Manifest } from '../../lib/run/manifest';
import { openTarget, type RunOptions } from '../../lib/run/target';
import { isEmpty, type TargetPlan } from '../../lib/plan/plan';
import { showProblem } from '../../lib/kernel/problem';
import type { Rig } from './rig';

/** What the engine needs of a rig. */
type Works = Pick<Rig, 'store' | 'works'>;

interface How {
  readonly target?: string;
  readonly adopt?: boolean;
  readonly allowDestroyKeys?: boolean;
  /** Names the run, so that it can be taken back. */
  readonly run?: string;
  /** Earlier values of secrets, for a rollback. */
  readonly previous?: readonly string[];
}
const options = (rig: Works, how: How): RunOptions => ({
  store: rig.store,
  adopt: how.adopt ?? false,
  allowDestroyKeys: how.allowDestroyKeys ?? false,
  progress: () => undefined,
  ...(how.run === undefined ? {} : { run: how.run }),
});

/** Takes a run back, as the command does. */
export const rollback = async (
  rig: Works,
  manifest: Manifest,
  run: string,
  how: How = {},
): Promise<readonly TargetResult[]> => {
  const works = rig.works(manifest, how.target);
  const all = await Promise.all(
    works.map(async (work) => ({
      work,
      held: await lockRollback(work, run, { ...options(rig, {}), previous: how.previous ?? [] }),
    })),
  );
  const ended = applyAll(all);
  try {
    return await Promise.all(works.map((work) => ended.get(work)!));
  } finally {
    await Promise.all(all.map(({ held }) => held.release()));
  }
};

/** What the commands do, in this process: the real engine over real connections. */
export const plan = (rig: Works, manifest: Manifest, how: How = {}): Promise<readonly TargetResult[]> =>
  Promise.all(rig.works(manifest, how.target).map((work) => planTarget(work, options(rig, how))));

export const verify = (rig: Works, manifest: Manifest, how: How = {}) =>
  Promise.all(rig.works(manifest, how.target).map((work) => verifyTarget(work, options(rig, how))));

export const drift = (rig: Works, manifest: Manifest): Promise<readonly TargetResult[]> =>
  Promise.all(rig.works(manifest).map((work) => driftOf(work, options(rig, {}))));

export const apply = async (rig: Works, manifest: Manifest, how: How = {}): Promise<readonly TargetResult[]> => {
  const works = rig.works(manifest, how.target);
  const all = await Promise.all(works.map(async (work) => ({ work, held: await lockTarget(work, options(rig, how)) })));
  const ended = applyAll(all);
  try {
    return await Promise.all(works.map((work) => ended.get(work)!));
  } finally {
    await Promise.all(all.map(({ held }) => held.release()));
  }
};

/** Types or sends what a plan says takes it back. Returns what the device objects to. */
export const takeBack = async (
  rig: Works,
  manifest: Manifest,
  planned: readonly TargetResult[],
): Promise<readonly string[]> => {
  // All are opened before one is changed: a target may take a secret that another, once taken back, has no more.
  const opened = await Promise.all(
    rig.works(manifest).map(async (work) => ({ work, target: await openTarget(work, options(rig, {})) })),
  );
  const said = await Promise.all(
    opened.map(async ({ work, target }) => {
      const { plan: taken } = planned.find((ended) => ended.work.target.id === work.target.id)!;
      try {
        await target.look();
        const changes = [...taken!.changes]
          .reverse()
          .filter((change) => change.undo.length > 0)
          .map((change) => ({ ...change, steps: change.undo, undo: change.steps }));
        if (changes.length === 0) return [];
        const done = await target.session.apply({
          changes,
          scope: target.scope,
          check: () => [],
        });
        return done.problems.map(showProblem);
      } finally {
        await target.session.close();
      }
    }),
  );
  return said.flat();
};

export const states = (all: readonly TargetResult[]): Record<string, string> =>
  Object.fromEntries(all.map((ended) => [ended.work.target.id, ended.state]));

/** Everything a run says of what went wrong, as it would be printed. */
export const words = (all: readonly TargetResult[]): string =>
  all
    .flatMap((ended) => [
      ...ended.notes,
      ...ended.problems.map(showProblem),
      ...(ended.plan?.blocked ?? []).map(showProblem),
      ...(ended.plan?.unfinished ?? []),
    ])
    .join('\n');

/** `edge create ikev2-proposal/A`: what the plans would do. */
export const actions = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap((ended) =>
    (ended.plan?.changes ?? [])
      .filter((change) => change.action !== 'none')
      .map((change) => `${ended.work.target.id} ${change.action} ${change.address}`),
  );

export const plans = (all: readonly TargetResult[]): readonly TargetPlan[] => all.flatMap((ended) => ended.plan ?? []);

/** Everything that is not as declared, in words, so that a failing test says it. Empty where nothing is left to do. */
export const left = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap((ended) => {
    if (ended.plan === undefined) return [`${ended.work.target.id}: ${ended.state} ${words([ended])}`];
    return isEmpty(ended.plan) ? [] : [`${ended.work.target.id}: ${[...actions([ended]), words([ended])].join(', ')}`];
  });
