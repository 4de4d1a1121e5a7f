// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIpv6AccessList } from '../references';

/** Props of `Ipv6AccessList`. */
export interface Ipv6AccessListProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Lines in order.
   * IOS-XE: `…`, a line each.
   */
  readonly entries: readonly {
    /**
     * Place in the list, 1 to 4294967294.
     * @default 10 after the one before
     */
    readonly sequence?: number;
    readonly action: 'permit' | 'deny';
    /**
     * `ipv6`, `tcp`, `udp`, …
     * Allowed: at most 32 characters.
     * @default 'ipv6'
     */
    readonly protocol?: string;
    /**
     * Where a packet comes from.
     * Allowed: any, a host like 2001:db8::1, or a network like 2001:db8::/32.
     */
    readonly source: string;
    /** Allowed: like 'eq 443' or 'range 1024 65535'. */
    readonly sourcePort?: string;
    /**
     * Where a packet goes to.
     * Allowed: any, a host like 2001:db8::1, or a network like 2001:db8::/32.
     */
    readonly destination: string;
    /** Allowed: like 'eq 443' or 'range 1024 65535'. */
    readonly destinationPort?: string;
    /**
     * Words at the end, like `established` or `log`.
     * Allowed: at most 100 characters.
     */
    readonly options?: string;
  }[];
}

/**
 * What of IPv6 is matched, line by line: the first line that fits decides.
 * IOS-XE: `ipv6 access-list <name>`.
 */
export class Ipv6AccessList extends DeviceObject<'ipv6-access-list', Ipv6AccessListProps> implements IIpv6AccessList {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIpv6AccessList {
    return new ExistingObject(scope, id, 'ipv6-access-list', name);
  }

  constructor(scope: Construct, id: string, props: Ipv6AccessListProps) {
    super(scope, id, 'ipv6-access-list', () => props);
  }
}
