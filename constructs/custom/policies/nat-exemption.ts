import type { Construct } from 'constructs';
import type { NatExemptionRuleProps } from '../../generated/policies/nat-exemption';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** Traffic into a tunnel that keeps its addresses. ASA: `nat (…) source static … destination static …`. */
export class NatExemptionRule extends DeviceObject<'nat-exemption', NatExemptionRuleProps> {
  constructor(scope: Construct, id: string, props: NatExemptionRuleProps) {
    const { inside, outside, networks, peers } = props;
    const name = [inside, outside, networks === undefined ? 'any' : nameOfRef(networks), nameOfRef(peers)].join('/');
    super(scope, id, 'nat-exemption', () => ({ ...props, name }));
  }
}
