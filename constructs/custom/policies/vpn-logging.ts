import type { Construct } from 'constructs';
import type { VpnLoggingProps } from '../../generated/policies/vpn-logging';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** Which messages of firewalls go to the FMC. FMC 7.7 and later; before, it is clicked. */
export class VpnLogging extends DeviceObject<'vpn-logging', VpnLoggingProps> {
  constructor(scope: Construct, id: string, props: VpnLoggingProps) {
    super(scope, id, 'vpn-logging', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
