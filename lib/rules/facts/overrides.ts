import type { Resource } from '../../model/network';
import type { Ref } from '../../model/noun';
import type { Kind } from '../../model/nouns';
import type { DeviceView } from '../engine/network-view';

/** The kinds that say what an object of the FMC is on one firewall. */
export const overrideKinds = [
  'network-object-override',
  'fqdn-object-override',
  'network-group-override',
  'url-object-override',
  'address-pool-override',
  'ipv6-address-pool-override',
  'cert-trustpoint-override',
  'saml-server-override',
  'secure-client-attribute-override',
] as const satisfies readonly Kind[];
type OverrideKind = (typeof overrideKinds)[number];

export const isOverride = (resource: Resource): resource is Resource<OverrideKind> =>
  overrideKinds.some((kind) => kind === resource.kind);

type Overridden = { [O in OverrideKind]: O extends `${infer K}-override` ? K : never }[OverrideKind];

/** What the program declares an object to be on a firewall, where that is another value than the object's own. */
export const overrideOn = <K extends Overridden>(
  { ref, name }: Ref<K>,
  firewall: string | undefined,
  device: DeviceView,
): Resource<`${K}-override`> | undefined =>
  firewall === undefined ? undefined : device.find(`${ref}-override`, `${name}/${firewall}`);

/** What an object is on a firewall: itself, or with the values of its override. */
export const asOn = <K extends Overridden>(
  ref: Ref<K>,
  firewall: string | undefined,
  device: DeviceView,
): Resource<K> | undefined => {
  const own = overrideOn(ref, firewall, device);
  return own === undefined
    ? device.to(ref)
    : ({ ...own, kind: ref.ref, name: ref.name, noun: { ...own.noun, name: ref.name } } as unknown as Resource<K>);
};
