// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IRadiusServer } from '../references';

/** Props of `RadiusServer`. */
export interface RadiusServerProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Its address; ports 1812 and 1813 unless others are given.
   * IOS-XE: `address …`.
   */
  readonly address:
    | string
    | {
        /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
        readonly host: string;
        /**
         * Allowed: 1 to 65535.
         * @default 1812
         */
        readonly authPort?: number;
        /**
         * Allowed: 1 to 65535.
         * @default 1813
         */
        readonly acctPort?: number;
      };
  /**
   * Shared secret. Only ever a `Secret`.
   * IOS-XE: `key …`.
   */
  readonly key: SecretRef;
  /**
   * Seconds to wait for an answer, 1 to 1000. A Duo push takes 60 and more.
   * Allowed: 1 to 1000 seconds.
   * IOS-XE: `timeout …`.
   * @default 5
   */
  readonly timeout?: number;
  /**
   * How often to ask again, 0 to 100.
   * IOS-XE: `retransmit …`.
   * @default 3
   */
  readonly retransmit?: number;
  /**
   * Ask the server by itself whether it lives, as a user that it need not know: every so many minutes (`idleTime`,
   * 1 to 35791, default 60), or only while it is thought dead (`probeOn`). IOS-XE only.
   * IOS-XE: `automate-tester username …`.
   * @default never
   */
  readonly automateTester?: {
    readonly username: string;
    readonly ignoreAuthPort?: true;
    readonly ignoreAcctPort?: true;
    /** Allowed: 1 to 35791 minutes. */
    readonly idleTime?: number;
    readonly probeOn?: true;
  };
  /**
   * Key of the protected access credential (TrustSec). Only ever a `Secret`. IOS-XE only.
   * IOS-XE: `pac key …`.
   * @default none
   */
  readonly pacKey?: SecretRef;
  /**
   * The server must sign its answers (RFC 2869 section 5.14, RFC 3579 section 3.2). FMC only.
   * Not on IOS-XE: IOS-XE checks it by itself: leave messageAuthenticator out.
   * @default false
   */
  readonly messageAuthenticator?: boolean;
  /**
   * Zone over which the server is reached. FMC only.
   * Not on IOS-XE: IOS-XE has no zones here: leave zone out.
   * @default what the routing table says
   */
  readonly zone?: Reference<'security-zone'>;
  /**
   * Traffic that is redirected until posture is known. FMC only.
   * Not on IOS-XE: IOS-XE has no such list here: leave redirectList out.
   * @default none
   */
  readonly redirectList?: Reference<'access-list'>;
}

/**
 * A RADIUS server. For Duo this is the authentication proxy, and `timeout` must outlast the push.
 * IOS-XE: `radius server <name>`.
 * FMC: written inside the objects that refer to it.
 */
export class RadiusServer extends DeviceObject<'radius-server', RadiusServerProps> implements IRadiusServer {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IRadiusServer {
    return new ExistingObject(scope, id, 'radius-server', name);
  }

  constructor(scope: Construct, id: string, props: RadiusServerProps) {
    super(scope, id, 'radius-server', () => props);
  }
}
