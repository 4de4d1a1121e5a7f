import type { Violation } from '../../core/checks';
import { FtdDevice } from '../../devices/fmc';
import type { VpnEnd } from './pairs';

const refusalOf = ({ device, type, zone, accessRules }: VpnEnd): string | undefined => {
  if (accessRules === undefined) return undefined;
  if (!FtdDevice.isFtdDevice(device))
    return 'only a firewall behind an FMC has an access control policy: leave accessRules out';
  if (type === 'policy-based')
    return accessRules.outside === undefined
      ? 'write outside too, the zone of the interface that faces the peers: without a zone the rules would let in what comes by any interface'
      : undefined;
  if (accessRules.outside !== undefined)
    return 'the traffic comes by the tunnel interface: leave outside out, and write zone at this end';
  return zone === undefined
    ? 'write zone at this end, that of its tunnel interface: without it the rules would let in what comes by any interface'
    : undefined;
};

/** Rules of access control name the zone that the traffic of the VPN comes by. */
export const accessViolations = (ends: readonly VpnEnd[]): readonly Violation[] =>
  ends.flatMap((end, i): readonly Violation[] => {
    const why = refusalOf(end);
    return why === undefined ? [] : [[`ends[${i}].accessRules`, why]];
  });
