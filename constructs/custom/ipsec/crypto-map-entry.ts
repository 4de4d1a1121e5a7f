import type { Construct } from 'constructs';
import type { CryptoMapEntryProps } from '../../generated/ipsec/crypto-map-entry';
import type { ICryptoMapEntry } from '../../generated/references';
import { DeviceObject, ExistingObject } from '../../core/device-object';

/** One peer, or one dynamic map, of a crypto map. ASA: `crypto map MAP SEQUENCE …`. */
export class CryptoMapEntry extends DeviceObject<'crypto-map-entry', CryptoMapEntryProps> implements ICryptoMapEntry {
  constructor(scope: Construct, id: string, props: CryptoMapEntryProps) {
    super(scope, id, 'crypto-map-entry', () => ({ ...props, name: `${props.map}/${props.sequence}` }));
  }

  /**
   * One that is on the device and that this program does not manage: it is referred to, never written, and must be there.
   * `name`: its map and its place in it, `outside_map/10`.
   */
  static fromExisting(scope: Construct, id: string, name: string): ICryptoMapEntry {
    const [map = name, sequence = ''] = name.split('/');
    return new ExistingObject(scope, id, 'crypto-map-entry', name, { key: { map, sequence: Number(sequence) } });
  }
}
