// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAsaGroupPolicy } from '../references';

/** Props of `AsaGroupPolicy`. */
export interface AsaGroupPolicyProps extends Placed {
  /**
   * Name on the device. `DfltGrpPolicy` is there by itself and can only be reset.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * How users may connect.
   * Allowed: at least 1.
   */
  readonly tunnelProtocols?: readonly ('ikev1' | 'ikev2' | 'l2tp-ipsec' | 'ssl-client' | 'ssl-clientless')[];
  /** DNS servers, at most two; or `none`. */
  readonly dnsServers?: readonly string[] | 'none';
  /** WINS servers, at most two; or `none`. */
  readonly winsServers?: readonly string[] | 'none';
  /**
   * Domain of the users; or `none`.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   */
  readonly defaultDomain?: string;
  /**
   * What goes through the tunnel. Windows' own client takes no split tunnel.
   * @default everything
   */
  readonly splitTunnelPolicy?: 'tunnelall' | 'tunnelspecified' | 'excludespecified';
  /** The networks that the policy speaks of; or `none`. */
  readonly splitTunnelNetworks?: Reference<'access-list'> | 'none';
  /** Domains that are asked of the tunnel's DNS servers; or `none`. */
  readonly splitDns?: readonly string[] | 'none';
  /** What users may reach; or `none`: all that the firewall lets through. */
  readonly filter?: Reference<'access-list'> | 'none';
  /** Pools for the users, instead of those of the tunnel group; or `none`. */
  readonly addressPools?: readonly Reference<'address-pool'>[] | 'none';
  /**
   * Minutes without traffic until the session ends, 1 to 35791394, or `none`.
   * Allowed: minutes of 1 to 35791394, or 'none'.
   * @default 30
   */
  readonly idleTimeout?: number | 'none';
  /**
   * Minutes until the session ends, 1 to 35791394, or `none`.
   * Allowed: minutes of 1 to 35791394, or 'none'.
   * @default none
   */
  readonly sessionTimeout?: number | 'none';
  /**
   * Sessions that a user may have at once, 0 to 2147483647; 0 forbids logins.
   * @default 3
   */
  readonly simultaneousLogins?: number;
  /**
   * What users read after the login: one line, or several, of which some may be empty; or `none`.
   * Allowed: at most 491 characters.
   */
  readonly banner?: string | readonly string[];
  /**
   * The users stay in this tunnel group: users of others do not get this policy; or `none`.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   */
  readonly groupLock?: string;
  /** An AnyConnect profile, by the name under which `webvpn` knows it. */
  readonly anyconnectProfile?: string;
  /**
   * What Secure Client is told besides, one value of each attribute: domains of a dynamic split tunnel, for one.
   * Allowed: at least 1.
   */
  readonly customAttributes?: readonly Reference<'asa-client-attribute'>[];
}

/**
 * What users of an ASA get once they are in: `group-policy`. What is left out comes from DfltGrpPolicy; `none`
 * is an answer of its own, and DfltGrpPolicy is not asked.
 * ASA: lines at the top level.
 */
export class AsaGroupPolicy extends DeviceObject<'asa-group-policy', AsaGroupPolicyProps> implements IAsaGroupPolicy {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAsaGroupPolicy {
    return new ExistingObject(scope, id, 'asa-group-policy', name);
  }

  constructor(scope: Construct, id: string, props: AsaGroupPolicyProps = {}) {
    super(scope, id, 'asa-group-policy', () => props);
  }
}
