import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type DuoPhoneProps = Omit<Props<'duo-phone'>, 'name'> & {
  /** The number, with its country and without blanks: `+15551234567` (E.164). */
  readonly number: string;
};

/** A phone that Duo sends pushes to. Its user names it: `phones: [phone]`. Duo: Devices > Phones. */
export class DuoPhone extends DeviceObject<'duo-phone'> {
  constructor(scope: Construct, id: string, { number, ...props }: DuoPhoneProps) {
    super(scope, id, 'duo-phone', () => ({ ...props, name: number }));
  }
}
