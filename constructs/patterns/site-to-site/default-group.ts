import type { Violation } from '../../core/checks';
import { findOn } from '../../core/services';
import { AsaFirewall } from '../../devices/asa-firewall';
import { isDynamic, type VpnEnd } from './pairs';

/** The tunnel group of an ASA for all site-to-site peers whose address is not known. */
export const defaultGroup = 'DefaultL2LGroup';

/** An ASA has one such group, so that a second peer that calls would be proven as the first is. */
export const defaultGroupViolations = (ends: readonly VpnEnd[]): readonly Violation[] => {
  const caller = ends.findIndex(isDynamic);
  if (caller === -1) return [];
  return ends.flatMap(({ device }): readonly Violation[] => {
    const other = AsaFirewall.isAsaFirewall(device) ? findOn(device, 'tunnel-group', defaultGroup) : undefined;
    if (other === undefined) return [];
    return [
      [
        `ends[${caller}].peer`,
        `${device.node.id} has one tunnel group for all peers whose address is not known, ${defaultGroup}, and ${other.node.path} writes it: declare one SiteToSiteVpn with one dynamic peer for all of them, or give this peer an address`,
      ],
    ];
  });
};
