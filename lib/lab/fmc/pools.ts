import { isIpv4, isIpv6Cidr, lengthOfMask } from '../../kernel/ip';
import { invalid } from './answer';
import { crud, description, flag, isRange, line, nameShape, need, number, oneOf, required } from './members';
import { atLeast, text, type Collection } from './world';

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

const ipv4: Collection = {
  ...base('object/ipv4addresspools', 'IPv4AddressPool'),
  members: {
    name: nameShape,
    description,
    overridable: flag(false),
    ipAddressRange: need,
    mask: line,
    addressType: oneOf('RANGE SUPERNET'),
  },
  check: (world, { body }) => {
    const range = text(body['ipAddressRange']);
    const [from, to] = range.split('-').map((end) => end.split('.').reduce((sum, part) => sum * 256 + Number(part), 0));
    if (!isRange(range) || !range.split('-').every(isIpv4) || from! > to!)
      throw invalid(`Invalid value for ipAddressRange: ${range}`);
    if (body['mask'] !== undefined && lengthOfMask(text(body['mask'])) === undefined)
      throw invalid(`Invalid value for mask: ${text(body['mask'])}`);
    if (body['addressType'] === 'SUPERNET' && !atLeast(world.version, '7.4'))
      throw invalid('Invalid value for addressType: SUPERNET');
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
