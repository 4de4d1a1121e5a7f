import { z } from 'zod';
import { noun, ref } from './noun';
import { integer, ipv4, ipv4Interface, objectName, text } from './values';
import { isNo } from './wording';

/** A route-based tunnel: a virtual tunnel interface in IPsec mode. */
export const tunnelInterface = noun(
  'tunnel-interface',
  'tunnel interface',
  z.strictObject({
    /** `Tunnel` and a number of 0 to 10413 (the FMC's highest; IOS-XE goes to 2147483647). */
    name: z
      .string()
      .refine((name) => /^Tunnel(0|[1-9]\d{0,9})$/.test(name) && Number(name.slice('Tunnel'.length)) <= 2147483647, {
        error: isNo('tunnel interface', 'it like Tunnel100'),
      }),
    /** The firewall it is on. FMC only, where it is set by the construct. */
    device: ref('ftd-device').optional(),
    /** Logical name. FMC only, required there. */
    ifname: objectName.optional(),
    /** A remark that the device keeps; one line. */
    description: text(200).optional(),
    /** Address with prefix length. */
    address: ipv4Interface,
    /** Largest IP packet in bytes, 68 to 9216. Default: the device's. IOS-XE only. */
    ipMtu: integer(68, 9216, 'bytes').optional(),
    /** Largest TCP segment in bytes, 500 to 1460. Default: not adjusted. IOS-XE only. */
    tcpMss: integer(500, 1460, 'bytes').optional(),
    /** What the tunnel carries and by what: IPv4 in IPsec. */
    mode: z.literal('ipsec-ipv4').default('ipsec-ipv4'),
    /** Interface that the tunnel leaves by: `GigabitEthernet0/0`; on the FMC its logical name. */
    source: objectName,
    /** The peer's address. IOS-XE only, required there: on the FMC it is the other endpoint of the topology. */
    destination: ipv4.optional(),
    /** Front VRF of the tunnel. Default: global. IOS-XE only. */
    tunnelVrf: objectName.optional(),
    /** IOS-XE only, required there. */
    protection: ref('ipsec-profile').optional(),
  }),
  'device',
);
