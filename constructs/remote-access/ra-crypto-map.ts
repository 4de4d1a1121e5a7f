import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type RaCryptoMapProps = Omit<Props<'ra-crypto-map'>, 'name'>;

/** IPsec of remote access on one access interface. The FMC makes it; it is changed. */
export class RaCryptoMap extends DeviceObject<'ra-crypto-map'> {
  constructor(scope: Construct, id: string, props: RaCryptoMapProps) {
    super(scope, id, 'ra-crypto-map', () => ({ ...props, name: nameOfRef(props.zone) }), {
      within: nameOfRef(props.policy),
    });
  }
}
