import type { Json, JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import {
  addresses,
  atLeastOne,
  crud,
  description,
  flag,
  isAddress,
  line,
  list,
  nameShape,
  need,
  number,
  object,
  oneOf,
  ref,
  required,
  word,
  zones,
} from '../members';
import { kinds } from './devices';
import { matches, type Members, type Shape } from '../shape';
import { idIn, type Collection, type World } from '../world';

/** A name is unique over all kinds of addresses. */
const address: Pick<Collection, 'verbs' | 'ids' | 'bulk' | 'filters' | 'unique' | 'scope'> = {
  verbs: crud,
  ids: 'uuid',
  bulk: true,
  filters: ['nameOrValue', 'name', 'ids'],
  unique: addresses,
  scope: 'users',
};
const single = (at: string, type: string): Collection => ({
  ...address,
  at,
  type,
  bulkDelete: '7.4',
  members: { name: nameShape, value: need, description, overridable: flag(false) },
  check: (_world, { body }) => {
    if (!isAddress(type, body['value'])) throw invalid(`Invalid IP Address: ${String(body['value'])}`);
  },
  metadata: (_world, _collection, { body }) => ({
    ipType: String(body['value']).includes(':') ? 'V_6' : 'V_4',
    parentType: 'NetworkAddress',
  }),
});

/** Addresses that are written where they stand. */
const literals = list(
  // In small letters fmcapi sends them.
  object({
    type: { is: 'word', words: ['Host', 'Network', 'Range', 'host', 'network', 'range'], required: true },
    value: need,
  }),
);
const kindOf = ({ type }: JsonObject): string => String(type).replace(/^./, (letter) => letter.toUpperCase());
const settledLiterals = (body: JsonObject): JsonObject =>
  Array.isArray(body['literals'])
    ? { ...body, literals: (body['literals'] as readonly JsonObject[]).map((one) => ({ ...one, type: kindOf(one) })) }
    : body;
export const checkLiterals = (value: Json | undefined): void =>
  ((value ?? []) as readonly JsonObject[]).forEach((one) => {
    if (!isAddress(kindOf(one), one['value'])) throw invalid(`Invalid IP Address: ${String(one['value'])}`);
  });

const group: Collection = {
  ...address,
  at: 'object/networkgroups',
  type: 'NetworkGroup',
  bulkDelete: '7.4',
  derive: settledLiterals,
  members: { name: nameShape, description, overridable: flag(false), objects: list(ref(...addresses)), literals },
  check: (_world, { id, body }) => {
    const objects = (body['objects'] ?? []) as readonly JsonObject[];
    if (objects.length + ((body['literals'] ?? []) as readonly Json[]).length === 0)
      throw invalid('A network group needs at least one object or literal');
    if (objects.some((one) => one['id'] === id)) throw invalid('A network group cannot hold itself');
    checkLiterals(body['literals']);
  },
};

const fqdn: Collection = {
  ...address,
  at: 'object/fqdns',
  type: 'FQDN',
  bulkDelete: '7.4',
  members: {
    name: nameShape,
    value: need,
    description,
    overridable: flag(false),
    dnsResolution: word('IPV4_AND_IPV6', 'IPV4_ONLY', 'IPV6_ONLY'),
  },
  /** Letters, digits and hyphens between dots (Cisco, network objects). */
  check: (_world, { body }) => {
    const value = String(body['value']);
    if (!/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) throw invalid(`Invalid value for value: ${value}`);
  },
};

const url: Collection = {
  at: 'object/urls',
  type: 'Url',
  takes: ['URLObject'],
  verbs: crud,
  ids: 'uuid',
  bulk: true,
  bulkDelete: '7.4',
  filters: ['nameOrValue', 'name', 'ids'],
  unique: ['object/urls'],
  blank: ' ',
  members: { name: nameShape, description, overridable: flag(false), url: need },
  scope: 'users',
};

const securityGroupTag: Collection = {
  at: 'object/securitygrouptags',
  type: 'SecurityGroupTag',
  verbs: crud,
  ids: 'uuid',
  unique: ['object/securitygrouptags'],
  members: { name: nameShape, description, overridable: flag(false), tag: need },
  check: (_world, { body }) => {
    const tag = String(body['tag']);
    if (!/^\d{1,5}$/.test(tag) || Number(tag) > 65535) throw invalid(`Invalid security group tag: ${tag}`);
  },
  scope: 'users',
};

export const places = (more: Partial<Shape> = {}): Shape =>
  ({ ...object({ objects: list(ref(...addresses)), literals }), ...more }) as Shape;
export const ports = object({
  objects: list(ref('object/protocolportobjects', 'object/portobjectgroups', 'object/icmpv4objects')),
  literals: list(
    object({
      type: oneOf('PortLiteral ICMPv4PortLiteral', true),
      protocol: need,
      port: line,
      icmpType: line,
      code: line,
    }),
  ),
});
/** Tags of users, beside their addresses (terraform-provider-fmc, extended_acl). */
const tags = object({
  objects: list(ref('object/securitygrouptags')),
  literals: list(object({ tag: need })),
});
const accessList = (at: string, type: string, entry: Members, check: Collection['check']): Collection => ({
  at,
  type,
  verbs: crud,
  since: at.includes('standard') ? '6.6' : '6.3',
  writes: '7.2',
  unique: [at],
  blank: ' ',
  members: { name: nameShape, description, overridable: flag(false), entries: atLeastOne(object(entry), 1000) },
  ...(check ? { check } : {}),
  scope: 'users',
});
const action = oneOf('PERMIT DENY', true);
const entriesOf = (body: JsonObject): readonly JsonObject[] => body['entries'] as readonly JsonObject[];

const standard = accessList(
  'object/standardaccesslists',
  'StandardAccessList',
  { action, networks: required(places()) },
  (_world, { body }) =>
    entriesOf(body).forEach((entry) => {
      const { literals: written } = entry['networks'] as JsonObject;
      checkLiterals(written);
      /** A standard list is for IPv4 only. */
      if (((written ?? []) as readonly JsonObject[]).some((one) => String(one['value']).includes(':')))
        throw invalid('A standard access list takes IPv4 addresses only');
    }),
);
const extended = accessList(
  'object/extendedaccesslists',
  'ExtendedAccessList',
  {
    action,
    logging: { ...word('DEFAULT', 'PER_ACCESS_LIST_ENTRY', 'DISABLED'), required: true },
    logLevel: {
      ...word('INFORMATIONAL', 'EMERGENCY', 'ALERT', 'CRITICAL', 'ERROR', 'WARNING', 'NOTIFICATION', 'DEBUGGING'),
      required: true,
    },
    logInterval: number(1, 600, 300),
    sourceNetworks: places(),
    destinationNetworks: places(),
    sourcePorts: ports,
    destinationPorts: ports,
    securityGroupTags: tags,
  },
  (_world, { body }) =>
    entriesOf(body).forEach((entry) => {
      if (entry['logging'] !== 'PER_ACCESS_LIST_ENTRY' && entry['logInterval'] !== 300)
        throw invalid('logInterval must be 300 unless logging is PER_ACCESS_LIST_ENTRY');
      for (const side of ['sourceNetworks', 'destinationNetworks'])
        checkLiterals(((entry[side] ?? {}) as JsonObject)['literals']);
    }),
);

const tunnels = 'devices/devicerecords/*/virtualtunnelinterfaces';
/** The tunnels that say that they are in a zone. */
const tunnelsIn = (world: World, zone: string): readonly JsonObject[] =>
  [...world.store]
    .filter(([at]) => matches(tunnels, at))
    .flatMap(([, held]) => [...held.values()])
    .filter(({ body }) => idIn(body['securityZone']) === zone)
    .map(({ id, body }) => ({ id, type: 'VTIInterface', name: body['ifname']! }));

const area = (at: string, type: string, modes: string, more: Partial<Collection> = {}): Collection => ({
  at,
  type,
  verbs: crud,
  ids: 'uuid',
  bulk: true,
  filters: ['name'],
  unique: zones,
  members: {
    name: nameShape,
    description,
    interfaceMode: oneOf(modes, true),
    interfaces: list({
      is: 'ref',
      to: [...kinds.map((kind) => `devices/devicerecords/*/${kind}`), tunnels],
      readName: 'ifname',
    }),
  },
  check: (_world, { body, before }) => {
    if (before && before['interfaceMode'] !== body['interfaceMode']) throw invalid('interfaceMode cannot be changed');
  },
  scope: 'users',
  ...more,
});

/** A zone is empty where its interfaces are; the tunnels in it stand in its list, and are kept at themselves. */
const zone = area('object/securityzones', 'SecurityZone', 'PASSIVE INLINE SWITCHED ROUTED ASA', {
  derive: (body, world) => ({
    ...body,
    ...(body['interfaces'] === undefined
      ? {}
      : {
          interfaces: (body['interfaces'] as readonly Json[]).filter(
            (one) => !matches(tunnels, world.find(idIn(one))?.collection ?? ''),
          ),
        }),
  }),
  extra: (world, _collection, { id, body }): JsonObject => {
    const inIt = tunnelsIn(world, id);
    return inIt.length === 0 ? {} : { interfaces: [...((body['interfaces'] ?? []) as readonly Json[]), ...inIt] };
  },
});

export const networkCollections: readonly Collection[] = [
  single('object/hosts', 'Host'),
  single('object/networks', 'Network'),
  single('object/ranges', 'Range'),
  group,
  fqdn,
  url,
  securityGroupTag,
  standard,
  extended,
  zone,
  area('object/interfacegroups', 'InterfaceGroup', 'PASSIVE INLINE SWITCHED ROUTED MANAGEMENT LOOPBACK'),
];
