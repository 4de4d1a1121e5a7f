import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type DuoRadiusClientProps = Props<'duo-radius-client'>;

/** A RADIUS server that checks passwords for the Duo proxy: ISE or another. `[radius_client]`. */
export class DuoRadiusClient extends DeviceObject<'duo-radius-client'> {
  constructor(scope: Construct, id: string, props: DuoRadiusClientProps) {
    super(scope, id, 'duo-radius-client', () => props);
  }

  /** A section that is in the file and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'duo-radius-client'> {
    return existing('duo-radius-client', name);
  }
}

export type DuoAdClientProps = Props<'duo-ad-client'>;

/** A directory that checks passwords for the Duo proxy. `[ad_client]`. */
export class DuoAdClient extends DeviceObject<'duo-ad-client'> {
  constructor(scope: Construct, id: string, props: DuoAdClientProps) {
    super(scope, id, 'duo-ad-client', () => props);
  }

  /** A section that is in the file and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'duo-ad-client'> {
    return existing('duo-ad-client', name);
  }
}

export type DuoOnlyClientProps = Props<'duo-only-client'>;

/** No check of the password by the Duo proxy. `[duo_only_client]`. */
export class DuoOnlyClient extends DeviceObject<'duo-only-client'> {
  constructor(scope: Construct, id: string, props: DuoOnlyClientProps) {
    super(scope, id, 'duo-only-client', () => props);
  }

  /** A section that is in the file and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'duo-only-client'> {
    return existing('duo-only-client', name);
  }
}
