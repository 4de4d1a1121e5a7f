import type { Construct } from 'constructs';
import type { FtdDevice } from '../../devices/fmc';
import { AccessRule } from '../../generated/policies/access-rule';
import { networkOn } from '../shared/fmc';
import type { Pair, TunnelEnd } from './pairs';

/** The rules that let the traffic of one tunnel through a firewall: what comes out of it, and what goes into it. */
export const letThrough = (
  scope: Construct,
  { fmc }: FtdDevice,
  own: TunnelEnd,
  far: TunnelEnd,
  pair: Pair,
): readonly AccessRule[] => {
  const { accessRules, networks, zone } = own.end;
  if (accessRules === undefined) return [];
  const { policy, place = { section: 'mandatory' }, inside, outside, logging } = accessRules;
  const tunnel = [zone ?? outside!];
  const within = inside === undefined ? undefined : [inside];
  const [here, there] = [networks, far.end.networks].map((all) => all.map((each) => networkOn(fmc, each)));
  const common = { policy, place, logging, action: 'allow' } as const;
  return [
    new AccessRule(scope, 'access-in', {
      ...common,
      name: `${pair.name} in`,
      sourceZones: tunnel,
      destinationZones: within,
      sourceNetworks: there,
      destinationNetworks: here,
    }),
    new AccessRule(scope, 'access-out', {
      ...common,
      name: `${pair.name} out`,
      sourceZones: within,
      destinationZones: tunnel,
      sourceNetworks: here,
      destinationNetworks: there,
    }),
  ];
};
