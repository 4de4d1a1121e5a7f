import { commonName } from '../model/client-suite';
import type { Resource } from '../model/network';
import type { NounOf } from '../model/nouns';
import type { Device, Sight } from './sight';

/** What stands on a machine of its own, and could thus be a headend: a folder of files does not. */
const isReached = ({ settings, whole }: Device): boolean => whole || 'host' in settings;

/** Every name that a certificate of the trustpoint has. */
const certificateNames = ({ fqdn, subjectName, subjectAltName }: NounOf<'cert-trustpoint'>): readonly string[] =>
  [fqdn, subjectAltName, commonName(subjectName)]
    .filter((name) => name !== undefined)
    .filter((name) => name !== 'none');

const addressIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value.split('/')[0]!];
  const local = (value as { readonly local?: unknown } | undefined)?.local;
  return typeof local === 'string' ? [local] : [];
};

const namesOf = (resource: Resource): readonly string[] =>
  resource.kind === 'cert-trustpoint'
    ? certificateNames(resource.noun as NounOf<'cert-trustpoint'>)
    : addressIn((resource.noun as { readonly address?: unknown }).address);

/** Names and addresses by which the devices of a stack are known: where they are managed, their interfaces, their certificates. */
export const knownNames = ({ devices }: Sight): ReadonlySet<string> =>
  new Set(
    devices
      .filter(isReached)
      .flatMap(({ settings, resources }) => [
        ...('host' in settings ? [settings.host] : []),
        ...resources.flatMap(namesOf),
      ])
      .map((name) => name.toLowerCase()),
  );

/** Whether a construct path is a device of the stack, or something on one. */
export const isDevice = ({ devices }: Sight, path: string): boolean =>
  devices.filter(isReached).some((device) => path === device.path || path.startsWith(`${device.path}/`));
