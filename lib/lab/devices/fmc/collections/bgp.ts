import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { crud, flag, line, list, number, object, ref, word } from '../members';
import { renderMembers, type Members, type Shape } from '../shape';
import { itemsOf, type Collection, type World } from '../world';

const records = 'devices/devicerecords';
const general = 'routing/bgpgeneralsettings';
const routing = 'routing/bgp';
/** A collection of the device that another is of. */
const besideIt = (collection: string, which: string): string =>
  `${collection.split('/').slice(0, 3).join('/')}/${which}`;

const systemNumber: Shape = { is: 'text', required: true, pattern: /^\d{1,10}(\.\d{1,5})?$/ };
const address: Shape = { is: 'text', required: true, pattern: /^\d+(\.\d+){3}$/ };

const best: Members = {
  defaultLocalPreferenceValue: number(0, 4294967295, 100),
  alwaysCompareMed: flag(false),
  bestPathCompareRouterId: flag(false),
  deterministicMed: flag(false),
  bestPathMedMissingAsWorst: flag(false),
};

/** With them BGP is on; a device has them once. The words of the refusals are unproven. */
const settings: Collection = {
  at: `${records}/*/${general}`,
  since: '6.6',
  writes: '7.2',
  type: 'BGPGeneralSettings',
  verbs: crud,
  members: {
    name: { is: 'text', fallback: 'AsaBGPGeneralTable' },
    asNumber: systemNumber,
    routerId: { is: 'text', pattern: /^AUTOMATIC$|^\d+(\.\d+){3}$/, fallback: 'AUTOMATIC' },
    scanTime: number(5, 60, 60),
    maxasLimit: number(0, 254, 0),
    aggregateTimer: number(6, 60, 30),
    logNeighborChanges: flag(true),
    transportPathMtuDiscovery: flag(true),
    fastExternalFallOver: flag(true),
    enforceFirstAs: flag(true),
    asnotationDot: flag(false),
    bgptimers: object({
      keepAlive: number(0, 65535, 60),
      holdTime: number(0, 65535, 180),
      minHoldTime: number(0, 65535, 0),
    }),
    bestPath: object(best),
  },
  check: (world, { collection, id, body, before }) => {
    if (itemsOf(world, collection).some((other) => other.id !== id))
      throw invalid('BGP General Settings are configured for this device already');
    if (before && before['asNumber'] !== body['asNumber']) throw invalid('asNumber cannot be changed');
  },
  usedBy: (world, collection) => itemsOf(world, besideIt(collection, routing)).map(({ id }) => `BGP ${id}`),
  scope: 'device',
};

const advanced: Members = {
  neighborHops: object({ maxHopCount: number(1, 255, 1), disableConnectedCheck: flag(false) }),
  neighborWeight: number(0, 65535, 0),
  nextHopSelf: flag(false),
  sendCommunity: flag(false),
};
const neighbor: Members = {
  ipv4Address: address,
  remoteAs: systemNumber,
  neighborGeneral: object({
    enableAddress: flag(false),
    shutdown: flag(false),
    fallOverBFD: word('NONE', 'SINGLE_HOP', 'MULTI_HOP', 'AUTO_DETECT_HOP'),
    description: line,
  }),
  neighborTimers: object({
    keepAliveInterval: number(0, 65535, 60),
    holdTime: number(3, 65535, 180),
    minimumHoldTime: number(0, 65535, 0),
  }),
  neighborAdvanced: object(advanced),
};

interface Family {
  readonly id?: string;
  readonly neighbors?: readonly JsonObject[];
  readonly networks?: readonly { readonly ipv4Address: { readonly id: string } }[];
}
const familyOf = (body: JsonObject): Family => (body['addressFamilyIPv4'] ?? {}) as Family;
const hasTwice = (all: readonly unknown[]): boolean => new Set(all).size < all.length;

const bgpMembers: Members = {
  name: { is: 'text', fallback: 'bgp' },
  addressFamilyIPv4: object({
    id: line,
    neighbors: list(object(neighbor)),
    networks: list(object({ ipv4Address: { ...ref('object/hosts', 'object/networks'), required: true } })),
    autoSummary: flag(false),
    synchronization: flag(false),
    bgpSupressInactive: flag(false),
    bgpRedistributeInternal: flag(false),
    defaultInformationOrginate: flag(false),
  }),
};

/** It is answered with paths that it does not take back, and with an id of its family that it wants back. */
const bgp: Collection = {
  at: `${records}/*/${routing}`,
  since: '6.6',
  writes: '7.2',
  type: 'bgp',
  verbs: crud,
  members: bgpMembers,
  ignored: ['asNumber'],
  derive: (body, world) => ({
    ...body,
    addressFamilyIPv4: { id: world.newId(), ...(body['addressFamilyIPv4'] as JsonObject) },
  }),
  check: (world, { collection, id, body, before }) => {
    if (itemsOf(world, besideIt(collection, general)).length === 0)
      throw invalid('BGP is not enabled: configure BGP General Settings first');
    if (itemsOf(world, collection).some((other) => other.id !== id))
      throw invalid('BGP is configured for this device already');
    const { neighbors = [], networks = [], id: family } = familyOf(body);
    if (before && family !== familyOf(before).id) throw invalid('Missing required field: addressFamilyIPv4.id');
    if (hasTwice(neighbors.map((one) => one['ipv4Address']))) throw invalid('Duplicate neighbor');
    if (hasTwice(networks.map((one) => one.ipv4Address.id))) throw invalid('Duplicate network');
  },
  extra: (world, collection, { body }): JsonObject => {
    const [on] = itemsOf(world, besideIt(collection, general));
    const family = renderMembers(bgpMembers, body, world.lookup)['addressFamilyIPv4'] as JsonObject;
    return {
      ...(on === undefined ? {} : { asNumber: on.body['asNumber']! }),
      addressFamilyIPv4: { ...family, maximumPaths: { ebgp: 1, ibgp: 1 } },
    };
  },
  scope: 'device',
};

export const bgpCollections: readonly Collection[] = [settings, bgp];

/** What of BGP runs on a device: with `networks`, the prefixes of its network objects. */
export const bgpOf = (
  world: World,
  device: string,
  prefixesOf: (refs: readonly JsonObject[]) => readonly JsonObject[],
): readonly JsonObject[] => {
  const [on] = itemsOf(world, `${device}/${general}`);
  if (on === undefined) return [];
  const [item] = itemsOf(world, `${device}/${routing}`);
  const { neighbors = [], networks = [] } = familyOf(item?.body ?? {});
  return [
    {
      asNumber: on.body['asNumber']!,
      routerId: on.body['routerId']!,
      neighbors,
      networks: prefixesOf(networks.map(({ ipv4Address }) => ipv4Address)).map((one) => one['value'] ?? ''),
    },
  ];
};
