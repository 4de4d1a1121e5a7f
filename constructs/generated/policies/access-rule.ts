// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAccessRule } from '../references';

/** Props of `AccessRule`. */
export interface AccessRuleProps extends Placed {
  /**
   * Name on the FMC, one in its policy: up to 50 characters, no colon.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The access control policy that it stands in.
   * FMC: not in the body.
   */
  readonly policy: Reference<'access-policy'>;
  /**
   * Where it is put when it is created; rules below see only what it does not match. It cannot change by the API.
   * With `before` and `after` it is drift when it comes to stand on the other side of that rule; what others put
   * between them is none. Rules of the program with one policy and the same place stand in the order of the
   * program: one that comes later or is made again is put in between, and another order is drift, but of rules
   * with one action.
   * Allowed: one of { section: 'mandatory' }, { section: 'default' }, { category: 'NAME' }, { before: rule }, {
   * after: rule }.
   * FMC: `metadata.section` (fixed at creation), `metadata.category` (fixed at creation), `metadata.before` (fixed
   * at creation), `metadata.after` (fixed at creation), `metadata.below` (fixed at creation).
   * @default the end of the section `default`, below every rule there is
   */
  readonly place?:
    | {
        /**
         * At the end of a section: `mandatory` is looked at before the rules of policies that inherit from this one,
         * `default` after.
         */
        readonly section: 'mandatory' | 'default';
      }
    | {
        /**
         * At the end of a category, which is there.
         * Allowed: at most 64 characters.
         */
        readonly category: string;
      }
    | {
        /** Above this rule of the policy, and in its section and category. */
        readonly before: Reference<'access-rule'>;
      }
    | {
        /** Below this rule of the policy, and in its section and category. */
        readonly after: Reference<'access-rule'>;
      };
  /**
   * What is done with the traffic that it matches: `allow` looks into it where a policy of inspection says so,
   * `trust` does not.
   * FMC: `action`.
   */
  readonly action:
    'allow' | 'trust' | 'monitor' | 'block' | 'block-with-reset' | 'interactive-block' | 'interactive-block-with-reset';
  /**
   * The rule is in force.
   * FMC: `enabled`.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Zones that it comes in by, like that of a tunnel interface; no interface groups.
   * Allowed: at least 1.
   * FMC: `sourceZones.objects`.
   * @default any
   */
  readonly sourceZones?: readonly Reference<'security-zone'>[];
  /**
   * Zones that it leaves by.
   * Allowed: at least 1.
   * FMC: `destinationZones.objects`.
   * @default any
   */
  readonly destinationZones?: readonly Reference<'security-zone'>[];
  /**
   * Where it comes from: objects, groups, addresses and networks.
   * Allowed: at least 1; each a NetworkObject, an FqdnObject, a NetworkGroup, or an address or network like
   * 10.20.0.0/16 (host bits zero); a range is a NetworkObject.
   * FMC: `sourceNetworks.objects`, `sourceNetworks.literals`.
   * @default anywhere
   */
  readonly sourceNetworks?: readonly (
    Reference<'network-object'> | Reference<'network-group'> | Reference<'fqdn-object'> | string
  )[];
  /**
   * Where it goes to.
   * Allowed: at least 1; each a NetworkObject, an FqdnObject, a NetworkGroup, or an address or network like
   * 10.20.0.0/16 (host bits zero); a range is a NetworkObject.
   * FMC: `destinationNetworks.objects`, `destinationNetworks.literals`.
   * @default anywhere
   */
  readonly destinationNetworks?: readonly (
    Reference<'network-object'> | Reference<'network-group'> | Reference<'fqdn-object'> | string
  )[];
  /**
   * Ports that it comes from, of TCP or UDP: `tcp/443`, `udp/1024-65535`, or a `PortObject`.
   * Allowed: at least 1; each like tcp/443, udp/1024-65535, tcp, icmp, icmp/8, esp, gre, ahp or ospf, or give a
   * PortObject.
   * FMC: `sourcePorts.objects`, `sourcePorts.literals`.
   * @default any
   */
  readonly sourcePorts?: readonly (Reference<'port-object'> | string)[];
  /**
   * Services that it goes to: `tcp/443`, `udp/53`, `icmp`, `icmp/8` (type), `esp`, or a `PortObject`.
   * Allowed: at least 1; each like tcp/443, udp/1024-65535, tcp, icmp, icmp/8, esp, gre, ahp or ospf, or give a
   * PortObject.
   * FMC: `destinationPorts.objects`, `destinationPorts.literals`.
   * @default any
   */
  readonly destinationPorts?: readonly (Reference<'port-object'> | string)[];
  /**
   * Which events it makes.
   * FMC: `logBegin`, `logEnd`, `sendEventsToFMC`, `enableSyslog`.
   * @default none
   */
  readonly logging?: {
    /**
     * When a connection begins.
     * @default false
     */
    readonly begin?: boolean;
    /**
     * When a connection ends.
     * @default false
     */
    readonly end?: boolean;
    /**
     * Events go to the FMC.
     * @default false
     */
    readonly toFmc?: boolean;
    /**
     * Events go to the syslog servers of the policy.
     * @default false
     */
    readonly syslog?: boolean;
  };
}

/**
 * A rule of the access control policy of firewalls, which may be of others: their rules stay as and where they
 * are.
 * FMC: `policy/accesspolicies/{accesspolicies:<policy>}/accessrules`.
 */
export class AccessRule extends DeviceObject<'access-rule', AccessRuleProps> implements IAccessRule {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string, policy: Reference<'access-policy'>): IAccessRule {
    return new ExistingObject(scope, id, 'access-rule', name, { within: policy });
  }

  constructor(scope: Construct, id: string, props: AccessRuleProps) {
    super(scope, id, 'access-rule', () => props);
  }
}
