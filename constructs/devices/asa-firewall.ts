import { Construct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type AsaFirewallProps = TargetProps<'asa'>;

/** A firewall with ASA software, reached over SSH. The scope of what lives on it. */
export class AsaFirewall extends Construct {
  constructor(scope: Construct, id: string, props: AsaFirewallProps) {
    super(scope, id);
    declare(this, { as: 'target', platform: 'asa', props });
  }

  /** The ASA that a construct stands on, if it stands on one. */
  static of(scope: Construct): AsaFirewall | undefined {
    return scope.node.scopes.find((each): each is AsaFirewall => each instanceof AsaFirewall);
  }
}
