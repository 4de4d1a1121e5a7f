import { isIpv4, isIpv6Cidr, lengthOfMask } from '../../../../kernel/ip';
import type { JsonObject } from '../../../../kernel/json';
import { atLeast } from '../../../../kernel/version';
import { invalid } from '../answer';
import { crud, description, flag, isRange, line, nameShape, need, number, oneOf, required } from '../members';
import { text, type Collection, type World } from '../world';

const base = (
  at: string,
  type: string,
): Pick<Collection, 'at' | 'type' | 'verbs' | 'since' | 'writes' | 'unique' | 'filters' | 'scope'> => ({
  at,
  type,
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  unique: ['object/ipv4addresspools', 'object/ipv6addresspools'],
  filters: ['nameOrValue'],
  scope: 'users',
});

/** What a supernet cannot do without. */
const ofSupernet = ['supernetAddress', 'supernetPrefix', 'subnetPrefix', 'rangeStart', 'numberOfAddresses'];
const checkSupernet = (world: World, body: JsonObject): void => {
  if (!atLeast(world.version, '7.4')) throw invalid('Invalid value for addressType: SUPERNET');
  const lacking = ofSupernet.find((member) => body[member] === undefined);
  if (lacking !== undefined) throw invalid(`Missing required field: ${lacking}`);
  if (Number(body['subnetPrefix']) <= Number(body['supernetPrefix'])) throw invalid('Invalid value for subnetPrefix');
};

const ipv4: Collection = {
  ...base('object/ipv4addresspools', 'IPv4AddressPool'),
  members: {
    name: nameShape,
    description,
    overridable: flag(false),
    ipAddressRange: line,
    supernetAddress: line,
    supernetPrefix: number(1, 32),
    subnetPrefix: number(1, 32),
    rangeStart: number(0, 2147483647),
    numberOfAddresses: number(0, 2147483647),
    mask: line,
    addressType: oneOf('RANGE SUPERNET'),
  },
  check: (world, { body }) => {
    if (body['addressType'] === 'SUPERNET') return checkSupernet(world, body);
    if (body['ipAddressRange'] === undefined) throw invalid('Missing required field: ipAddressRange');
    const range = text(body['ipAddressRange']);
    const [from, to] = range.split('-').map((end) => end.split('.').reduce((sum, part) => sum * 256 + Number(part), 0));
    if (!isRange(range) || !range.split('-').every(isIpv4) || from! > to!)
      throw invalid(`Invalid value for ipAddressRange: ${range}`);
    if (body['mask'] !== undefined && lengthOfMask(text(body['mask'])) === undefined)
      throw invalid(`Invalid value for mask: ${text(body['mask'])}`);
  },
  /** From 7.4 the FMC adds what it takes for granted. */
  derive: (body, world) => (atLeast(world.version, '7.4') ? { addressType: 'RANGE', ...body } : body),
};

const ipv6: Collection = {
  ...base('object/ipv6addresspools', 'IPv6AddressPool'),
  members: {
    name: nameShape,
    description,
    overridable: flag(false),
    ipv6StartAddress: need,
    numberOfAddresses: required(number(1, 16384)),
  },
  check: (_world, { body }) => {
    if (!isIpv6Cidr(text(body['ipv6StartAddress'])))
      throw invalid(`Invalid value for ipv6StartAddress: ${text(body['ipv6StartAddress'])}`);
  },
};

export const poolCollections: readonly Collection[] = [ipv4, ipv6];
