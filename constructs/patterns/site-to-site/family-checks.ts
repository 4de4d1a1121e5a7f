import type { Violation } from '../../core/checks';
import { AsaFirewall } from '../../devices/asa-firewall';
import { familyOf, strangersTo, type Family } from '../shared/family';
import type { VpnEnd } from './pairs';

/** Two ends talk in one family; IPv6 where the platform has it; and a tunnel carries the family of its addresses. */
export const familyViolations = (ends: readonly VpnEnd[]): readonly Violation[] => [
  ...mixed(ends),
  ...ends.flatMap((end, i): readonly Violation[] => {
    const at = `ends[${i}]`;
    const inside = familyInside(end, ends.length > 2);
    const faults: Violation[] = [];
    if (inside === 'IPv6' && AsaFirewall.isAsaFirewall(end.device))
      faults.push([`${at}.tunnel`, 'an ASA has IPv4 in its tunnels here: write an address like 10.58.1.1/30']);
    const strangers = inside === undefined ? [] : strangersTo(inside, end.networks);
    return [...faults, ...strangers.map((words): Violation => [`${at}.networks`, words])];
  }),
];

/** What goes through the tunnels of an end: of a mesh IPv4, as its addresses are. Undefined: not known. */
const familyInside = ({ tunnel, type }: VpnEnd, mesh: boolean): Family | undefined => {
  if (type === 'policy-based') return undefined;
  if (mesh) return 'IPv4';
  return tunnel === undefined ? undefined : familyOf(tunnel);
};

const mixed = (ends: readonly VpnEnd[]): readonly Violation[] => {
  const [first, ...others] = ends.flatMap(({ address }) => familyOf(address) ?? []);
  return others.some((other) => other !== first)
    ? [['ends', 'some addresses are IPv4 and some IPv6, which do not reach each other: write one family']]
    : [];
};
