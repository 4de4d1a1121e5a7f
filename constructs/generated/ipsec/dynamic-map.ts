// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `DynamicMap`. */
export interface DynamicMapProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Alternatives, lowest sequence first.
   * Allowed: at least 1.
   * ASA: `<sequence> …`, for each: `match address …`, `set ikev2 ipsec-proposal …`, `set pfs …`, `set
   * security-association lifetime seconds …`, `set security-association lifetime kilobytes …`, `set reverse-route
   * …`.
   */
  readonly entries: readonly {
    /**
     * Place among the alternatives, 1 to 65535.
     * @default 10
     */
    readonly sequence?: number;
    /**
     * What is protected: an extended list.
     * @default what the peer asks for
     */
    readonly match?: Reference<'access-list'>;
    /**
     * IPsec proposals in order of preference, at most eleven.
     * Allowed: 1 to 11 items.
     */
    readonly proposals: readonly Reference<'ipsec-transform-set'>[];
    /**
     * Diffie-Hellman group for perfect forward secrecy.
     * @default none
     */
    readonly pfs?: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24;
    /**
     * IPsec SA lifetime in seconds, 120 to 2147483647.
     * Allowed: 120 to 2147483647 seconds.
     * @default 28800
     */
    readonly lifetimeSeconds?: number;
    /**
     * IPsec SA lifetime in kilobytes, 10 to 2147483647, or `disable`: time alone counts.
     * @default 4608000
     */
    readonly lifetimeKilobytes?: number | 'disable';
    /**
     * Routes to what the peer protects, while the tunnel is up.
     * @default off
     */
    readonly reverseRoute?: true;
  }[];
}
