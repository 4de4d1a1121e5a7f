import { Construct } from 'constructs';
import type { ChangeWindowProps, GateProps, RetryProps, RolloutProps, WaveProps } from '../../lib/model/rollout-props';
import { declare, markOurs } from '../../lib/synth/declaration';

export type { ChangeWindowProps, GateProps, RetryProps, RolloutProps, WaveProps };

/**
 * A change of all devices of its stack in waves, each begun when the gate of the one before is passed:
 * `tunnelwright rollout start march`. Nothing of it is written to devices, and `plan` and `apply` work without it.
 */
export class Rollout extends Construct {
  constructor(scope: Construct, id: string, props: RolloutProps) {
    super(scope, id);
    markOurs(this);
    declare(this, { as: 'rollout', props: { name: id, ...props } });
  }
}
