// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IUrlObjectOverride } from '../references';

/** Props of `UrlObjectOverride`. */
export interface UrlObjectOverrideProps extends Placed {
  /**
   * The object, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'url-object'>;
  /**
   * For example `https://pune.example.net/staff`.
   * Allowed: like https://vpn.example.net/staff.
   * FMC: `url`.
   */
  readonly url: string;
}

/**
 * What a URL of the FMC is on one firewall.
 * FMC: `object/urls/{urls:<object>}/overrides`.
 */
export class UrlObjectOverride
  extends DeviceObject<'url-object-override', UrlObjectOverrideProps>
  implements IUrlObjectOverride
{
  constructor(scope: Construct, id: string, props: UrlObjectOverrideProps) {
    super(scope, id, 'url-object-override', () => props);
  }
}
