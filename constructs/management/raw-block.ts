import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type RawBlockProps = Props<'raw-block'>;

/** A block that no construct knows yet, as text. IOS-XE: its header and its lines. */
export class RawBlock extends DeviceObject<'raw-block'> {
  constructor(scope: Construct, id: string, props: RawBlockProps) {
    super(scope, id, 'raw-block', () => props);
  }
}
