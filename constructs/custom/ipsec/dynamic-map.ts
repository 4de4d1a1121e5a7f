import type { Construct } from 'constructs';
import type { DynamicMapProps } from '../../generated/ipsec/dynamic-map';
import type { Referable } from '../../../lib/model/noun';
import { DeviceObject, existing } from '../../core/device-object';

/** What is agreed with clients. ASA: `crypto dynamic-map`. */
export class DynamicMap extends DeviceObject<'dynamic-map', DynamicMapProps> {
  private readonly entries: DynamicMapProps['entries'][number][];

  constructor(scope: Construct, id: string, props: DynamicMapProps) {
    const entries = [...props.entries];
    super(scope, id, 'dynamic-map', () => ({ ...props, entries }));
    this.entries = entries;
  }

  /** One more alternative. */
  addEntry(entry: DynamicMapProps['entries'][number]): this {
    this.entries.push(entry);
    return this;
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'dynamic-map'> {
    return existing('dynamic-map', name);
  }
}
