import type { Violation } from '../../core/checks';
import { isDynamic, type VpnEnd } from './pairs';

/** BGP is spoken at both ends of a tunnel interface, over IPv4. */
export const bgpViolations = (ends: readonly VpnEnd[]): readonly Violation[] => {
  if (ends.every(({ bgp }) => bgp === undefined)) return [];
  const dynamic = ends.some(isDynamic);
  return ends.flatMap((end, i): readonly Violation[] => {
    const at = `ends[${i}].bgp`;
    if (end.bgp === undefined) return [[at, 'is missing: another end has it, so write it at all ends']];
    if (end.type === 'policy-based') return [[at, 'BGP needs a tunnel interface: leave type out, or bgp']];
    if (dynamic)
      return [[at, 'BGP needs an address in the tunnel, which that of a peer that calls has not: leave bgp out']];
    if (end.tunnel?.includes(':')) return [[at, 'BGP is written for IPv4 in the tunnel: leave bgp out']];
    return [];
  });
};
