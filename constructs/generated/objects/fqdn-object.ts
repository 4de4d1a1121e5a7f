// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IFqdnObject } from '../references';

/** Props of `FqdnObject`. */
export interface FqdnObjectProps extends Placed {
  /**
   * Name on the FMC: one over FQDNs, networks and groups, whatever its case.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The domain name, like `www.example.net`: letters, digits and hyphens between dots.
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
  /**
   * Whether single firewalls may have another value under this name: a `FqdnObjectOverride` gives it.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * A domain name that firewalls of the FMC ask for its addresses, by the servers of their DNS policy. It matches
 * that name alone, no names below it. Rules of access control and the translated destination of a NAT rule take
 * one, by itself or in a group; what a VPN protects, splits or goes through is always addresses (Cisco, network
 * objects).
 * FMC: `object/fqdns`.
 */
export class FqdnObject extends DeviceObject<'fqdn-object', FqdnObjectProps> implements IFqdnObject {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IFqdnObject {
    return new ExistingObject(scope, id, 'fqdn-object', name);
  }

  constructor(scope: Construct, id: string, props: FqdnObjectProps) {
    super(scope, id, 'fqdn-object', () => props);
  }
}
