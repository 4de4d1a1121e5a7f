import { isRef } from '../../model/noun';
import type { Resource } from '../../model/network';
import { meet, rangeOf, type Range } from '../address';
import { duoAskedBy } from '../duo-proxy';
import { finding, onDevices, type Rule } from '../rule';
import type { Device } from '../sight';

const span = (address: string): Range | undefined => {
  const [from, to] = address.split('-').map(rangeOf);
  return from === undefined ? undefined : { from: from.from, to: (to ?? from).to };
};

/** The address that a RADIUS server sees: that of the source interface, where it is known. */
const sourceOf = (radius: Resource, device: Device): string | undefined =>
  device
    .users(radius)
    .filter((user): user is Resource<'aaa-server-group'> => user.kind === 'aaa-server-group')
    .map(({ noun }) => noun.sourceInterface)
    .map((source) => {
      const name = isRef(source) ? source.name : source;
      if (name === undefined) return undefined;
      const made = device.find('loopback-interface', name) ?? device.find('interface-lines', name);
      return made?.noun.address?.split('/')[0];
    })
    .find((address) => address !== undefined);

export const unknownCaller: Rule = {
  id: 'TW-DUO-003',
  title: 'A router that the Duo proxy does not know',
  why: 'The proxy answers only the addresses of `radius_ip_N`, each with its own secret, and drops the rest without a word. The address is that of the router’s source interface, which belongs in the server group (`ip radius source-interface`), or it changes with the routes (Duo, Authentication Proxy Reference).',
  packs: { correctness: 'error' },
  looksAt: ['radius-server', 'aaa-server-group', 'duo-radius-server-auto'],
  ofSeveral: true,
  check: onDevices((device, network) =>
    duoAskedBy(device, network).flatMap(({ radius, servers }) => {
      const source = sourceOf(radius, device);
      const from = source === undefined ? undefined : rangeOf(source);
      if (from === undefined) return [];
      const known = servers.some(({ callers }) =>
        callers.some(({ address }) => {
          const range = span(address);
          return range !== undefined && meet(range, from);
        }),
      );
      return known
        ? []
        : [
            finding(
              radius,
              `asks from ${source}, and ${servers[0]!.device.id} answers ${servers.flatMap(({ callers }) => callers.map(({ address }) => address)).join(', ')}`,
              `write the caller { address: '${source}', secret } on the Duo proxy`,
            ),
          ];
    }),
  ),
};
