import type { Construct } from 'constructs';
import type { DuoPhoneFields } from '../../generated/duo/duo-phone';
import type { IDuoPhone } from '../../generated/references';
import { DeviceObject, ExistingObject } from '../../core/device-object';

export interface DuoPhoneProps extends DuoPhoneFields {
  /** The number, with its country and without blanks: `+15551234567` (E.164). */
  readonly number: string;
}

/** A phone that Duo sends pushes to. Its user names it: `phones: [phone]`. Duo: Devices > Phones. */
export class DuoPhone extends DeviceObject<'duo-phone', DuoPhoneProps> implements IDuoPhone {
  constructor(scope: Construct, id: string, { number, ...props }: DuoPhoneProps) {
    super(scope, id, 'duo-phone', () => ({ ...props, name: number }));
  }

  /** One that is in the account and that this program does not manage, by its number: it is never written, and must be there. */
  static fromExisting(scope: Construct, id: string, number: string): IDuoPhone {
    return new ExistingObject(scope, id, 'duo-phone', number);
  }
}
