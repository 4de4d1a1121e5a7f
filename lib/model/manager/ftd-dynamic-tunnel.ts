import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { ipv6, objectName, text } from '../values';
import { notValid } from '../wording';

/**
 * What the tunnels of all spokes of a firewall are cloned from (dynamic virtual tunnel interface). It has no address of its
 * own, and borrows one.
 */
export const ftdDynamicTunnel = noun(
  'ftd-dynamic-tunnel',
  'dynamic tunnel interface',
  z.strictObject({
    /** `Virtual-Template` and a number of 1 to 10413, which no tunnel of the firewall has. */
    name: plain().refine(
      (name) => /^Virtual-Template[1-9]\d{0,4}$/.test(name) && Number(name.slice('Virtual-Template'.length)) <= 10413,
      { error: notValid('dynamic tunnel interface', 'it like Virtual-Template1') },
    ),
    /** The firewall it is on. Set by the construct. */
    device: firewallRef,
    /** Its logical name on the firewall. */
    ifname: objectName,
    /** The security zone of all tunnels that are cloned from it. Default: none. */
    zone: ref('security-zone').optional(),
    /** A remark that the FMC keeps; one line. */
    description: text(200).optional(),
    /**
     * What the tunnels carry, whatever they go over; the interface that they borrow from has an address of this family.
     * Default: `ipsec-ipv4`.
     */
    mode: z
      .enum(['ipsec-ipv4', 'ipsec-ipv6'], { error: notValid('mode here', "'ipsec-ipv4' or 'ipsec-ipv6'") })
      .default('ipsec-ipv4'),
    /** Whose address the tunnels have: the FtdLoopback construct, or the logical name of an interface; not the `source`. */
    unnumbered: z.union([ref('ftd-loopback'), objectName], {
      error: notValid(
        'interface to borrow an address from',
        "the FtdLoopback construct, or a logical name like 'loop'",
      ),
    }),
    /** Logical name of the interface that tunnels leave by, like `outside`. */
    source: objectName,
    /** The IPv6 address of the source interface that tunnels leave from. Default: its IPv4 address. */
    sourceIpv6Address: ipv6.optional(),
    /** Switched off by hand. Default: false. */
    shutdown: z.boolean().optional(),
  }),
  { identity: 'id', within: 'device' },
);
