import { z } from 'zod';
import { noun, ref } from './noun';
import { dhGroup, integer, objectName, preference, text } from './values';

/** What protects a tunnel interface: transform sets, lifetimes, perfect forward secrecy, and the IKEv2 profile. */
export const ipsecProfile = noun(
  'ipsec-profile',
  'IPsec profile',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** A remark that the device keeps; one line. */
    description: text(200).optional(),
    /** Transform sets in order of preference, at most six. */
    transformSets: preference(ref('ipsec-transform-set'), 'transform set').max(6, { error: 'write at most six transform sets' }),
    /** IPsec SA lifetime in seconds, 120 to 2592000. Default: 3600. */
    lifetimeSeconds: integer(120, 2592000, 'seconds').optional(),
    /** IPsec SA lifetime in kilobytes, 2560 to 4294967295. Default: 4608000. */
    lifetimeKilobytes: integer(2560, 4294967295, 'kilobytes').optional(),
    /** Diffie-Hellman group for perfect forward secrecy. Default: none. */
    pfs: dhGroup.optional(),
    /** The IKEv2 profile of the peers that it protects. */
    ikev2Profile: ref('ikev2-profile'),
  }),
);
