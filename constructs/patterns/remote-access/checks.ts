import { isIpv4, isIpv4Cidr, ipv4Prefix, networkOf } from '../../../lib/kernel/ip';
import { propsOf } from '../../../lib/synth/declaration';
import type { Violation } from '../../core/checks';
import { ipv4Number } from '../shared/checks';
import type { RemoteAccessProps } from './props';

/** The networks that stand behind the headend, as far as this program knows them. */
const reached = (networks: RemoteAccessProps['networks'] = []): readonly string[] =>
  'ref' in networks
    ? (propsOf(networks)?.entries ?? []).flatMap((entry) =>
        'source' in entry && typeof entry.source === 'string' ? entry.source : [],
      )
    : networks;

/** A pool has an address for each user, and none of a network that users reach. */
export const violationsOf = ({ pool: { from, to }, sessions, networks }: RemoteAccessProps): readonly Violation[] => {
  if (!isIpv4(from) || !isIpv4(to)) return [];
  const [first, last] = [ipv4Number(from), ipv4Number(to)];
  const size = last - first + 1;
  const tooSmall = sessions !== undefined && size < sessions;
  const inside = reached(networks)
    .filter(isIpv4Cidr)
    .filter((network) => {
      const { address, length } = ipv4Prefix(networkOf(network));
      const start = ipv4Number(address);
      return start <= last && first < start + 2 ** (32 - length);
    });
  return [
    ...(tooSmall
      ? [
          {
            where: 'pool',
            what: `${from} to ${to} has ${size} addresses, and ${sessions} users shall connect at once`,
            hint: 'write a larger pool: a user without an address is refused',
          },
        ]
      : []),
    ...inside.map((network) => ({
      where: 'pool',
      what: `${from} to ${to} lies in ${network}, which users reach through the tunnel`,
      hint: 'write a pool of its own: hosts there would look for users beside them, and find none',
    })),
  ];
};
