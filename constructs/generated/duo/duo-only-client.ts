// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoOnlyClient } from '../references';

/** Props of `DuoOnlyClient`. */
export interface DuoOnlyClientProps extends Placed {
  /**
   * Name of the section: duo_only_client.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Log more, also passwords that arrive in clear.
   * Duo Authentication Proxy: `debug`.
   * @default false
   */
  readonly debug?: boolean;
  /**
   * A file of certificate authorities for Duo's service.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `http_ca_certs_file`.
   * @default those that come with the proxy
   */
  readonly httpCaCertsFile?: string;
}

/**
 * No check of the password by the Duo proxy: the device does that elsewhere.
 * Duo Authentication Proxy: `[duo_only_client]`.
 */
export class DuoOnlyClient extends DeviceObject<'duo-only-client', DuoOnlyClientProps> implements IDuoOnlyClient {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoOnlyClient {
    return new ExistingObject(scope, id, 'duo-only-client', name);
  }

  constructor(scope: Construct, id: string, props: DuoOnlyClientProps = {}) {
    super(scope, id, 'duo-only-client', () => props);
  }
}
