import { problem, type Problem } from '../kernel/problem';

/** In what state a device would be if the run ended now, in words for the person who ends it. */
export interface Armed {
  readonly words: string;
  /** When the device acts by itself, in milliseconds since 1970. */
  readonly until?: number;
}

/** Why a target that could have been changed was not. */
export const notBegun = (target: string): Problem =>
  problem('run.interrupted', target, 'the run was interrupted before this was begun. Nothing was changed here');

/** Whether that is all that is to be said of a target. */
export const isNotBegun = (problems: readonly Problem[]): boolean =>
  problems.length > 0 && problems.every(({ code, hint }) => code === 'run.interrupted' && hint === undefined);

/** Why a target was changed in part: what was sent stays. */
export const brokenOff = (path: string, hint: string): Problem =>
  problem('run.interrupted', path, 'the run was interrupted', hint);
