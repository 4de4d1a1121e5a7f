import { pendingOf } from './pending';
import { policyTypeOf } from './policy-types';
import { deployFault, snapshot, type DeployedDevice } from './snapshot';
import { unitNamed, type Pending, type Unit, type World } from './world';

export interface Outcome {
  readonly unit: Unit;
  readonly taken: DeployedDevice;
  /** Of a rollback: the number of the job to go back to. */
  readonly since?: number;
  /** Types of the policies that are deployed; all where it is left out. */
  readonly only?: readonly string[];
  /** Changes that were pending and are on the device since. */
  cleared: readonly Pending[];
  fault?: string | undefined;
  done: boolean;
}
export interface Job {
  readonly id: string;
  readonly number: number;
  readonly kind: 'DEPLOYMENT' | 'ROLLBACK' | 'SWITCH';
  readonly user: string;
  note: string;
  readonly start: number;
  readonly outcomes: readonly Outcome[];
  readonly ends?: () => void;
  done: boolean;
}

export interface JobOptions {
  readonly deployMs: number;
  /** Name of a device, a pair or a member whose deployment fails. */
  readonly failing: () => string | undefined;
  /** Name of one whose deployment stays pending. */
  readonly stuck: () => string | undefined;
  readonly warnings?: () => readonly string[];
}

/** What runs on the devices, and the jobs that bring it there. Time passes only when somebody looks. */
export const makeJobs = (world: World, { deployMs, failing, stuck }: JobOptions) => {
  const running = new Map<string, DeployedDevice>(world.units.map((unit) => [unit.id, snapshot(world, unit)]));
  const jobs: Job[] = [];
  const is = (name: string | undefined, unit: Unit): boolean =>
    name !== undefined && unitNamed(world, name)?.id === unit.id;

  /** A rollback changes the device and not what is stored: what came since is pending again. */
  const restore = ({ unit, taken, since = 0 }: Outcome): void => {
    const list = world.pending.get(unit.id) ?? new Map<string, Pending>();
    world.pending.set(unit.id, list);
    jobs
      .filter((job) => job.kind === 'DEPLOYMENT' && job.number > since)
      .flatMap((job) => job.outcomes.filter((outcome) => outcome.unit.id === unit.id).flatMap(({ cleared }) => cleared))
      .forEach((change) => list.set(change.entityUUID, list.get(change.entityUUID) ?? change));
    running.set(unit.id, taken);
  };
  const finishOne = (job: Job, outcome: Outcome): void => {
    outcome.done = true;
    outcome.fault = is(failing(), outcome.unit)
      ? `Deployment failed: the device ${failing()} did not take the configuration`
      : deployFault(world, outcome.taken);
    if (outcome.fault !== undefined) return;
    if (job.kind === 'ROLLBACK') return restore(outcome);
    running.set(outcome.unit.id, outcome.taken);
    const list = world.pending.get(outcome.unit.id);
    outcome.cleared = [...(list?.values() ?? [])].filter(
      (p) => p.changed <= job.start && (outcome.only?.includes(policyTypeOf(p)) ?? true),
    );
    outcome.cleared.forEach((p) => list!.delete(p.entityUUID));
  };
  const settle = (): void => {
    const now = Date.now();
    jobs
      .filter((job) => !job.done && now >= job.start + deployMs)
      .forEach((job) => {
        job.outcomes
          .filter((outcome) => !outcome.done && !is(stuck(), outcome.unit))
          .forEach((outcome) => finishOne(job, outcome));
        job.done = job.outcomes.every((outcome) => outcome.done);
        if (job.done) job.ends?.();
      });
  };

  const start = (
    kind: Job['kind'],
    outcomes: readonly Pick<Outcome, 'unit' | 'taken' | 'since' | 'only'>[],
    user: string,
    note: string,
    ends?: () => void,
  ): Job => {
    const job: Job = {
      id: String(133143986189 + jobs.length),
      number: jobs.length + 1,
      kind,
      user,
      note,
      start: world.now(),
      outcomes: outcomes.map((one) => ({ ...one, cleared: [], done: false })),
      done: false,
      ...(ends ? { ends } : {}),
    };
    jobs.push(job);
    return job;
  };
  /** Every device was deployed to when it was registered. */
  const first = start(
    'DEPLOYMENT',
    world.units.map((unit) => ({ unit, taken: running.get(unit.id)! })),
    'admin',
    '',
  );
  first.outcomes.forEach((outcome) => (outcome.done = true));
  first.done = true;

  return {
    jobs,
    running,
    settle,
    start,
    /** The job that holds a device; a device has one at a time. */
    busy: (unit?: Unit): Job | undefined =>
      jobs.find(
        (job) => !job.done && (unit === undefined || job.outcomes.some((one) => !one.done && one.unit.id === unit.id)),
      ),
    outOfDate: (): readonly Unit[] => world.units.filter((unit) => pendingOf(world, unit.id).length > 0),
    failed: (job: Job): boolean => job.outcomes.some((outcome) => outcome.fault !== undefined),
  };
};
export type Jobs = ReturnType<typeof makeJobs>;
