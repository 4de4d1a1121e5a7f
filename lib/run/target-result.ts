import { problemsOf, type Problem } from '../kernel/problem';
import type { TargetPlan } from '../plan/plan';
import type { Requests } from '../contract/observation';
import type { Opened, TargetJob } from './target';

export type TargetState = 'planned' | 'applied' | 'unchanged' | 'failed' | 'skipped' | 'unknown';

/** How one target ended. `unknown`: it could not be read, or it could not be asked whether a change took effect. */
export interface TargetResult {
  readonly work: TargetJob;
  readonly state: TargetState;
  readonly plan?: TargetPlan;
  readonly basis?: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** What it took, where the platform counts its requests. */
  readonly requests?: Requests;
  /** What it drops besides what its changes do to tunnels. */
  readonly drops?: readonly string[];
  /** It can be taken back by the name of the run. */
  readonly kept?: boolean;
}

/** What the session has asked so far. */
export const asked = ({ session }: Opened): Pick<TargetResult, 'requests'> => {
  const requests = session.requests?.();
  return requests === undefined ? {} : { requests };
};

/** What is wrong here with us; everything else is a device that could not be read. */
const isOurs = (p: Problem): boolean => /^(ledger|secret|plan|manifest|unexpected)/.test(p.code);
export const failure = (work: TargetJob, error: unknown): TargetResult => {
  const problems = problemsOf(error, work.target.id);
  return { work, state: problems.some(isOurs) ? 'failed' : 'unknown', problems, notes: [] };
};
