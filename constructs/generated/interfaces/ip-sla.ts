// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIpSla } from '../references';

/** Props of `IpSla`. */
export interface IpSlaProps extends Placed {
  /**
   * Its number, 1 to 2147483647, as text: `10`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * An echo request (ping). A router refuses to change an operation that is scheduled: other values need another
   * number.
   * IOS-XE: `icmp-echo …`, a block: in the header, in the header, `timeout …` (not shown at 5000), `frequency …`
   * (not shown at 60).
   */
  readonly icmpEcho: {
    /**
     * Whom it asks: an address or a name.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly destination: string;
    /**
     * The interface whose address it asks from.
     * Allowed: like GigabitEthernet0/0.
     * @default the one that leads there
     */
    readonly sourceInterface?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
    /**
     * How long it waits for an answer, 1 to 604800000 milliseconds, at most `frequency`.
     * @default 5000
     */
    readonly timeout?: number;
    /**
     * How often it asks, 1 to 604800 seconds.
     * @default 60
     */
    readonly frequency?: number;
  };
}

/**
 * A question that a router asks again and again (IP SLA), to know whether and how fast there is an answer.
 * IOS-XE: `ip sla <name>`.
 */
export class IpSla extends DeviceObject<'ip-sla', IpSlaProps> implements IIpSla {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIpSla {
    return new ExistingObject(scope, id, 'ip-sla', name);
  }

  constructor(scope: Construct, id: string, props: IpSlaProps) {
    super(scope, id, 'ip-sla', () => props);
  }
}
