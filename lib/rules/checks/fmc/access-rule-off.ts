import type { Resource } from '../../../model/network';
import type { DeviceView } from '../../engine/network-view';
import { tunnelZones } from '../../facts/tunnel-zones';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

type AccessRule = Resource<'access-rule'>;

const sides = ['sourceZones', 'destinationZones'] as const;
const letsThrough = new Set(['allow', 'trust']);
const isInForce = ({ noun }: AccessRule): boolean => noun.enabled && letsThrough.has(noun.action);

/** A rule for a zone of a tunnel that is off, where no other of its policy lets through what it was for. */
const switchedOff = (device: DeviceView): readonly Finding[] => {
  const zones = tunnelZones(device);
  const rules = device.all('access-rule');
  return rules
    .filter(({ noun }) => !noun.enabled && letsThrough.has(noun.action))
    .flatMap((rule) => {
      const idle = sides.flatMap((side) =>
        (rule.noun[side] ?? []).filter(
          ({ name }) =>
            zones.has(name) &&
            !rules.some(
              (other) =>
                other.noun.policy.name === rule.noun.policy.name &&
                isInForce(other) &&
                (other.noun[side] ?? []).some((zone) => zone.name === name),
            ),
        ),
      );
      return idle.length === 0
        ? []
        : [
            createFinding(
              rule,
              `enabled: false, and no other rule here lets through what ${
                rule.noun.sourceZones?.some(({ name }) => name === idle[0]!.name) ? 'comes from' : 'goes to'
              } ${idle[0]!.name}, the zone of a tunnel`,
              'leave enabled out, or take the rule out',
            ),
          ];
    });
};

export const accessRuleOff: Rule = {
  id: 'TW-FMC-007',
  title: 'A rule of access control for a tunnel that is switched off',
  why: 'What comes out of a tunnel of a firewall goes through its access control policy (sysopt permit-vpn is off by default). The tunnel is up, its routes are there, and all that is sent through it is dropped: only a rule that is not in force would let it through.',
  packs: { correctness: 'warning' },
  looksAt: ['access-rule', 'tunnel-interface', 'ftd-dynamic-tunnel'],
  check: forEachDevice(switchedOff),
};
