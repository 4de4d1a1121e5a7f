// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIkeV2RemoteAccess } from '../references';

/** Props of `IkeV2RemoteAccess`. */
export interface IkeV2RemoteAccessProps extends Placed {
  /**
   * Whose certificate is shown.
   * ASA: `crypto ikev2 remote-access trustpoint …`.
   */
  readonly trustpoint: Reference<'cert-trustpoint'>;
}

/**
 * What an ASA shows to clients that connect by IKEv2, before it knows their tunnel group.
 * ASA: lines at the top level.
 */
export class IkeV2RemoteAccess
  extends DeviceObject<'ikev2-remote-access', IkeV2RemoteAccessProps>
  implements IIkeV2RemoteAccess
{
  constructor(scope: Construct, id: string, props: IkeV2RemoteAccessProps) {
    super(scope, id, 'ikev2-remote-access', () => props);
  }
}
