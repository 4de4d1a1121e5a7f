import type { Resource } from '../../model/network';
import { isRef, type Ref } from '../../model/noun';
import type { NounOf } from '../../model/nouns';
import type { DeviceView } from '../engine/network-view';

/** Seconds that a device waits for one answer: where nothing is written, IOS-XE 5 and an ASA 10. */
export const serverWait = ({ noun }: Resource<'radius-server'>): number => noun.timeout ?? 5;
export const hostWait = ({ timeout = 10 }: NounOf<'aaa-server'>['hosts'][number]): number => timeout;

/** RADIUS servers that a login list asks by name. */
export const radiusServersOf = (
  list: Resource<'aaa-authentication-list'> | undefined,
  device: DeviceView,
): readonly Resource<'radius-server'>[] =>
  (list?.noun.methods ?? []).flatMap((method) => {
    const servers = isRef(method) ? (device.to(method)?.noun.servers ?? []) : [];
    return servers.flatMap((server) =>
      server.ref === 'radius-server' ? (device.find('radius-server', server.name) ?? []) : [],
    );
  });

/** How long a device waits for a server. */
export interface Wait {
  readonly server: string;
  readonly seconds: number;
}

/** How long the slowest server of a list may take for one answer. */
export const radiusWaitOf = (
  list: Resource<'aaa-authentication-list'> | undefined,
  device: DeviceView,
): Wait | undefined => {
  const waits = radiusServersOf(list, device).map((server) => ({
    server: server.name,
    seconds: serverWait(server),
  }));
  return waits.sort((a, b) => b.seconds - a.seconds)[0];
};

/** How long an ASA waits for each host of a group. */
export const hostWaits = (servers: Ref<'aaa-server'> | 'LOCAL' | undefined, device: DeviceView): readonly Wait[] =>
  (isRef(servers) ? (device.to(servers)?.noun.hosts ?? []) : []).map((host) => ({
    server: host.host,
    seconds: hostWait(host),
  }));
