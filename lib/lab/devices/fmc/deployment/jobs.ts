import { pendingOf } from './pending';
import { policyTypeOf } from './policy-types';
import { deployFault, enrolmentsIn, snapshot, type DeployedDevice } from './snapshot';
import { unitNamed, type Pending, type Unit, type World } from '../world';

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
  readonly kind: 'DEPLOYMENT' | 'ROLLBACK' | 'SWITCH' | 'CERTIFICATE';
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
  /** Why a device does not take what it is brought, by the enrolments that this needs. */
  readonly lacking?: (unit: Unit, enrolments: readonly string[]) => string | undefined;
}

/** What a job is to do: to these units, or at its end. */
interface Work {
  readonly kind: Job['kind'];
  readonly outcomes: readonly Pick<Outcome, 'unit' | 'taken' | 'since' | 'only'>[];
  readonly user: string;
  readonly note?: string;
  readonly ends?: () => void;
}

/** What runs on the devices, and the jobs that bring it there. Time passes only when a job is looked at. */
export class Jobs {
  readonly running: Map<string, DeployedDevice>;
  readonly jobs: Job[] = [];

  constructor(
    private readonly world: World,
    private readonly options: JobOptions,
  ) {
    this.running = new Map();
    this.begin();
  }

  /** What is stored runs on every device, which was deployed to when it was registered: nothing has happened since. */
  begin(): void {
    this.jobs.length = 0;
    for (const unit of this.world.units) {
      this.running.set(unit.id, snapshot(this.world, unit));
      this.world.pending.delete(unit.id);
    }
    const outcomes = this.world.units.map((unit) => ({ unit, taken: this.running.get(unit.id)! }));
    const first = this.start({ kind: 'DEPLOYMENT', outcomes, user: 'admin' });
    first.outcomes.forEach((outcome) => (outcome.done = true));
    first.done = true;
  }

  settle(): void {
    const now = Date.now();
    this.jobs
      .filter((job) => !job.done && now >= job.start + this.options.deployMs)
      .forEach((job) => {
        job.outcomes
          .filter((outcome) => !outcome.done && !this.is(this.options.stuck(), outcome.unit))
          .forEach((outcome) => this.finishOne(job, outcome));
        job.done = job.outcomes.every((outcome) => outcome.done);
        if (job.done) job.ends?.();
      });
  }

  start({ kind, outcomes, user, note = '', ends }: Work): Job {
    const number = this.world.nextJob();
    const job: Job = {
      id: String(133143986188 + number),
      number,
      kind,
      user,
      note,
      start: this.world.now(),
      outcomes: outcomes.map((one) => ({ ...one, cleared: [], done: false })),
      done: false,
      ...(ends ? { ends } : {}),
    };
    this.jobs.push(job);
    return job;
  }

  /** The job that holds a device; a device has one at a time. */
  busy(unit?: Unit): Job | undefined {
    return this.jobs.find(
      (job) => !job.done && (unit === undefined || job.outcomes.some((one) => !one.done && one.unit.id === unit.id)),
    );
  }

  outOfDate(): readonly Unit[] {
    return this.world.units.filter((unit) => pendingOf(this.world, unit.id).length > 0);
  }

  private is(name: string | undefined, unit: Unit): boolean {
    return name !== undefined && unitNamed(this.world, name)?.id === unit.id;
  }

  private finishOne(job: Job, outcome: Outcome): void {
    const failing = this.options.failing();
    outcome.done = true;
    outcome.fault = this.is(failing, outcome.unit)
      ? `Deployment failed: the device ${failing} did not take the configuration`
      : (deployFault(this.world, outcome.taken) ??
        (job.kind === 'DEPLOYMENT' ? this.options.lacking?.(outcome.unit, enrolmentsIn(outcome.taken)) : undefined));
    if (outcome.fault !== undefined || job.kind === 'CERTIFICATE') return;
    if (job.kind === 'ROLLBACK') return this.restore(outcome);
    this.running.set(outcome.unit.id, outcome.taken);
    const list = this.world.pending.get(outcome.unit.id);
    outcome.cleared = [...(list?.values() ?? [])].filter(
      (p) => p.changed <= job.start && (outcome.only?.includes(policyTypeOf(p)) ?? true),
    );
    outcome.cleared.forEach((p) => list!.delete(p.entityUUID));
  }

  /** A rollback changes the device and not what is stored: what came since is pending again. */
  private restore({ unit, taken, since = 0 }: Outcome): void {
    const list = this.world.pending.get(unit.id) ?? new Map<string, Pending>();
    this.world.pending.set(unit.id, list);
    this.jobs
      .filter((job) => job.kind === 'DEPLOYMENT' && job.number > since)
      .flatMap((job) => job.outcomes.filter((outcome) => outcome.unit.id === unit.id).flatMap(({ cleared }) => cleared))
      .forEach((change) => list.set(change.entityUUID, list.get(change.entityUUID) ?? change));
    this.running.set(unit.id, taken);
  }
}

export const hasFailed = (job: Job): boolean => job.outcomes.some((outcome) => outcome.fault !== undefined);
