// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IFqdnObjectOverride } from '../references';

/** Props of `FqdnObjectOverride`. */
export interface FqdnObjectOverrideProps extends Placed {
  /**
   * The object, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'fqdn-object'>;
  /**
   * The domain name, like `www.example.net`.
   * Allowed: whole, like www.example.net.
   * FMC: `value`.
   */
  readonly fqdn: string;
  /**
   * Which addresses of it count.
   * FMC: `dnsResolution`.
   * @default `ipv4-and-ipv6`
   */
  readonly dnsResolution?: 'ipv4-only' | 'ipv6-only' | 'ipv4-and-ipv6';
}

/**
 * What a domain name of the FMC is on one firewall.
 * FMC: `object/fqdns/{fqdns:<object>}/overrides`.
 */
export class FqdnObjectOverride
  extends DeviceObject<'fqdn-object-override', FqdnObjectOverrideProps>
  implements IFqdnObjectOverride
{
  constructor(scope: Construct, id: string, props: FqdnObjectOverrideProps) {
    super(scope, id, 'fqdn-object-override', () => props);
  }
}
