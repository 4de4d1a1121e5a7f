import { z } from 'zod';
import { noun, ref } from './noun';
import { ipv4, objectName } from './values';

/** One end of a topology: a managed firewall with its tunnel interface, or a peer outside (extranet). */
export const vpnEndpoint = noun(
  'vpn-endpoint',
  'VPN endpoint',
  z
    .strictObject({
      /** Set by the construct: the firewall's name or the extranet name. */
      name: objectName,
      /** The topology that it is an end of. */
      topology: ref('vpn-topology'),
      /** Its part in the topology. Default: `peer`. */
      role: z.enum(['peer', 'hub', 'spoke']).default('peer'),
      /** The managed firewall; with `interface`. */
      device: ref('ftd-device').optional(),
      /** Its tunnel interface; with `device`. */
      interface: ref('tunnel-interface').optional(),
      /** Address of a peer that this FMC does not manage. */
      extranet: ipv4.optional(),
    })
    .superRefine((p, context) => {
      if ((p.device === undefined) === (p.extranet === undefined))
        context.addIssue({
          code: 'custom',
          message:
            'an endpoint is either a managed device (write device and interface) or an extranet peer (write extranet)',
        });
      if ((p.device === undefined) !== (p.interface === undefined))
        context.addIssue({
          code: 'custom',
          path: ['interface'],
          message: 'device and interface belong together: write both',
        });
    }),
  'topology',
);
