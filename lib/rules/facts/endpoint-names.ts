import { commonName } from '../../model/clients/client-suite';
import { elsewhere } from '../../model/clients/headend';
import type { Resource, Target } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { ClientHost } from '../../model/clients/secure-client-hosts';
import type { DeviceView, NetworkView } from '../engine/network-view';

/** Every name that a certificate of the trustpoint has. */
const certificateNames = ({ fqdn, subjectName, subjectAltName }: NounOf<'cert-trustpoint'>): readonly string[] =>
  [fqdn, subjectAltName, commonName(subjectName)].filter((name) => name !== undefined && name !== 'none') as string[];

const addressIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value.split('/')[0]!];
  const local = (value as { readonly local?: unknown } | undefined)?.local;
  return typeof local === 'string' ? [local] : [];
};

const namesOf = (resource: Resource): readonly string[] =>
  resource.kind === 'cert-trustpoint'
    ? certificateNames(resource.noun as NounOf<'cert-trustpoint'>)
    : addressIn((resource.noun as { readonly address?: unknown }).address);

const hostOf = ({ settings }: Target): readonly string[] => ('host' in settings ? [settings.host] : []);
const isReached = ({ settings }: Target): boolean => 'host' in settings;

const known = new WeakMap<NetworkView, ReadonlyMap<string, DeviceView>>();
/** Names and addresses by which the devices of a stack are known: where they are managed, their interfaces, their certificates. */
export const endpointNames = (network: NetworkView): ReadonlyMap<string, DeviceView> => {
  const made =
    known.get(network) ??
    new Map(
      network.devices
        .filter(isReached)
        .flatMap((device) =>
          [...hostOf(device), ...device.resources.flatMap(namesOf)].map(
            (name) => [name.toLowerCase(), device] as const,
          ),
        ),
    );
  known.set(network, made);
  return made;
};

const isBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`);

/** The device of the stack that a construct path is, or is on; of a composite, the one that has its objects. */
export const deviceAt = (network: NetworkView, path: string): DeviceView | undefined => {
  const reached = network.devices.filter(isReached);
  return (
    reached.find((device) => isBelow(path, device.path)) ??
    reached.find((device) => device.resources.some((resource) => isBelow(resource.path, path)))
  );
};

/** The device that answers where a client connects to, as far as it is of this stack. */
export const headendOf = (host: ClientHost, network: NetworkView): DeviceView | undefined => {
  if (typeof host === 'string') return endpointNames(network).get(host.toLowerCase());
  return host.headend === elsewhere ? undefined : deviceAt(network, host.headend);
};
