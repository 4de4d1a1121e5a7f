import type { Json, JsonObject } from '../../../../kernel/json';
import { accessPolicies } from './access';
import { invalid } from '../answer';
import { list, required } from '../members';
import { natPolicies } from './nat';
import { platformSettings } from './platform-settings';
import { ravpns } from './ra-places';
import { idIn, text, unitOf, type Collection } from '../world';

export const assignments = 'assignment/policyassignments';
const policies = [natPolicies, ravpns, platformSettings, accessPolicies];
const targetsOf = (body: JsonObject): readonly Json[] => (body['targets'] ?? []) as readonly Json[];

/** Which devices a policy is for. It has the id of the policy, and there is no deleting it: it is written with fewer targets. */
export const assignment: Collection = {
  at: assignments,
  type: 'PolicyAssignment',
  verbs: ['GET', 'POST', 'PUT'],
  members: {
    policy: required({ is: 'ref', to: policies }),
    targets: list({ is: 'ref', to: ['devices/devicerecords', 'devicehapairs/ftddevicehapairs'], named: true }),
  },
  ignored: ['name', 'description'],
  idOf: (body) => idIn(body['policy']),
  derive: (body, world) => ({ ...body, name: text(world.find(idIn(body['policy']))?.item.body['name']) }),
  check: (world, { id, body }) => {
    const [kind] = policies.filter((at) => world.store.get(at)?.has(id));
    targetsOf(body).forEach((target) => {
      const unit = unitOf(world, idIn(target));
      if (unit?.id !== idIn(target))
        throw invalid(`Invalid device UUID: ${idIn(target)} is part of the container ${unit?.name}`);
      /** A device has one policy of a kind. Unproven: that the FMC refuses, and does not move the device. */
      const rival = [...(world.store.get(assignments)?.values() ?? [])].find(
        (other) =>
          other.id !== id &&
          (world.store.get(kind!)?.has(other.id) ?? false) &&
          targetsOf(other.body).some((one) => idIn(one) === idIn(target)),
      );
      if (rival) throw invalid(`Device ${unit.name} is already assigned to ${text(rival.body['name'])}`);
    });
  },
  scope: 'holder',
};
