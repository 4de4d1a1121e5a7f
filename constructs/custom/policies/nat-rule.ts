import type { Construct } from 'constructs';
import type { NatRuleProps } from '../../generated/policies/nat-rule';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** A manual NAT rule (twice NAT). FMC: manual NAT rule. */
export class NatRule extends DeviceObject<'nat-rule', NatRuleProps> {
  constructor(scope: Construct, id: string, props: NatRuleProps) {
    super(scope, id, 'nat-rule', () => props, { within: nameOfRef(props.policy) });
  }
}
