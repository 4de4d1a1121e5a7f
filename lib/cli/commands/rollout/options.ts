import type { CommonOptions } from '../../options';

/** What the commands of a rollout take. */
export interface RolloutOptions extends Omit<CommonOptions, 'target'> {
  readonly yes?: boolean;
  readonly allowDisruption?: boolean;
  readonly adopt?: boolean;
  /** `--no-wait`. */
  readonly wait?: boolean;
  readonly again?: boolean;
  readonly engine?: string;
  readonly queue?: string;
  readonly queueBy?: string;
  readonly detach?: boolean;
  readonly temporal?: string;
  readonly svg?: boolean;
  readonly out?: string;
}
