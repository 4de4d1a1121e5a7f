import type { Resource } from '../model/network';
import type { Ref } from '../model/noun';
import type { Kind } from '../model/nouns';
import type { Device, Sight } from './sight';

/** Every section of the Duo proxy that answers devices, and what rules ask of all of them. */
export interface DuoServer {
  readonly device: Device;
  readonly resource: Resource;
  readonly failmode: 'safe' | 'secure';
  readonly port: number;
  readonly interface: string | undefined;
  readonly callers: readonly { readonly address: string }[];
  readonly client: Ref | undefined;
}

const kinds: readonly Kind[] = [
  'duo-radius-server-auto',
  'duo-radius-server-challenge',
  'duo-radius-server-concat',
  'duo-radius-server-iframe',
  'duo-radius-server-duo-only',
  'duo-radius-server-eap',
];

export const duoServersOn = (device: Device): readonly DuoServer[] =>
  kinds.flatMap((kind) =>
    device.all(kind).map((resource) => {
      const noun = resource.noun as unknown as Omit<DuoServer, 'device' | 'resource'>;
      return { ...noun, device, resource };
    }),
  );

const made = new WeakMap<Sight, ReadonlyMap<string, readonly DuoServer[]>>();
/** The Duo servers that a device reaches at an address, by `address port`. */
export const duoServersAt = (network: Sight, address: string, port: number): readonly DuoServer[] => {
  const known =
    made.get(network) ??
    network.devices.reduce((all, device) => {
      const { host } = device.settings as { readonly host?: string };
      for (const server of duoServersOn(device)) {
        const key = `${server.interface ?? host} ${server.port}`;
        all.set(key, [...(all.get(key) ?? []), server]);
      }
      return all;
    }, new Map<string, readonly DuoServer[]>());
  made.set(network, known);
  return known.get(`${address} ${port}`) ?? [];
};

/** The RADIUS servers of a device that are a Duo proxy of this stack. */
export const duoAskedBy = (
  device: Device,
  network: Sight,
): readonly { readonly radius: Resource<'radius-server'>; readonly servers: readonly DuoServer[] }[] =>
  device.all('radius-server').flatMap((radius) => {
    const { address } = radius.noun;
    const servers = duoServersAt(network, address.host, address.authPort);
    return servers.length === 0 ? [] : [{ radius, servers }];
  });
