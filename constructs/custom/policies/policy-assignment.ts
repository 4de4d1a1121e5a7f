import type { Construct } from 'constructs';
import type { PolicyAssignmentProps } from '../../generated/policies/policy-assignment';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** Firewalls that a policy of an FMC is for. Others that it is for stay. */
export class PolicyAssignment extends DeviceObject<'policy-assignment', PolicyAssignmentProps> {
  constructor(scope: Construct, id: string, props: PolicyAssignmentProps) {
    super(scope, id, 'policy-assignment', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
