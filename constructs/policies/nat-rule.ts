import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type NatRuleProps = Props<'nat-rule'>;

/** A manual NAT rule (twice NAT). FMC: manual NAT rule. */
export class NatRule extends DeviceObject<'nat-rule'> {
  constructor(scope: Construct, id: string, props: NatRuleProps) {
    super(scope, id, 'nat-rule', () => props, { within: nameOfRef(props.policy) });
  }
}
