import type { Item } from '../../desired/item';
import type { RestObject } from '../../desired/rest/object';
import { problem, type Problem } from '../../kernel/problem';

/** The first version whose REST API writes a collection. Later ones of single fields stand in the grammar of the noun. */
const floors: readonly (readonly [string, string])[] = [
  ...[
    'policy/ravpns',
    'object/grouppolicies',
    'object/radiusservergroups',
    'object/ssoservers',
    'object/ipv4addresspools',
    'object/ipv6addresspools',
    'object/certificatemaps',
    'object/certenrollments',
    'object/anyconnectprofiles',
    'object/anyconnectpackages',
    // Sources differ between 7.1 and 7.2 for access lists.
    'object/standardaccesslists',
    'object/extendedaccesslists',
  ].map((collection) => [collection, '7.2'] as const),
  ['policy/ftds2svpns', '6.3'],
];
/** Route-based VPN came later than the topologies. */
const tunnelInterfaces = 'virtualtunnelinterfaces';

const floorOf = (collection: string): string | undefined =>
  collection.endsWith(tunnelInterfaces)
    ? '6.7'
    : floors.find(([at]) => collection === at || collection.startsWith(`${at}/`))?.[1];

const isBefore = (version: string, floor: string): boolean => {
  const [[major = 0, minor = 0], [wanted = 0, least = 0]] = [version, floor].map((one) =>
    one.split('.').map(Number),
  ) as [number[], number[]];
  return major < wanted || (major === wanted && minor < least);
};

/** What this version cannot be given over its REST API: each construct once. */
export const tooEarly = (items: readonly Item<RestObject>[], version: string): readonly Problem[] => {
  const late = items.filter(({ content }) => isBefore(version, floorOf(content.collection) ?? '0'));
  return [...new Map(late.map((item) => [item.path, item])).values()].map(({ path, address, content }) =>
    problem(
      'version.missing',
      path,
      `${address}: the FMC ${version} cannot write it over its REST API, from ${floorOf(content.collection)} on it can`,
      'upgrade the FMC, or make it in the GUI and do not declare it',
    ),
  );
};
