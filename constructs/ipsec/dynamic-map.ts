import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type DynamicMapProps = Props<'dynamic-map'>;

/** What is agreed with clients. ASA: `crypto dynamic-map`. */
export class DynamicMap extends DeviceObject<'dynamic-map'> {
  private readonly entries: DynamicMapProps['entries'];

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
