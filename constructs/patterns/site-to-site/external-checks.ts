import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';
import type { Violation } from '../../core/checks';
import { FtdDevice } from '../../devices/fmc';
import { IosXeRouter } from '../../devices/ios-xe-router';
import { ExternalPeer } from './external-peer';
import { isDynamic, type VpnEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';

/** What is checked: the ends in one form. */
export interface Checked extends Omit<SiteToSiteVpnProps, 'ends'> {
  readonly ends: readonly VpnEnd[];
}

/** What cannot work with a peer that this program does not manage. */
export const externalViolations = (props: Checked): readonly Violation[] => {
  const { ends } = props;
  const external = ends.filter(({ device }) => ExternalPeer.isExternalPeer(device));
  if (external.length > 1)
    return [
      [
        'ends',
        `${external.map(({ device }) => device.node.id).join(' and ')} are not managed by this program, so nothing would build their tunnel: declare one SiteToSiteVpn for each of them`,
      ],
    ];
  return external.flatMap((peer): readonly Violation[] => {
    const at = `ends[${ends.indexOf(peer)}].peer`;
    const managed = ends.filter((end) => end !== peer);
    if (props.ipv6)
      return [[at, 'IPv6 over IPv4 is built between routers of this program: leave ipv6 out, or take a router']];
    if (isDynamic(peer)) return dynamicViolations(at, peer, managed, props);
    if (managed.every(isRouter)) return [];
    if (peer.identity !== undefined && peer.identity.type !== 'address' && isAddress(peer.address))
      return [
        [
          at,
          "a firewall finds its group by the address that a peer says it is: leave identity out, or write { type: 'address' }",
        ],
      ];
    if (managed.some(({ device }) => FtdDevice.isFtdDevice(device)) && differs(peer))
      return [[at, 'behind an FMC a peer is known by the address that is dialled: leave identity out']];
    if (isAddress(peer.address)) return [];
    return [[at, `a firewall dials an address, and ${peer.address} is a name: write the address of the peer`]];
  });
};

const isAddress = (text: string): boolean => isIpv4(text) || isIpv6(text);
const differs = ({ identity, address }: VpnEnd): boolean =>
  identity?.type === 'address' && identity.address !== address;
const isRouter = ({ device }: VpnEnd): boolean => IosXeRouter.isIosXeRouter(device);

/** A peer whose address is not known: who finds it by what, and in which form of VPN. */
const dynamicViolations = (
  at: string,
  peer: VpnEnd,
  managed: readonly VpnEnd[],
  { authentication, ends }: Checked,
): readonly Violation[] => [
  ...(managed.some(isRouter) && authentication.method === 'pre-share' && peer.identity === undefined
    ? [
        [
          at,
          "a router finds a peer whose address is not known by who it says it is: write its identity, like { type: 'fqdn', fqdn: 'branch.example.net' }",
        ] as const,
      ]
    : []),
  ...(managed.some((end) => !isRouter(end) && end.type !== 'policy-based')
    ? [
        [
          at,
          "a firewall meets a peer whose address is not known by its crypto map: write type: 'policy-based' at the other ends, or an address",
        ] as const,
      ]
    : []),
  ...(managed.some(isRouter)
    ? ends.flatMap((end, i): readonly Violation[] =>
        end.tunnel === undefined
          ? []
          : [
              [
                `ends[${i}].tunnel`,
                'the tunnel of a peer that calls borrows the address of the interface: leave it out',
              ],
            ],
      )
    : []),
];
