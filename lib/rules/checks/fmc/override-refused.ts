import type { Resource } from '../../../model/network';
import type { Kind } from '../../../model/nouns';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';
import { isOverride, overrideKinds } from '../../facts/overrides';

const sortOf = (value: string): string => (value.includes('-') ? 'range' : value.includes('/') ? 'network' : 'host');

/** What is not of the same type as its object; one that is only looked up says its type too. */
const otherType = (override: Resource<'secure-client-attribute-override'>, device: DeviceView): readonly Finding[] => {
  const { object, type } = override.noun;
  const own = device.to(object)?.noun.type ?? object.key?.['type'];
  return own === undefined || own === type
    ? []
    : [createFinding(override, `it is of the type ${type}, and ${object.name} of ${own}`, `write type: '${own}'`)];
};

/** A host stays a host: the FMC keeps the three in lists of their own. */
const otherSort = (override: Resource, device: DeviceView): readonly Finding[] => {
  if (override.kind === 'secure-client-attribute-override')
    return otherType(override as Resource<'secure-client-attribute-override'>, device);
  if (override.kind !== 'network-object-override') return [];
  const { object, value } = (override as Resource<'network-object-override'>).noun;
  const own = device.to(object)?.noun.value;
  if (own === undefined || sortOf(own) === sortOf(value)) return [];
  return [
    createFinding(
      override,
      `${value} is a ${sortOf(value)}, and ${object.name} a ${sortOf(own)}`,
      sortOf(own) === 'network' && sortOf(value) === 'host'
        ? `write ${value} with a length, like ${value}/32`
        : `write a ${sortOf(own)} like ${own}`,
    ),
  ];
};

export const overrideRefused: Rule = {
  id: 'TW-FMC-009',
  title: 'An override that its object does not take',
  why: 'Only an object that allows overrides has another value on single firewalls (Cisco, object overrides), and its override is written to the list that the object itself is in: a host of a host, a network of a network; an attribute keeps its type. The FMC refuses the rest.',
  packs: { correctness: 'error' },
  looksAt: ['network-object', 'secure-client-attribute', ...overrideKinds],
  check: forEachDevice((device) =>
    overrideKinds
      .flatMap((kind): readonly Resource[] => device.all(kind))
      .filter(isOverride)
      .flatMap((override) => {
        const object = device.to<Kind>(override.noun.object);
        if (object === undefined) return otherSort(override, device);
        return (object.noun as { readonly overridable?: boolean }).overridable === true
          ? otherSort(override, device)
          : [createFinding(override, `${object.name} is not overridable`, `write overridable: true on ${object.path}`)];
      }),
  ),
};
