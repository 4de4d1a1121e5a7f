import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { addresses, crud, description, flag, line, nameShape, object, oneOf, ref, required, zones } from '../members';
import type { Members } from '../shape';
import { idIn, text, type Collection, type Item, type World } from '../world';

export const natPolicies = 'policy/ftdnatpolicies';
const address = ref(...addresses);
const port = ref('object/protocolportobjects');
const zone = ref(...zones);

const both: Members = {
  natType: oneOf('STATIC DYNAMIC', true),
  sourceInterface: zone,
  destinationInterface: zone,
  dns: flag(false),
  fallThrough: flag(false),
  interfaceIpv6: flag(false),
  netToNet: flag(false),
  noProxyArp: flag(false),
  routeLookup: flag(false),
  description,
  patOptions: object({
    patPoolAddress: address,
    blockAllocation: flag(),
    extendedPat: flag(),
    flatPortRange: flag(),
    includeReserve: flag(),
    interfacePat: flag(),
    roundRobin: flag(),
  }),
};

const rule = (word: string, type: string, members: Members, more: Partial<Collection>): Collection => ({
  at: `${natPolicies}/*/${word}`,
  type,
  verbs: crud,
  bulk: true,
  bulkDelete: '7.2',
  members: { ...both, ...members },
  /** Where it stands is said in the query of its creation and answered in metadata. */
  ignored: ['name', 'section', 'targetIndex'],
  scope: 'holder',
  ...more,
});

/** Where a rule stands: rules of one section keep the order of the store. */
const sectionOf = (item: Item): string => text(item.body['section']) || 'BEFORE_AUTO';
const standing = (world: World, collection: string, item: Item): JsonObject => {
  const peers = [...(world.store.get(collection)?.values() ?? [])].filter((one) => sectionOf(one) === sectionOf(item));
  return { section: sectionOf(item), index: peers.findIndex((one) => one.id === item.id) + 1 };
};
const sections: Readonly<Record<string, string>> = { before_auto: 'BEFORE_AUTO', after_auto: 'AFTER_AUTO' };

/** Puts a new rule where the query says: a section, and an index in it from 1. */
const place: NonNullable<Collection['place']> = (world, collection, item, query) => {
  const section = sections[query.get('section') ?? 'before_auto'];
  if (section === undefined) throw invalid(`Invalid value for section: ${query.get('section')}`);
  item.body = { ...item.body, section };
  const held = world.store.get(collection)!;
  const others = [...held.values()].filter((one) => one.id !== item.id);
  const inside = others.filter((one) => sectionOf(one) === section);
  const wanted = query.get('targetIndex');
  const index = wanted === undefined ? inside.length : Number(wanted) - 1;
  if (!Number.isInteger(index) || index < 0 || index > inside.length)
    throw invalid(`Invalid value for targetIndex: ${wanted}`);
  const next = inside[index];
  const at = next ? others.indexOf(next) : others.length;
  held.clear();
  [...others.slice(0, at), item, ...others.slice(at)].forEach((one) => held.set(one.id, one));
};

const manual = rule(
  'manualnatrules',
  'FTDManualNatRule',
  {
    enabled: flag(true),
    unidirectional: flag(false),
    originalSource: required(address),
    translatedSource: address,
    originalDestination: address,
    translatedDestination: address,
    originalSourcePort: port,
    translatedSourcePort: port,
    originalDestinationPort: port,
    translatedDestinationPort: port,
    interfaceInOriginalDestination: flag(false),
    interfaceInTranslatedSource: flag(false),
  },
  {
    keeps: ['section'],
    place,
    metadata: standing,
    check: (_world, { body }) => {
      const pool = (body['patOptions'] as JsonObject | undefined)?.['patPoolAddress'];
      /** That a pool stands instead of a translated source is unproven. */
      if (!body['translatedSource'] && !pool && body['interfaceInTranslatedSource'] !== true)
        throw invalid('Missing required field: translatedSource');
      if (body['translatedDestination'] && !body['originalDestination'])
        throw invalid('Missing required field: originalDestination');
      if (body['routeLookup'] === true && idIn(body['originalSource']) !== idIn(body['translatedSource']))
        throw invalid('routeLookup is for identity NAT only');
    },
  },
);

const auto = rule(
  'autonatrules',
  'FTDAutoNatRule',
  {
    originalNetwork: required(address),
    translatedNetwork: address,
    interfaceInTranslatedNetwork: flag(false),
    serviceProtocol: oneOf('TCP UDP'),
    originalPort: { is: 'number', from: 1, to: 65535 },
    translatedPort: { is: 'number', from: 1, to: 65535 },
  },
  {
    check: (_world, { body }) => {
      if (!body['translatedNetwork'] && body['interfaceInTranslatedNetwork'] !== true)
        throw invalid('Missing required field: translatedNetwork');
    },
  },
);

const policy: Collection = {
  at: natPolicies,
  type: 'FTDNatPolicy',
  verbs: crud,
  unique: [natPolicies],
  ids: 'uuid',
  members: { name: nameShape, description: line },
  ignored: ['rules'],
  owns: (id) => ['manualnatrules', 'autonatrules'].map((word) => `${natPolicies}/${id}/${word}`),
  extra: (world, _collection, { id }) => ({
    rules: { refType: 'list', type: 'FTDNatRule', links: { self: `${world.base}/${natPolicies}/${id}/natrules` } },
  }),
  usedBy: (world, _collection, { id }) => world.assigned(id).map((unit) => `the device ${unit.name}`),
  scope: 'holder',
};

export const natCollections: readonly Collection[] = [policy, manual, auto];
