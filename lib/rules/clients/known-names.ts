import { commonName } from '../../model/client-suite';
import type { Resource, Target } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { Sight } from '../sight';

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

const known = new WeakMap<Sight, ReadonlySet<string>>();
/** Names and addresses by which the devices of a stack are known: where they are managed, their interfaces, their certificates. */
export const knownNames = (network: Sight): ReadonlySet<string> => {
  const made =
    known.get(network) ??
    new Set(
      network.devices
        .filter((target) => 'host' in target.settings)
        .flatMap((target) => [...hostOf(target), ...target.resources.flatMap(namesOf)])
        .map((name) => name.toLowerCase()),
    );
  known.set(network, made);
  return made;
};

/** Whether a construct path is a device of the stack, or something on one. */
export const isDevice = (network: Sight, path: string): boolean =>
  network.devices.some(
    (target) => 'host' in target.settings && (path === target.path || path.startsWith(`${target.path}/`)),
  );
