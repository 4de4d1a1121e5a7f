import type { Construct } from 'constructs';
import type { RaCryptoMapProps } from '../../generated/remote-access/ra-crypto-map';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** IPsec of remote access on one access interface. The FMC makes it; it is changed. */
export class RaCryptoMap extends DeviceObject<'ra-crypto-map', RaCryptoMapProps> {
  constructor(scope: Construct, id: string, props: RaCryptoMapProps) {
    super(scope, id, 'ra-crypto-map', () => ({ ...props, name: nameOfRef(props.zone) }), {
      within: nameOfRef(props.policy),
    });
  }
}
