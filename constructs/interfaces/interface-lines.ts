import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type InterfaceLinesProps = Props<'interface-lines'>;

/** Single lines on an interface that somebody else owns; HSRP groups among them. IOS-XE: `interface …`. */
export class InterfaceLines extends DeviceObject<'interface-lines'> {
  constructor(scope: Construct, id: string, props: InterfaceLinesProps) {
    super(scope, id, 'interface-lines', () => props, { namedById: true });
  }
}
