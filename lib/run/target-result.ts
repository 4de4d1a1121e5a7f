import { advised } from '../kernel/advised';
import { problemsOf, type Problem } from '../kernel/problem';
import type { TargetPlan } from '../plan/plan';
import type { Requests, TunnelState } from '../contract/observation';
import type { Opened, RunOptions, TargetJob } from './target';

export type TargetState = 'planned' | 'applied' | 'unchanged' | 'failed' | 'skipped' | 'unknown';

interface Reported {
  readonly work: TargetJob;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Request count, where the platform counts its requests. */
  readonly requests?: Requests;
  /** Its tunnels, where they were asked. */
  readonly tunnels?: readonly TunnelState[];
  /** What it drops besides what its changes do to tunnels. */
  readonly drops?: readonly string[];
  /** It can be rolled back by the name of the run. */
  readonly kept?: boolean;
}

/** A target that was read, so that there is a plan. `unknown`: it could not be asked whether a change took effect. */
export interface ReadTarget extends Reported {
  readonly state: TargetState;
  readonly plan: TargetPlan;
  /** Digest of what the plan rests on. */
  readonly basis?: string;
}

/** A target without a plan: it could not be read, was not begun, or a run to roll back had changed nothing on it. */
export interface UnreadTarget extends Reported {
  readonly state: 'unchanged' | 'failed' | 'skipped' | 'unknown';
  readonly plan?: undefined;
  readonly basis?: undefined;
}

/** How one target ended. */
export type TargetResult = ReadTarget | UnreadTarget;

/** What the session has asked so far. */
export const asked = ({ session }: Opened): Pick<TargetResult, 'requests'> => {
  const requests = session.requests?.();
  return requests === undefined ? {} : { requests };
};

/** Its tunnels, where they are to be asked; a target that cannot say how they are has a plan all the same. */
export const tunnelsOf = async (
  { session, scope }: Opened,
  { asksTunnels }: RunOptions,
): Promise<Pick<TargetResult, 'tunnels'>> => {
  if (asksTunnels !== true) return {};
  try {
    return { tunnels: await session.tunnels(scope) };
  } catch {
    return {};
  }
};

/** What is wrong here with us; everything else is a device that could not be read. */
const isOurs = (p: Problem): boolean =>
  /^(ledger|secret|plan|manifest|rollback|unexpected|store\.(empty|url|twice|password))/.test(p.code);
/** A simulated device that does not answer is no matter of cables. */
const inLab = ({ lab }: TargetJob, p: Problem): Problem =>
  lab !== undefined && p.code.endsWith('.unreachable')
    ? {
        ...p,
        hint: `the lab has ended, or another one was started in its place: start it again with ${advised('lab')}`,
      }
    : p;

export const failure = (work: TargetJob, error: unknown): UnreadTarget => {
  const problems = problemsOf(error, work.target.id).map((p) => inLab(work, p));
  return { work, state: problems.some(isOurs) ? 'failed' : 'unknown', problems, notes: [] };
};
