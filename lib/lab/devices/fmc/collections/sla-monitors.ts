import { invalid } from '../answer';
import { isIpv4 } from '../../../../kernel/ip';
import { atLeastOne, crud, description, nameShape, need, number, ref, required, zones } from '../members';
import { text, type Collection } from '../world';

export const monitors = 'object/slamonitors';

/** What firewalls ping, so that static routes go by it. */
export const slaMonitor: Collection = {
  at: monitors,
  type: 'SLAMonitor',
  verbs: crud,
  ids: 'uuid',
  unique: [monitors],
  blank: ' ',
  members: {
    name: nameShape,
    description,
    slaId: required(number(1, 2147483647)),
    monitorAddress: need,
    interfaceObjects: atLeastOne(ref(...zones)),
    frequency: number(1, 604800, 60),
    timeout: number(0, 604800000, 5000),
    threshold: number(0, 2147483647, 5000),
    noOfPackets: number(1, 100, 1),
    dataSize: number(0, 16384, 28),
    tos: number(0, 255, 0),
  },
  check: (_world, { body }) => {
    const address = text(body['monitorAddress']);
    if (!isIpv4(address)) throw invalid(`Invalid value for monitorAddress: ${address}`);
  },
  scope: 'users',
};
