import type { Construct, IConstruct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { TargetDevice } from '../core/device';

export type AsaFirewallProps = TargetProps<'asa'>;

/** A firewall with ASA software, reached over SSH. The scope of what lives on it. */
export class AsaFirewall extends TargetDevice<'asa'> {
  constructor(scope: Construct, id: string, props: AsaFirewallProps) {
    super(scope, id, 'asa', props);
  }

  /** Whether a value is an ASA, from whichever copy of this package. */
  static isAsaFirewall(value: unknown): value is AsaFirewall {
    return deviceTypeOf(value) === 'asa';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): AsaFirewall | undefined {
    return lineage(construct).find(AsaFirewall.isAsaFirewall);
  }
}
