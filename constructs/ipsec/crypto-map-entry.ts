import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type CryptoMapEntryProps = Omit<Props<'crypto-map-entry'>, 'name'>;

/** One peer, or one dynamic map, of a crypto map. ASA: `crypto map MAP SEQUENCE …`. */
export class CryptoMapEntry extends DeviceObject<'crypto-map-entry'> {
  constructor(scope: Construct, id: string, props: CryptoMapEntryProps) {
    super(scope, id, 'crypto-map-entry', () => ({ ...props, name: `${props.map}/${props.sequence}` }));
  }
}
