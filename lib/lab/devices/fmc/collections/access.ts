import type { Json, JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { crud, flag, line, list, need, object, oneOf, ref, required } from '../members';
import { checkLiterals, places, ports } from './networks';
import { itemsOf, keep, seed, text, type Collection, type Item, type World } from '../world';

export const accessPolicies = 'policy/accesspolicies';
const zones = object({ objects: list(ref('object/securityzones')) });
const named = object({ id: need, name: line, type: line });

/** Policies of others: here they are read, and rules come into them. */
const policy: Collection = {
  at: accessPolicies,
  type: 'AccessPolicy',
  verbs: ['GET'],
  ids: 'uuid',
  filters: ['name'],
  members: {},
  scope: 'holder',
};

/** Which section a category is in. */
const category: Collection = {
  at: `${accessPolicies}/*/categories`,
  type: 'Category',
  verbs: ['GET'],
  uniqueHere: true,
  members: { name: need, section: { is: 'text', hidden: true } },
  scope: 'holder',
};

const sections: Readonly<Record<string, string>> = { mandatory: 'Mandatory', default: 'Default' };
const sectionOf = ({ body }: Item): string => text(body['section']) || 'Default';
const categoryOf = ({ body }: Item): string => text(body['category']);
/** Mandatory rules come first. */
const inOrder = (items: readonly Item[]): readonly Item[] =>
  Object.values(sections).flatMap((section) => items.filter((item) => sectionOf(item) === section));

interface Area {
  readonly section: string;
  readonly category: string;
}
/** What the query says of section and category; nothing where it leaves that to the rule beside. */
const areaIn = (world: World, collection: string, query: ReadonlyMap<string, string>): Area | undefined => {
  const [section, named] = [query.get('section'), query.get('category')];
  if (section !== undefined && named !== undefined) throw invalid('Section and category cannot both be specified');
  if (named !== undefined) {
    const held = itemsOf(world, collection.replace(/accessrules$/, 'categories'));
    const found = held.find(({ body }) => text(body['name']) === named);
    if (!found) throw invalid(`Invalid category: ${named}`);
    return { section: sectionOf(found), category: named };
  }
  if (section === undefined) return undefined;
  const known = sections[section.toLowerCase()];
  if (known === undefined) throw invalid(`Invalid section: ${section}`);
  return { section: known, category: '' };
};

/** The rule at an index of the whole policy, from 1. */
const ruleAt = (others: readonly Item[], index: string): Item => {
  const found = /^[1-9]\d*$/.test(index) ? others[Number(index) - 1] : undefined;
  if (!found) throw invalid(`Invalid rule index: ${index}`);
  return found;
};

/**
 * Puts a rule where the query of its creation says: beside the rule at an index (`insertBefore` counts where both are
 * given), else at the end of the section or category. That an index outside the section is refused is unproven.
 */
const place: NonNullable<Collection['place']> = (world, collection, item, query) => {
  const held = world.store.get(collection)!;
  const others = inOrder([...held.values()].filter((one) => one.id !== item.id));
  const [before, after] = [query.get('insertBefore'), query.get('insertAfter')];
  const index = before ?? after;
  const beside = index === undefined ? undefined : ruleAt(others, index);
  const area = areaIn(world, collection, query) ??
    (beside && { section: sectionOf(beside), category: categoryOf(beside) }) ?? { section: 'Default', category: '' };
  if (beside && sectionOf(beside) !== area.section) throw invalid(`Rule index ${index} is not in the section`);
  item.body = { ...item.body, ...area };
  const fits = (one: Item): boolean =>
    sectionOf(one) === area.section && (area.category === '' || categoryOf(one) === area.category);
  const last = others.findLastIndex(fits);
  const own = others.findLastIndex((one) => sectionOf(one) === area.section);
  const end = (last >= 0 ? last : own) + 1;
  const at = beside ? others.indexOf(beside) + (before === undefined ? 1 : 0) : end;
  held.clear();
  inOrder([...others.slice(0, at), item, ...others.slice(at)]).forEach((one) => held.set(one.id, one));
};

const standing = (world: World, collection: string, item: Item): JsonObject => {
  const id = collection.split('/')[2]!;
  const { body } = world.store.get(accessPolicies)!.get(id)!;
  return {
    ruleIndex: itemsOf(world, collection).findIndex((one) => one.id === item.id) + 1,
    section: sectionOf(item),
    category: categoryOf(item) || '--Undefined--',
    accessPolicy: { id, name: body['name']!, type: 'AccessPolicy' },
  };
};

/** The words of these refusals are unproven; what is refused is in the provider and the guides of Cisco. */
const check: NonNullable<Collection['check']> = (_world, { body }) => {
  for (const side of ['sourceNetworks', 'destinationNetworks'])
    checkLiterals(((body[side] ?? {}) as JsonObject)['literals']);
  const [begin, end, toFmc] = ['logBegin', 'logEnd', 'sendEventsToFMC'].map((key) => body[key] === true);
  if (body['action'] === 'MONITOR' && (begin || !end || !toFmc))
    throw invalid('A monitor rule logs at the end of the connection, to the FMC');
  if (['BLOCK', 'BLOCK_RESET'].includes(text(body['action'])) && end)
    throw invalid('A block rule cannot log at the end of the connection');
  if (['BLOCK', 'BLOCK_RESET', 'TRUST', 'MONITOR'].includes(text(body['action'])) && body['ipsPolicy'])
    throw invalid('An intrusion policy cannot be set for this action');
};

const rule: Collection = {
  at: `${accessPolicies}/*/accessrules`,
  type: 'AccessRule',
  verbs: crud,
  bulk: true,
  uniqueHere: true,
  members: {
    name: { is: 'text', required: true, max: 50, pattern: /^[^:]+$/ },
    enabled: flag(true),
    action: required(oneOf('ALLOW TRUST BLOCK MONITOR BLOCK_RESET BLOCK_INTERACTIVE BLOCK_RESET_INTERACTIVE')),
    sourceZones: zones,
    destinationZones: zones,
    sourceNetworks: places(),
    destinationNetworks: places(),
    sourcePorts: ports,
    destinationPorts: ports,
    ipsPolicy: named,
    filePolicy: named,
    users: object({ objects: list(named) }),
    logBegin: flag(false),
    logEnd: flag(false),
    logFiles: flag(false),
    sendEventsToFMC: flag(false),
    enableSyslog: flag(false),
    section: { is: 'text', hidden: true },
    category: { is: 'text', hidden: true },
  },
  ignored: ['variableSet', 'commentHistoryList', 'newComments'],
  keeps: ['section', 'category'],
  place,
  metadata: standing,
  extra: () => ({
    variableSet: { id: '76fa83ea-c972-11e2-8be8-8e45bb1343c0', name: 'Default Set', type: 'VariableSet' },
  }),
  check,
  scope: 'holder',
};

const portsAt = (word: string, type: string): Collection => ({
  at: `object/${word}`,
  type,
  verbs: ['GET'],
  ids: 'uuid',
  filters: ['nameOrValue', 'name'],
  members: {},
  scope: 'users',
});

export const accessCollections: readonly Collection[] = [
  portsAt('protocolportobjects', 'ProtocolPortObject'),
  portsAt('portobjectgroups', 'PortObjectGroup'),
  portsAt('icmpv4objects', 'ICMPV4Object'),
  policy,
  category,
  rule,
];

/** An access control policy that others keep. */
export interface LabAccessPolicy {
  readonly name: string;
  /** Its rules, which block all, in the section `default`. Default: `Block all`. */
  readonly rules?: readonly string[];
  /** Names of its categories, all in the section `mandatory`. Default: none. */
  readonly categories?: readonly string[];
  /** Names of the devices that have it. Default: none. */
  readonly devices?: readonly string[];
}

/** Puts in the policies, with rules of others, and the port objects that an FMC ships with. */
export const seedAccess = (world: World, policies: readonly LabAccessPolicy[]): void => {
  for (const { name, rules = ['Block all'], categories = [], devices = [] } of policies) {
    const { id } = seed(world, accessPolicies, world.newId('uuid'), { name });
    const below = (word: string) => `${accessPolicies}/${id}/${word}`;
    categories.forEach((each) =>
      seed(world, below('categories'), world.newId(), { name: each, section: 'Mandatory', category: '' }),
    );
    const block: JsonObject = { action: 'BLOCK', enabled: true, section: 'Default', category: '' };
    rules.forEach((each) => seed(world, below('accessrules'), world.newId(), { ...block, name: each }));
    const targets: readonly Json[] = world.units
      .filter((unit) => devices.includes(unit.name))
      .map(({ id: unit }) => ({ id: unit }));
    if (targets.length > 0)
      keep(world, 'assignment/policyassignments', {
        ...{ id, user: 'admin', changed: world.now(), revision: 1 },
        body: { name, policy: { id }, targets },
      });
  }
};
