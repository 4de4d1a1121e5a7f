import type { Json, JsonObject } from '../../../../kernel/json';
import { canonicalIpv6, isIpv4, isIpv6 } from '../../../../kernel/ip';
import { invalid } from '../answer';
import { addresses, description, extendedLists, flag, line, list, need, object, ref, zones } from '../members';
import { addresses6, kinds } from './devices';
import { topologies } from './topology';
import { idIn, itemsOf, text, unitOf, type Collection, type Draft, type World } from '../world';

const at = `${topologies}/*/endpoints`;
const vtis = 'devices/devicerecords/*/virtualtunnelinterfaces';
const interfaces = kinds.map((kind) => `devices/devicerecords/*/${kind}`);
const accessList = ref(extendedLists);
const info = (body: JsonObject): JsonObject => (body['extranetInfo'] ?? {}) as JsonObject;

/** The words of these refusals are unproven. */
const checkAddresses = (world: World, body: JsonObject): void => {
  const strange = text(info(body)['ipAddress'])
    .split(',')
    .map((each) => each.trim())
    .find((each) => each !== '' && !isIpv4(each) && !isIpv6(each));
  if (strange !== undefined) throw invalid(`Invalid value for extranetInfo.ipAddress: ${strange}`);
  const backups = (body['backupInterfaces'] ?? []) as readonly JsonObject[];
  for (const face of [body, ...backups]) {
    const own = text(face['ipv6InterfaceAddress']);
    const taken = addresses6(world.find(idIn(face['interface']))?.item.body);
    if (own !== '' && !taken.some(({ address }) => isIpv6(own) && canonicalIpv6(address) === canonicalIpv6(own)))
      throw invalid(`Invalid value for ipv6InterfaceAddress: ${own} is not an address of the interface`);
  }
};

const roles: Readonly<Record<string, readonly string[]>> = {
  POINT_TO_POINT: ['PEER'],
  FULL_MESH: ['PEER'],
  HUB_AND_SPOKE: ['HUB', 'SPOKE'],
};

/** A managed end: its device is a pair or stands alone, and the interface is one of its own, of the right sort. */
const checkManaged = (world: World, { body, id }: Draft, routeBased: boolean): void => {
  const [device, port] = [idIn(body['device']), idIn(body['interface'])];
  if (device === '') throw invalid('Missing required field: device');
  if (port === '') throw invalid('Missing required field: interface');
  const unit = unitOf(world, device)!;
  /** Unproven: that the member of a pair is refused. The pair is the unit everywhere else. */
  if (unit.id !== device) throw invalid(`Invalid device UUID: ${device} is part of the container ${unit.name}`);
  const where = world.find(port)!;
  if (unitOf(world, where.collection.split('/')[2]!)?.id !== unit.id)
    throw invalid(`Invalid interface UUID: ${port} is not on device ${unit.name}`);
  const virtual = where.collection.endsWith('virtualtunnelinterfaces');
  if (routeBased && !virtual) throw invalid('A route based topology needs a virtual tunnel interface');
  if (!routeBased && virtual) throw invalid('A virtual tunnel interface needs a route based topology');
  const isHub = text(body['peerType']) === 'HUB';
  /** The guide says which; the words are unproven. */
  if (virtual && isHub !== (where.item.body['tunnelType'] === 'DYNAMIC'))
    throw invalid(
      isHub ? 'A hub needs a dynamic virtual tunnel interface' : 'Only a hub takes a dynamic virtual tunnel interface',
    );
  const taken = [...world.store.entries()]
    .filter(([path]) => path.endsWith('/endpoints'))
    .flatMap(([, held]) => [...held.values()])
    .some((other) => other.id !== id && idIn(other.body['interface']) === port);
  /** A static tunnel has one destination. The words are unproven. */
  if (virtual && taken && where.item.body['tunnelType'] === 'STATIC')
    throw invalid(`Virtual tunnel interface ${text(where.item.body['ifname'])} is already used by another endpoint`);
};

const check = (world: World, draft: Draft): void => {
  const { body, collection, id } = draft;
  const parent = world.find(collection.split('/')[2]!)!.item.body;
  const kind = text(parent['topologyType']);
  const role = text(body['peerType']);
  if (!roles[kind]!.includes(role)) throw invalid(`Invalid value for peerType: ${role} in a ${kind} topology`);
  if (body['extranet'] === true) {
    if (!body['extranetInfo']) throw invalid('Missing required field: extranetInfo');
    if (body['device']) throw invalid('An extranet endpoint has no device');
    if (info(body)['isDynamicIP'] !== true && !info(body)['ipAddress'])
      throw invalid('Missing required field: extranetInfo.ipAddress');
  } else checkManaged(world, draft, parent['routeBased'] === true);
  checkAddresses(world, body);
  const shown = (body['protectedNetworks'] ?? {}) as JsonObject;
  const guarded = shown['acl'] !== undefined || ((shown['networks'] ?? []) as readonly Json[]).length > 0;
  if (parent['routeBased'] !== true && !guarded) throw invalid('Missing required field: protectedNetworks');
  if (shown['acl'] !== undefined && ((shown['networks'] ?? []) as readonly Json[]).length > 0)
    throw invalid('protectedNetworks takes networks or an access list, not both');
  const others = itemsOf(world, collection).filter((other) => other.id !== id);
  if (kind === 'POINT_TO_POINT' && others.length >= 2) throw invalid('A point to point topology has two endpoints');
  const same = others.some((other) =>
    body['extranet'] === true
      ? info(other.body)['name'] === info(body)['name']
      : idIn(other.body['device']) === idIn(body['device']) &&
        idIn(other.body['interface']) === idIn(body['interface']),
  );
  if (same) throw invalid('Duplicate Name');
};

export const endpoint: Collection = {
  at,
  type: 'EndPoint',
  since: '6.3',
  takes: ['VpnEndpoint'],
  verbs: ['GET', 'POST', 'PUT', 'DELETE'],
  bulk: true,
  members: {
    description,
    peerType: { is: 'word', words: ['PEER', 'HUB', 'SPOKE'], required: true },
    extranet: flag(false),
    extranetInfo: object({ name: need, ipAddress: line, isDynamicIP: flag(), endpointTunnelIp: line }),
    device: { is: 'ref', to: ['devices/devicerecords', 'devicehapairs/ftddevicehapairs'], named: true },
    /** Answered by its logical name and without a type (example of the specification). */
    interface: { is: 'ref', to: [vtis, ...interfaces], readName: 'ifname', readType: null },
    connectionType: {
      is: 'word',
      words: ['BIDIRECTIONAL', 'ORIGINATE_ONLY', 'ANSWER_ONLY'],
      fallback: 'BIDIRECTIONAL',
    },
    protectedNetworks: object({
      networks: list({ is: 'ref', to: addresses, readType: null }),
      acl: accessList,
    }),
    nattedInterfaceAddress: line,
    ipv6InterfaceAddress: line,
    isLocalTunnelIdEnabled: flag(false),
    /** EMAIL or EMAILID: the sources disagree. */
    localIdentityType: { is: 'word', words: ['ADDRESS', 'AUTO', 'HOSTNAME', 'KEYID', 'EMAIL', 'EMAILID'] },
    localIdentityString: line,
    dynamicRRIEnabled: flag(false),
    enableNatTraversal: flag(true),
    enableNATExempt: { is: 'flag', hidden: true },
    insideInterface: list(ref(...zones)),
    ExemptedProtectedNetworks: list(ref(...addresses)),
    vpnFilterAcl: accessList,
    overrideRemoteVpnFilter: flag(false),
    remoteVpnFilterAclObject: accessList,
    backupInterfaces: list(
      object({
        interface: { is: 'ref', to: [vtis, ...interfaces], readName: 'ifname' },
        publicIpAddress: line,
        ipv6InterfaceAddress: line,
        isLocalTunnelIdEnabled: flag(),
        localIdentityType: line,
        localIdentityString: line,
      }),
    ),
    isPrimaryHub: flag(),
    /** On where nothing is said of it (the default of Cisco's data models). */
    allowIncomingIKEv2Routes: flag(true),
    sendTunnelInterfaceIpToPeer: flag(),
    tunnelSourceInterface: ref(...interfaces),
    tunnelSourceIpv6Address: line,
    ipv4PoolsForSpokeVti: list(ref('object/ipv4addresspools')),
    ipv6PoolsForSpokeVti: list(ref('object/ipv6addresspools')),
  },
  ignored: ['name', 'extranetType'],
  derive: (body, world) => ({
    ...body,
    name:
      body['extranet'] === true
        ? (info(body)['name'] ?? '')
        : text(world.find(idIn(body['device']))?.item.body['name']),
  }),
  check,
  scope: 'topology',
};
