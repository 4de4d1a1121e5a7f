import type { Network, Resource, Target } from '../../model/network';
import type { NounOf } from '../../model/nouns';

/** The names in the subject and the alternative names of a certificate that a trustpoint asks for. */
export const certificateNames = (trustpoint: NounOf<'cert-trustpoint'>): readonly string[] => {
  const { fqdn, subjectName, subjectAltName } = trustpoint;
  const common = /(?:^|,) *cn *= *([^,]+)/i.exec(subjectName ?? '')?.[1]?.trim();
  return [fqdn, subjectAltName, common].filter((name): name is string => name !== undefined && name !== 'none');
};

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

/** Names and addresses by which the devices of a stack are known: where they are managed, their interfaces, their certificates. */
export const knownNames = (network: Network): ReadonlySet<string> =>
  new Set(
    network.targets
      .filter((target) => 'host' in target.settings)
      .flatMap((target) => [...hostOf(target), ...target.resources.flatMap(namesOf)])
      .map((name) => name.toLowerCase()),
  );

/** Whether a construct path is a device of the stack, or something on one. */
export const isDevice = (network: Network, path: string): boolean =>
  network.targets.some(
    (target) => 'host' in target.settings && (path === target.path || path.startsWith(`${target.path}/`)),
  );
