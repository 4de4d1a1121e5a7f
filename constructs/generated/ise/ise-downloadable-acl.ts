// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseDownloadableAcl } from '../references';

/** Props of `IseDownloadableAcl`. */
export interface IseDownloadableAclProps extends Placed {
  /**
   * Name in ISE: letters, digits and _ - . only.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * Its lines in their order, as the headend takes them: an ASA and a firewall of an FMC want masks (`10.20.0.0
   * 255.255.0.0`), a router wildcards (`10.20.0.0 0.0.255.255`).
   * Allowed: at least 1; each like permit ip any 10.20.0.0 255.255.0.0.
   * ISE: `dacl`.
   */
  readonly lines: readonly string[];
  /**
   * Which packets it is for.
   * ISE: `daclType`.
   * @default 'ipv4'
   */
  readonly type?: 'ipv4' | 'ipv6' | 'both';
}

/**
 * An access list that ISE sends to a headend when a user logs in (Policy > Results > Authorization >
 * Downloadable ACLs).
 * ISE: `downloadableacl`.
 */
export class IseDownloadableAcl
  extends DeviceObject<'ise-downloadable-acl', IseDownloadableAclProps>
  implements IIseDownloadableAcl
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseDownloadableAcl {
    return new ExistingObject(scope, id, 'ise-downloadable-acl', name);
  }

  constructor(scope: Construct, id: string, props: IseDownloadableAclProps) {
    super(scope, id, 'ise-downloadable-acl', () => props);
  }
}
