import type { Construct } from 'constructs';
import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';
import { declare } from '../../../lib/synth/declaration';
import type { VpnEnd } from './pairs';

/** Says of the object that rules take for an end where its peers reach it. */
export const sayReached = (object: Construct, { address }: VpnEnd): void => {
  if (isIpv4(address) || isIpv6(address)) declare(object, { as: 'reached', address });
};
