import type { Construct } from 'constructs';
import type { WindowsVpnClientFields } from '../../generated/clients/windows-vpn-client';
import { DeviceObject } from '../../core/device-object';
import { headendProfileOf, type HeadendProfile } from './headend';
import { objectOf } from '../../core/given';

export interface WindowsVpnClientProps extends WindowsVpnClientFields {
  /** The constructs of the headend that the connection must agree with. */
  readonly headend: HeadendProfile;
}

/**
 * The IKEv2 client of Windows: a PowerShell script `<name>.ps1` on a ClientFiles. Its algorithms are those of the
 * headend, and what Windows cannot do is refused here, not by the first user.
 */
export class WindowsVpnClient extends DeviceObject<'windows-vpn-client', WindowsVpnClientProps> {
  constructor(scope: Construct, id: string, props: WindowsVpnClientProps) {
    const { headend, ...own } = objectOf(props);
    super(scope, id, 'windows-vpn-client', () => ({ ...own, ...headendProfileOf(headend) }));
  }
}
