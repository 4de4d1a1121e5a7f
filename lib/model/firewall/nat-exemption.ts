import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName } from '../values';
import { plain } from '../plain-text';
import { notValid } from '../wording';

const networks = z.union([ref('network-object'), ref('network-group')], {
  error: notValid('network', 'a NetworkObject or a NetworkGroup'),
});

/**
 * Traffic into a tunnel that keeps its addresses, whatever else translates them: identity NAT of both ends. An ASA takes
 * the first rule that fits (Cisco ASA firewall CLI configuration guide, "NAT and VPN"), and this one stands behind those
 * of the same section that are there already.
 */
export const natExemption = noun(
  'nat-exemption',
  'NAT exemption',
  z.strictObject({
    /** Interfaces and objects, by which the rule is known. */
    name: plain(),
    /** The interface of the networks here, by its logical name: `inside`. */
    inside: objectName,
    /** The interface of the tunnel, by its logical name: `outside`, or that of a tunnel interface. */
    outside: objectName,
    /** The networks here: an object, or a group of them. Default: all. */
    networks: networks.optional(),
    /** The other end, an object or a group: its networks, or the addresses of users. */
    peers: networks,
  }),
  { identity: ({ inside, outside, networks = 'any', peers }) => [inside, outside, networks, peers].join('/') },
);
