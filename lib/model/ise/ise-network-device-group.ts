import { z } from 'zod';
import { noun } from '../noun';
import { text } from '../values';
import { deviceGroupPath, nameOfPath } from './device-group-path';

/**
 * A group of network devices (Administration > Network Device Groups): rules of a policy set ask for it in the
 * dictionary DEVICE. The group above it must be there.
 */
export const iseNetworkDeviceGroup = noun(
  'ise-network-device-group',
  'ISE network device group',
  z.strictObject({
    name: text(256),
    /** Its path from the root, as ISE writes it: `Device Type#All Device Types#VPN`. */
    path: deviceGroupPath,
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
  }),
  { identity: ({ path }) => (path === undefined ? undefined : nameOfPath(path)) },
);
