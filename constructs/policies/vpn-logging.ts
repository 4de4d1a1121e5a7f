import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type VpnLoggingProps = Omit<Props<'vpn-logging'>, 'name'>;

/** Which messages of firewalls go to the FMC. FMC 7.7 and later; before, it is clicked. */
export class VpnLogging extends DeviceObject<'vpn-logging'> {
  constructor(scope: Construct, id: string, props: VpnLoggingProps) {
    super(scope, id, 'vpn-logging', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
