import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type NatExemptionRuleProps = Omit<Props<'nat-exemption'>, 'name'>;

/** Traffic into a tunnel that keeps its addresses. ASA: `nat (…) source static … destination static …`. */
export class NatExemptionRule extends DeviceObject<'nat-exemption'> {
  constructor(scope: Construct, id: string, props: NatExemptionRuleProps) {
    const { inside, outside, networks, peers } = props;
    const name = [inside, outside, networks === undefined ? 'any' : nameOfRef(networks), nameOfRef(peers)].join('/');
    super(scope, id, 'nat-exemption', () => ({ ...props, name }));
  }
}
