import { z } from 'zod';
import { isIpv4Cidr, networkOf } from '../../../lib/kernel/ip';
import { vrfRef } from '../../../lib/model/choices';
import { integer, ipv4, ipv4Interface, objectName } from '../../../lib/model/values';
import type { Violation } from '../../core/checks';
import { FtdDevice } from '../../devices/fmc';
import { IosXeRouter } from '../../devices/ios-xe-router';
import type { Checked } from './external-checks';
import { isDynamic, type VpnEnd } from './pairs';

/** The shape of a second line. */
export const secondLine = z.strictObject({
  interface: objectName,
  address: ipv4,
  tunnel: ipv4Interface,
  peerTunnel: ipv4Interface,
  tunnelInterface: objectName.optional(),
  vrf: vrfRef.optional(),
  distance: integer(2, 254).optional(),
  probe: z
    .strictObject({ interval: integer(1, 604800, 'seconds').optional(), number: integer(1, 1000).optional() })
    .optional(),
});

/** What cannot work with two internet lines at an end. */
export const lineViolations = ({ ends, ipv6 }: Checked): readonly Violation[] =>
  ends.flatMap((end, i): readonly Violation[] => {
    if (end.secondLine === undefined) return [];
    const at = `ends[${i}].secondLine`;
    const others = ends.filter((other) => other !== end);
    const refused = refusal(end, others, ipv6 !== undefined);
    return refused === undefined ? sound(at, end, end.secondLine, others[0]!) : [[at, refused]];
  });

const refusal = (end: VpnEnd, others: readonly VpnEnd[], ipv6: boolean): string | undefined => {
  if (!IosXeRouter.isIosXeRouter(end.device))
    return 'two internet lines at one end are written for IOS-XE routers only: leave secondLine out, or take a router';
  if (others.length > 1) return 'a second line is for a VPN with two ends: declare a SiteToSiteVpn for each other end';
  if (others.some((other) => other.secondLine !== undefined))
    return 'the other end has a second line too: leave one out, or declare a second SiteToSiteVpn';
  if (others.some(isDynamic)) return 'the other end calls, and chooses the line that it calls: leave secondLine out';
  if (others.some(({ device }) => FtdDevice.isFtdDevice(device)))
    return 'behind an FMC a firewall has one address of its peer: leave secondLine out, or take a router or an ASA at the other end';
  return ipv6 ? 'IPv6 over IPv4 goes over one line: leave secondLine or ipv6 out' : undefined;
};

type Line = NonNullable<VpnEnd['secondLine']>;

const sound = (at: string, end: VpnEnd, line: Line, other: VpnEnd): readonly Violation[] => [
  ...(line.interface === end.interface
    ? [[`${at}.interface`, `${line.interface} is the first line: write the interface of the other`] as const]
    : []),
  ...(line.address === end.address
    ? [[`${at}.address`, `${line.address} is the address of the first line: write that of the other`] as const]
    : []),
  ...tunnelViolations(at, end, line),
  ...(line.tunnelInterface !== undefined && line.tunnelInterface === end.tunnelInterface
    ? [[`${at}.tunnelInterface`, `${line.tunnelInterface} is that of the first tunnel: write another`] as const]
    : []),
  ...(end.bgp !== undefined && (line.probe !== undefined || line.distance !== undefined)
    ? [[at, 'BGP chooses between the tunnels, and has no static routes: leave probe and distance out'] as const]
    : []),
  ...[end, other].flatMap(({ tunnelInterface }): readonly Violation[] => {
    const number = Number(tunnelInterface?.replace(/^\D+/, '') ?? 1);
    if (line.probe === undefined || line.probe.number !== undefined || (number > 0 && number <= 1000)) return [];
    return [[`${at}.probe.number`, `is missing: ${tunnelInterface} has no number of 1 to 1000 to take, so write one`]];
  }),
];

const tunnelViolations = (at: string, end: VpnEnd, { tunnel, peerTunnel }: Line): readonly Violation[] => {
  if (tunnel === peerTunnel) return [[at, `both tunnel addresses are ${tunnel}: give each end its own`]];
  const network = networkOf(tunnel);
  if (network !== networkOf(peerTunnel))
    return [[at, `the tunnel addresses ${tunnel} and ${peerTunnel} are not in one network: take both from ${network}`]];
  return end.tunnel !== undefined && isIpv4Cidr(end.tunnel) && networkOf(end.tunnel) === network
    ? [[at, `${tunnel} is in the network of the first tunnel, ${network}: take another`]]
    : [];
};
