import type { TunnelState } from '../../../contract/observation';
import type { Names } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import type { JsonObject } from '../../../kernel/json';
import { isAbsent } from '../client/wording';
import type { FmcContext } from '../context';

const statuses = 'health/tunnelstatuses';
const isUp = ({ state }: JsonObject): boolean => state === 'TUNNEL_UP';
/** Whether it is of a topology: somebody may have renamed that one. */
const isOf = ({ identity, name }: RestObject, names: Names, status: JsonObject): boolean => {
  const of = status['vpnTopology'] as JsonObject | undefined;
  const id = names.find(identity)?.id;
  return id !== undefined && typeof of?.['id'] === 'string' ? of['id'] === id : of?.['name'] === name;
};

export const readStatuses = ({ client }: Pick<FmcContext, 'client'>): Promise<readonly JsonObject[]> =>
  client.list(statuses);

const endOf = (peer: JsonObject['x'] | undefined): string => {
  const { device, name } = (peer ?? {}) as { readonly device?: { readonly name?: string }; readonly name?: string };
  return device?.name ?? name ?? '?';
};

/** The tunnels of our topologies, each by its topology and, where that has several, its two ends. */
const sessionsIn = (
  topologies: readonly RestObject[],
  names: Names,
  all: readonly JsonObject[],
): readonly TunnelState[] =>
  topologies.flatMap((topology) => {
    const { name } = topology;
    const mine = all.filter((status) => isOf(topology, names, status));
    return mine.map((status) => ({
      name: mine.length === 1 ? name : `${name}: ${endOf(status['peerA'])} - ${endOf(status['peerB'])}`,
      up: isUp(status),
      detail: String(status['state']),
    }));
  });

/** How our topologies stand, a tunnel each: the FMC lists none of one that is not deployed. */
export const statesOf = (
  topologies: readonly RestObject[],
  names: Names,
  all: readonly JsonObject[],
): readonly TunnelState[] =>
  topologies.flatMap((topology) => {
    const states = sessionsIn([topology], names, all);
    return states.length > 0 ? states : [{ name: topology.name, up: false, detail: 'not deployed' }];
  });

/** The tunnels before anything is written, for what a deployment would do to them. Versions before 7.1 do not say. */
export const sessionsOf = async (
  context: FmcContext,
  scope: readonly RestObject[],
): Promise<{ readonly sessions?: readonly TunnelState[] }> => {
  const topologies = [
    ...new Map(scope.filter(({ kind }) => kind === 'vpn-topology').map((one) => [one.identity, one])).values(),
  ];
  if (topologies.length === 0 || context.staged.size > 0 || !context.target.settings.deploy) return {};
  try {
    return { sessions: sessionsIn(topologies, context.names, await readStatuses(context)) };
  } catch (error) {
    if (isAbsent(error)) return {};
    throw error;
  }
};
