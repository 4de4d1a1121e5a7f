import type { Construct } from 'constructs';
import type { CryptoMapProps } from '../../generated/ipsec/crypto-map';
import type { Referable } from '../../../lib/model/noun';
import { DeviceObject } from '../../core/device-object';
import { growing, objectOf } from '../../core/given';

/** The interfaces that a crypto map works on. ASA: `crypto map MAP interface IF`. */
export class CryptoMap extends DeviceObject<'crypto-map', CryptoMapProps> {
  private readonly entries: Referable<'crypto-map-entry'>[];

  constructor(scope: Construct, id: string, props: CryptoMapProps) {
    const entries = growing(objectOf(props).entries as readonly Referable<'crypto-map-entry'>[]);
    super(scope, id, 'crypto-map', () => ({ ...props, entries }));
    this.entries = entries;
  }

  /** One more entry that is there before the map works. */
  addEntry(entry: Referable<'crypto-map-entry'>): this {
    this.entries.push(entry);
    return this;
  }
}
