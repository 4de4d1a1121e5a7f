import { tunnelZones } from '../../facts/tunnel-zones';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

const bypasses = ['vpn-topology', 'ra-vpn-policy'] as const;

export const accessBypassed: Rule = {
  id: 'TW-FMC-008',
  title: 'A rule for a tunnel whose traffic goes past access control',
  why: 'With bypassAccessControl (sysopt permit-vpn), which a firewall has once for all its tunnels, no rule is asked about what comes out of a tunnel: a rule that blocks it is never looked at, and all is let through; one that allows it says what is so without it.',
  packs: { correctness: 'warning' },
  looksAt: ['access-rule', 'tunnel-interface', 'ftd-dynamic-tunnel', 'vpn-topology', 'ra-vpn-policy'],
  check: forEachDevice((device) => {
    const zones = tunnelZones(device);
    const [past] = bypasses.flatMap((kind) => device.all(kind).filter(({ noun }) => noun.bypassAccessControl === true));
    if (past === undefined) return [];
    return device
      .all('access-rule')
      .filter(({ noun }) => noun.enabled)
      .flatMap((rule) => {
        const zone = rule.noun.sourceZones?.find(({ name }) => zones.has(name));
        return zone === undefined
          ? []
          : [
              createFinding(
                rule,
                `${rule.noun.action.includes('block') ? 'blocks' : 'is about'} what comes from ${zone.name}, the zone of a tunnel, and ${past.path} says bypassAccessControl: true: no rule is asked`,
                'leave bypassAccessControl out, and allow what is to come through by rules, or filter by the group policy',
              ),
            ];
      });
  }),
};
