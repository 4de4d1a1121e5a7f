import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type PolicyAssignmentProps = Omit<Props<'policy-assignment'>, 'name'>;

/** Firewalls that a policy of an FMC is for. Others that it is for stay. */
export class PolicyAssignment extends DeviceObject<'policy-assignment'> {
  constructor(scope: Construct, id: string, props: PolicyAssignmentProps) {
    super(scope, id, 'policy-assignment', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
