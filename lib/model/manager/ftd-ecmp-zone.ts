import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { objectName, preference, text } from '../values';
import { notValid } from '../wording';

/**
 * Interfaces of a firewall over which routes to one network may be of equal cost (ECMP): what goes there is spread over
 * them. Routed interfaces and static tunnels; an interface is in one zone at most, and a firewall has 256 zones at most. The
 * routes name it as `ecmpZone`, so that it is there before them and goes after them.
 */
export const ftdEcmpZone = noun(
  'ftd-ecmp-zone',
  'ECMP zone',
  z.strictObject({
    /** Name on the firewall. */
    name: objectName,
    /** The firewall it is on. Set by the construct. */
    device: firewallRef,
    /** A remark that the FMC keeps; one line. */
    description: text(200).optional(),
    /** Two to eight of its interfaces: tunnels, or logical names like `outside`; their order means nothing. */
    interfaces: preference(
      z.union([ref('tunnel-interface'), objectName], {
        error: notValid('interface', "the TunnelInterface construct, or a logical name like 'outside'"),
      }),
      'interface',
    )
      .min(2, { error: 'routes are of equal cost over two interfaces: write both' })
      .max(8, { error: 'write at most eight interfaces' }),
  }),
  { within: 'device' },
);
