import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun } from '../noun';
import { objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** An interface that is looked up by its logical name. */
const member = z.strictObject({
  /** The firewall, or the pair: `fmc.ftd('NAME')`. */
  device: firewallRef,
  /** Its logical name, like `outside`. */
  interface: objectName,
});

/**
 * A security zone of the FMC, or an interface group: what rules of access control and NAT, and policies of remote access,
 * name instead of interfaces.
 */
export const securityZone = noun(
  'security-zone',
  'security zone',
  z
    .strictObject({
      /** Name on the FMC, which is one over zones and groups, whatever its case. */
      name: text(128),
      /**
       * `zone`: an interface is in one at most, and says itself in which. `interface-group`: an interface may be in several,
       * and the group names them. Default: `zone`.
       */
      type: z
        .enum(['zone', 'interface-group'], { error: notValid('type', "'zone' or 'interface-group'") })
        .default('zone'),
      /** What its interfaces do. Tunnels and VPNs are in `routed` ones. Default: `routed`. */
      mode: z
        .enum(['routed', 'switched', 'inline', 'passive'], {
          error: notValid('mode', 'one of routed, switched, inline, passive'),
        })
        .default('routed'),
      /** The interfaces of a group, all of them. Not of a zone: a tunnel says its `zone` itself. */
      interfaces: preference(member, 'interface').optional(),
    })
    .superRefine(({ type, interfaces }, context) => {
      const issue = (message: string) => context.addIssue({ code: 'custom', path: ['interfaces'], message });
      if (type === 'zone' && interfaces !== undefined)
        issue(
          "an interface says itself in which zone it is: leave interfaces out, and write zone on the tunnel, or type: 'interface-group'",
        );
      if (type === 'interface-group' && interfaces === undefined)
        issue("a group names its interfaces: write them like { device: fmc.ftd('pair'), interface: 'outside' }");
    }),
);
