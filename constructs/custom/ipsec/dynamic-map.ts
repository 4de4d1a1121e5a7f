import type { Construct } from 'constructs';
import type { DynamicMapProps } from '../../generated/ipsec/dynamic-map';
import type { IDynamicMap } from '../../generated/references';
import { DeviceObject, ExistingObject } from '../../core/device-object';
import { growing, objectOf } from '../../core/given';

/** What is agreed with clients. ASA: `crypto dynamic-map`. */
export class DynamicMap extends DeviceObject<'dynamic-map', DynamicMapProps> implements IDynamicMap {
  private readonly entries: DynamicMapProps['entries'][number][];

  constructor(scope: Construct, id: string, props: DynamicMapProps) {
    const entries = growing(objectOf(props).entries);
    super(scope, id, 'dynamic-map', () => ({ ...props, entries }));
    this.entries = entries;
  }

  /** One more alternative. */
  addEntry(entry: DynamicMapProps['entries'][number]): this {
    this.entries.push(entry);
    return this;
  }

  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDynamicMap {
    return new ExistingObject(scope, id, 'dynamic-map', name);
  }
}
