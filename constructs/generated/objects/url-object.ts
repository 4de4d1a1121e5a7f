// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IUrlObject } from '../references';

/** Props of `UrlObject`. */
export interface UrlObjectProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * For example `https://vpn.example.net/staff`.
   * Allowed: like https://vpn.example.net/staff.
   * FMC: `url`.
   */
  readonly url: string;
  /**
   * Whether single firewalls may have another value under this name: a `UrlObjectOverride` gives it.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * A URL of the FMC by name: what a connection profile's group URL refers to.
 * FMC: `object/urls`.
 */
export class UrlObject extends DeviceObject<'url-object', UrlObjectProps> implements IUrlObject {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IUrlObject {
    return new ExistingObject(scope, id, 'url-object', name);
  }

  constructor(scope: Construct, id: string, props: UrlObjectProps) {
    super(scope, id, 'url-object', () => props);
  }
}
