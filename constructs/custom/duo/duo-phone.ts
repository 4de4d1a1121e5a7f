import type { Construct } from 'constructs';
import type { DuoPhoneFields } from '../../generated/duo/duo-phone';
import { DeviceObject } from '../../core/device-object';

export interface DuoPhoneProps extends DuoPhoneFields {
  /** The number, with its country and without blanks: `+15551234567` (E.164). */
  readonly number: string;
}

/** A phone that Duo sends pushes to. Its user names it: `phones: [phone]`. Duo: Devices > Phones. */
export class DuoPhone extends DeviceObject<'duo-phone', DuoPhoneProps> {
  constructor(scope: Construct, id: string, { number, ...props }: DuoPhoneProps) {
    super(scope, id, 'duo-phone', () => ({ ...props, name: number }));
  }
}
