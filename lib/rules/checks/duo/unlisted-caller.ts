import { secretMarker } from '../../../model/secret';
import { radiusRequests, sourceOf, takes, type Asking } from '../../facts/duo-callers';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

const found = (asking: Asking): readonly Finding[] => {
  const { asked, key, server, proxy, caller } = asking;
  const { callers } = server.noun;
  const source = sourceOf(asking);
  const listed = callers.map(({ address }) => address).join(', ');
  if (source !== undefined)
    return callers.some(({ address }) => takes(address, source))
      ? []
      : [
          createFinding(
            asked,
            `asks [${server.name}] of ${proxy.id} from ${source}, and that listens only to ${listed}`,
            `add { address: '${source}', secret: … } to its callers`,
          ),
        ];
  // Where it asks from is not known here; who has its secret is.
  const known = key === undefined || callers.some(({ secret }) => secretMarker(secret) === secretMarker(key));
  return known
    ? []
    : [
        createFinding(
          asked,
          `asks [${server.name}] of ${proxy.id}, and none of its callers (${listed}) has the secret of ${caller.id}`,
          'add the address of the device with the same secret to its callers',
        ),
      ];
};

export const unlistedCaller: Rule = {
  id: 'TW-DUO-007',
  title: 'A device that the Duo proxy does not answer',
  why: 'The proxy drops what comes from an address that it does not list, without an answer: the device only sees that the server is dead. Where a device asks from its management address and the list has another, nobody can log in.',
  packs: { correctness: 'error' },
  looksAt: ['radius-server', 'aaa-server', 'aaa-server-group', 'duo-radius-server-auto'],
  check: (network) => radiusRequests(network).flatMap(found),
};
