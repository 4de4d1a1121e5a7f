import type { Construct } from 'constructs';
import type { CryptoMapEntryProps } from '../../generated/ipsec/crypto-map-entry';
import { DeviceObject } from '../../core/device-object';

/** One peer, or one dynamic map, of a crypto map. ASA: `crypto map MAP SEQUENCE …`. */
export class CryptoMapEntry extends DeviceObject<'crypto-map-entry', CryptoMapEntryProps> {
  constructor(scope: Construct, id: string, props: CryptoMapEntryProps) {
    super(scope, id, 'crypto-map-entry', () => ({ ...props, name: `${props.map}/${props.sequence}` }));
  }
}
