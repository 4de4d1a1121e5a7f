import { z } from 'zod';
import { ipFields, tunnelFields } from './interface-fields';
import { noun } from '../noun';
import { objectName, text } from '../values';
import { tunnelMode, tunnelProtection } from './tunnel-mode';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/**
 * What the tunnel of each peer is cloned from. It borrows an address (a fixed one is not supported) and has no
 * destination: peers bring theirs.
 */
export const virtualTemplate = noun(
  'virtual-template',
  'virtual template',
  z.strictObject({
    /** `Virtual-Template` and a number of 1 to 4095. */
    name: plain().refine((name) => /^Virtual-Template[1-9]\d{0,3}$/.test(name) && Number(name.slice(16)) <= 4095, {
      error: notValid('virtual template', 'it like Virtual-Template1'),
    }),
    /** A remark that the device keeps; one line. */
    description: text(200).optional(),
    ...ipFields,
    ...tunnelFields,
    /** What a tunnel carries and by what. Default: `ipsec-ipv4`; with `mode: 'auto'` in the profile peers decide. */
    mode: tunnelMode.default('ipsec-ipv4'),
    /** Interface or address that tunnels leave by. Default: where the peer came in. */
    source: objectName.optional(),
    /** The IPsec profile. It may refer back to the IKEv2 profile that names this template. */
    protection: tunnelProtection.optional(),
  }),
  { identity: 'id' },
);
