import { AsaFirewall } from '../devices/asa-firewall';
import { IosXeRouter } from '../devices/ios-xe-router';
import type { Violation } from '../core/checks';
import type { SiteToSiteVpnProps } from './site-to-site-vpn';

/** What does not go with identities by name, and with IPv6 over IPv4: both are of routers. */
export const routerFaults = ({ ends, ipv6, authentication }: SiteToSiteVpnProps): readonly Violation[] =>
  ends.flatMap((end, i): Violation[] => {
    const at = `ends[${i}]`;
    const firewall = !IosXeRouter.isIosXeRouter(end.device);
    const named = ends.some(({ identity }) => identity !== undefined);
    return [
      ...(named && end.identity === undefined
        ? [[`${at}.identity`, 'is missing: another end has one, so write it at all ends'] as const]
        : []),
      ...(end.identity !== undefined && firewall
        ? [[`${at}.identity`, 'a firewall is known by its address: leave identity out at all ends'] as const]
        : []),
      ...(end.identity !== undefined && authentication.method === 'certificate'
        ? [[`${at}.identity`, 'an end with a certificate is known by its subject: leave identity out'] as const]
        : []),
      ...(end.natExemption && !firewall ? [[`${at}.natExemption`, 'it is of firewalls: leave it out'] as const] : []),
      ...(end.natExemption && firewall && 'policy' in end.natExemption === AsaFirewall.isAsaFirewall(end.device)
        ? [
            [
              `${at}.natExemption`,
              AsaFirewall.isAsaFirewall(end.device)
                ? "an ASA has no NAT policies: write { inside: 'inside' }, the interface of its networks"
                : 'write the NAT policy that the firewall has: { policy }',
            ] as const,
          ]
        : []),
      ...(ipv6 && firewall
        ? [[`${at}.device`, 'IPv6 over IPv4 is built between routers: leave ipv6 out, or take a router'] as const]
        : []),
      ...(ipv6 && end.tunnel !== undefined
        ? [[`${at}.tunnel`, 'tunnels with IPv6 have link-local addresses: leave tunnel out'] as const]
        : []),
      ...(ipv6 && end.networks.length > 0
        ? [[`${at}.networks`, 'OSPF tells the networks: write networks: []'] as const]
        : []),
    ];
  });
