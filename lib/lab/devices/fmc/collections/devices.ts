import {
  canonicalIpv6,
  isIpv4,
  isIpv6,
  isIpv6Cidr,
  lengthOfMask,
  maskOf,
  networkOf6,
  overlaps,
} from '../../../../kernel/ip';
import type { JsonObject } from '../../../../kernel/json';
import { atLeast } from '../../../../kernel/version';
import { invalid } from '../answer';
import { description, line, list, need, object } from '../members';
import type { Shape } from '../shape';
import { idIn, itemsOf, text, type Collection, type Draft, type World } from '../world';

export const records = 'devices/devicerecords';
/** Kinds of interfaces, and the type of each. */
const types = {
  physicalinterfaces: 'PhysicalInterface',
  subinterfaces: 'SubInterface',
  etherchannelinterfaces: 'EtherChannelInterface',
  vlaninterfaces: 'VlanInterface',
  bridgegroupinterfaces: 'BridgeGroupInterface',
  redundantinterfaces: 'RedundantInterface',
  loopbackinterfaces: 'LoopbackInterface',
} as const;
export type InterfaceKind = keyof typeof types;
export const kinds = Object.keys(types) as readonly InterfaceKind[];

const flag: Shape = { is: 'flag', fallback: false };

/** Everything with a logical name on the device that a path is under. */
export const named = (world: World, collection: string): readonly { id: string; body: JsonObject }[] => {
  const device = collection.split('/').slice(0, 3).join('/');
  return [...kinds, 'virtualtunnelinterfaces'].flatMap((kind) => itemsOf(world, `${device}/${kind}`));
};
const prefix = (body: JsonObject): string | undefined => {
  const fixed = (body['ipv4'] as { static?: { address?: string; netmask?: string } } | undefined)?.static;
  const length = lengthOfMask(fixed?.netmask ?? '');
  return fixed && isIpv4(fixed.address ?? '') && length !== undefined ? `${fixed.address}/${length}` : undefined;
};

interface Ipv6 {
  readonly addresses?: readonly { readonly address: string; readonly prefix: string }[];
}
export const addresses6 = (body: JsonObject | undefined): NonNullable<Ipv6['addresses']> =>
  (body?.['ipv6'] as Ipv6 | undefined)?.addresses ?? [];
/** Each IPv6 address with its length. */
const prefixes6 = (body: JsonObject): readonly string[] =>
  addresses6(body).map(({ address, prefix: length }) => `${address}/${length}`);

/** From 7.3 on a tunnel carries one family or the other; which, and the words, are unproven. */
const checkIpv6 = (world: World, body: JsonObject): void => {
  const own = prefixes6(body);
  const source = text(body['tunnelSrcIPv6IntfAddr']);
  const carries6 = body['ipsecMode'] === 'ipv6';
  if ((carries6 || own.length > 0 || source !== '') && !atLeast(world.version, '7.3'))
    throw invalid('IPv6 is not supported for virtual tunnel interfaces');
  const wrong = own.find((one) => !isIpv6Cidr(one));
  if (wrong !== undefined) throw invalid(`Invalid value for ipv6.addresses: ${wrong}`);
  if (own.length > 1) throw invalid('A virtual tunnel interface takes one IPv6 address');
  if (!carries6 && own.length > 0) throw invalid('ipsecMode ipv4 takes no IPv6 address');
  const lender = world.find(idIn(body['borrowIPfrom']))?.item.body;
  const [lends, lends6] = [lender && prefix(lender), addresses6(lender).length > 0];
  if (lender && (carries6 ? !lends6 : lends === undefined && lends6))
    throw invalid(`borrowIPfrom has no address for ipsecMode ${String(body['ipsecMode'])}`);
  const taken = addresses6(world.find(idIn(body['tunnelSource']))?.item.body);
  if (source !== '' && !taken.some(({ address }) => isIpv6(source) && canonicalIpv6(address) === canonicalIpv6(source)))
    throw invalid(`Invalid value for tunnelSrcIPv6IntfAddr: ${source} is not an address of tunnelSource`);
};

/** A static tunnel has an address of the family that it carries; an example of the specification has one of IPv4 beside it. */
const checkAddress = (body: JsonObject, others: readonly { readonly body: JsonObject }[]): void => {
  const [own, own6] = [prefix(body), prefixes6(body)[0]];
  const [family, has] = body['ipsecMode'] === 'ipv6' ? ['ipv6', own6] : ['ipv4', own];
  if (has === undefined && !body['borrowIPfrom'])
    throw invalid(`Invalid value for ${family}: an address and its length are needed`);
  const clash = others.find(
    ({ body: b }) =>
      (own !== undefined && prefix(b) !== undefined && overlaps(own, prefix(b)!)) ||
      (own6 !== undefined && prefixes6(b).some((one) => networkOf6(one) === networkOf6(own6))),
  );
  if (clash) throw invalid(`IP address ${has} overlaps with interface ${text(clash.body['ifname'])}`);
};

/** A template borrows its address, and not from where its tunnels leave; versions before 7.3 have none. */
const checkKind = (world: World, body: JsonObject): void => {
  if (body['tunnelType'] !== 'DYNAMIC') return;
  if (!atLeast(world.version, '7.3')) throw invalid('Invalid value for tunnelType: DYNAMIC');
  if ((prefix(body) ?? prefixes6(body)[0]) !== undefined)
    throw invalid('A dynamic virtual tunnel interface takes no IP address');
  if (!body['borrowIPfrom']) throw invalid('Missing required field: borrowIPfrom');
  if (idIn(body['borrowIPfrom']) === idIn(body['tunnelSource']))
    throw invalid('borrowIPfrom and tunnelSource cannot be the same interface');
};

/** The words of these refusals are unproven. */
const checkTunnel = (world: World, { collection, id, body, before }: Draft): void => {
  const others = named(world, collection).filter((other) => other.id !== id);
  if (others.some(({ body: b }) => b['tunnelId'] === body['tunnelId'])) throw invalid('Duplicate Name');
  if (others.some(({ body: b }) => text(b['ifname']).toLowerCase() === text(body['ifname']).toLowerCase()))
    throw invalid('Duplicate Name');
  if (before && before['tunnelId'] !== body['tunnelId']) throw invalid('tunnelId cannot be changed');
  if (before && before['tunnelType'] !== body['tunnelType']) throw invalid('tunnelType cannot be changed');
  checkKind(world, body);
  if (!body['tunnelSource']) throw invalid('Missing required field: tunnelSource');
  const source = world.find(idIn(body['tunnelSource']))?.collection.split('/')[2];
  if (source !== undefined && source !== collection.split('/')[2])
    throw invalid(`Invalid tunnelSource UUID: ${idIn(body['tunnelSource'])} is not on this device`);
  checkIpv6(world, body);
  checkAddress(body, others);
};

const ipv4Address: Shape = {
  is: 'object',
  members: {
    static: {
      is: 'object',
      members: {
        address: { is: 'text', required: true, pattern: /^[\d.]+$/ },
        netmask: { is: 'text', required: true, pattern: /^\d+(\.\d+){0,3}$/ },
      },
    },
  },
};

const ipv6Address = object({
  enableIPV6: { is: 'flag' },
  addresses: list(object({ address: need, prefix: need, enforceEUI64: { is: 'flag' } })),
});

const tunnel: Collection = {
  at: `${records}/*/virtualtunnelinterfaces`,
  since: '6.7',
  type: 'VTIInterface',
  takes: ['VTI'],
  verbs: ['GET', 'POST', 'PUT', 'DELETE'],
  wrongId: true,
  bulk: true,
  members: {
    description,
    tunnelType: { is: 'word', words: ['STATIC', 'DYNAMIC'], required: true },
    tunnelId: { is: 'number', from: 0, to: 10413, required: true },
    ifname: { is: 'text', max: 48, pattern: /^\S+$/, required: true },
    enabled: flag,
    ipsecMode: { is: 'word', words: ['ipv4', 'ipv6'], fallback: 'ipv4' },
    ipv4: ipv4Address,
    ipv6: ipv6Address,
    tunnelSrcIPv6IntfAddr: line,
    borrowIPfrom: { is: 'ref', to: kinds.map((kind) => `${records}/*/${kind}`) },
    tunnelSource: { is: 'ref', to: kinds.map((kind) => `${records}/*/${kind}`) },
    securityZone: { is: 'ref', to: ['object/securityzones'] },
    priority: { is: 'number', from: 0, to: 65535, fallback: 0 },
    enableSGTPropagate: flag,
    managementOnly: flag,
    enableAntiSpoofing: flag,
  },
  ignored: ['name', 'MTU', 'mode', 'ipAddressAssignmentType'],
  /** A netmask may be sent as a length; the number makes the name. */
  derive: (body) => {
    const fixed = (body['ipv4'] as { static?: JsonObject } | undefined)?.static;
    const mask = String(fixed?.['netmask'] ?? '');
    const dotted = /^\d{1,2}$/.test(mask) && Number(mask) <= 32 ? maskOf(Number(mask)) : mask;
    return {
      ...body,
      name: `${body['tunnelType'] === 'DYNAMIC' ? 'Virtual-Template' : 'Tunnel'}${String(body['tunnelId'])}`,
      ...(fixed ? { ipv4: { static: { ...fixed, netmask: dotted } } } : {}),
    };
  },
  check: checkTunnel,
  extra: (_world, _collection, { body }) => ({
    MTU: 1500,
    mode: 'NONE',
    ipAddressAssignmentType: body['borrowIPfrom'] ? 'BORROW_IP_FROM_INTERFACE' : 'MANUAL_IP',
  }),
  /** A route names the interface by its logical name. */
  usedBy: (world, collection, { body }) =>
    ['ipv4staticroutes', 'ipv6staticroutes']
      .flatMap((word) => itemsOf(world, `${collection.split('/').slice(0, 3).join('/')}/routing/${word}`))
      .filter((item) => item.body['interfaceName'] === body['ifname'])
      .map((item) => `static route ${item.id}`),
  scope: 'device',
};

/** Written from 7.4 on; before that it is only looked at. */
const loopback: Collection = {
  at: `${records}/*/loopbackinterfaces`,
  type: types.loopbackinterfaces,
  writes: '7.4',
  verbs: ['GET', 'POST', 'PUT', 'DELETE'],
  members: {
    description,
    loopbackId: { is: 'number', from: 1, to: 1024, required: true },
    ifname: { is: 'text', max: 48, pattern: /^\S+$/, required: true },
    enabled: flag,
    ipv4: ipv4Address,
    ipv6: ipv6Address,
    securityZone: { is: 'ref', to: ['object/securityzones'] },
  },
  ignored: ['name', 'MTU', 'mode', 'managementOnly'],
  derive: (body) => ({ ...body, name: `Loopback${String(body['loopbackId'])}` }),
  check: (world, { collection, id, body, before }) => {
    const others = named(world, collection).filter((other) => other.id !== id);
    const own = prefix(body);
    for (const member of ['loopbackId', 'ifname'])
      if (others.some(({ body: b }) => b[member] === body[member])) throw invalid('Duplicate Name');
    const own6 = prefixes6(body);
    if (own === undefined && own6.length === 0)
      throw invalid('Invalid value for ipv4: an address and a netmask are needed');
    const wrong = own6.find((one) => !isIpv6Cidr(one));
    if (wrong !== undefined) throw invalid(`Invalid value for ipv6.addresses: ${wrong}`);
    if (before && before['loopbackId'] !== body['loopbackId']) throw invalid('loopbackId cannot be changed');
    const clash = others.find(
      ({ body: b }) =>
        (own !== undefined && prefix(b) !== undefined && overlaps(own, prefix(b)!)) ||
        prefixes6(b).some((one) => own6.some((mine) => overlaps(mine, one))),
    );
    if (clash) throw invalid(`IP address ${own ?? own6[0]} overlaps with interface ${text(clash.body['ifname'])}`);
  },
  extra: () => ({ MTU: 1500, mode: 'NONE' }),
  scope: 'device',
};

const readOnly = (at: string, type: string, more: Partial<Collection> = {}): Collection => ({
  at,
  type,
  verbs: ['GET'],
  members: {},
  scope: 'none',
  ...more,
});
export const deviceCollections: readonly Collection[] = [
  readOnly(records, 'Device', { filters: ['name', 'hostName', 'containerType'] }),
  readOnly('devicehapairs/ftddevicehapairs', 'DeviceHAPair'),
  ...kinds
    .filter((kind) => kind !== 'loopbackinterfaces')
    .map((kind) =>
      readOnly(`${records}/*/${kind}`, types[kind], kind === 'physicalinterfaces' ? { filters: ['name'] } : {}),
    ),
  loopback,
  tunnel,
];
