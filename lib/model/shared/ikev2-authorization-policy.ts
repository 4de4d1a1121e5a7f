import { z } from 'zod';
import { anyAddress, hostOrNetwork, interfaceRef, vrfRef } from '../choices';
import { noun, ref } from '../noun';
import { hostName, integer, ipv4, ipv6, objectName, oneWord, preference, text } from '../values';

const two = <T extends z.ZodType>(item: T) => preference(item, 'server').max(2, { error: 'write at most two' });
const routeTag = integer(1, 497777);
const distance = integer(1, 255);

/** A network that is given to the peer as reachable here, with what its route shall be. */
const localRoute = z.strictObject({
  network: hostOrNetwork,
  nextHop: anyAddress.optional(),
  vrf: vrfRef.optional(),
  /** 1 to 497777. */
  tag: routeTag.optional(),
  /** Administrative distance, 1 to 255. */
  distance: distance.optional(),
});

/** What a peer or a group of peers is given: addresses, routes, servers. For local authorization. */
export const ikev2AuthorizationPolicy = noun(
  'ikev2-authorization-policy',
  'IKEv2 authorization policy',
  z.strictObject({
    /** Name on the device; `default` is the smart default, and is changed by declaring it. */
    name: objectName,
    /** Where IPv4 addresses come from. */
    pool: ref('address-pool').optional(),
    /** Name of the pool where IPv6 addresses come from. */
    ipv6Pool: objectName.optional(),
    /** Length of the IPv6 prefix that is given, 1 to 128. */
    ipv6Prefix: integer(1, 128).optional(),
    /** Mask of the given address. Default: the device's. */
    netmask: ipv4.optional(),
    /** One or two DNS servers. */
    dns: two(ipv4).optional(),
    /** One or two DNS servers of IPv6. */
    ipv6Dns: two(ipv6).optional(),
    /** One or two WINS servers. */
    wins: two(ipv4).optional(),
    /** The client's domain. */
    defDomain: oneWord(128, 'domain name').optional(),
    /** What the client shows at login; one line (a terminal asks for more lines in ways that are not proven). */
    banner: text(200)
      .refine((words) => !words.includes('^'), { error: 'write it without ^, which ends it' })
      .optional(),
    /** Domains whose names the VPN's servers know. */
    splitDns: preference(oneWord(128, 'domain name'), 'domain').optional(),
    /** Tell the peer the address of the tunnel interface. */
    routeSetInterface: z.literal(true).optional(),
    /** Tell the peer the networks of these interfaces. */
    routeSetInterfaces: preference(interfaceRef, 'interface').optional(),
    /** Tell the peer the networks of this list: for AnyConnect, the split tunnel. */
    routeSetAccessList: ref('access-list').optional(),
    /** The same for IPv6. */
    routeSetIpv6AccessList: ref('ipv6-access-list').optional(),
    /** Networks that are told to the peer: `10.0.0.0/16`. */
    routeSetRemote: preference(hostOrNetwork, 'network').optional(),
    /** Routes that this end makes towards the peer. */
    routeSetLocal: preference(localRoute, 'route').optional(),
    /** Take the routes that the peer tells, with this tag (1 to 497777) and distance (1 to 255). */
    routeAccept: z.strictObject({ tag: routeTag.optional(), distance: distance.optional() }).optional(),
    /** Take the routes that a route map lets through. */
    routeAcceptMap: objectName.optional(),
    /** Further attributes, like lines of the cloned interface. */
    attributeList: ref('aaa-attribute-list').optional(),
    /** DHCP server that gives addresses. */
    dhcpServer: hostName.optional(),
    /** Address by which the DHCP server chooses the network. */
    dhcpGiaddr: ipv4.optional(),
    /** Seconds to wait for the DHCP server, 4 to 30. Default: 8. */
    dhcpTimeout: integer(4, 30, 'seconds').optional(),
    /** Gateways that a client tries when this one does not answer, at most 10. */
    backupGateways: preference(hostName, 'gateway').max(10, { error: 'write at most ten' }).optional(),
    /** Seconds that a session may last, 120 to 25920000. Default: no limit. */
    sessionLifetime: integer(120, 25920000, 'seconds').optional(),
    /** How many SAs a peer may have, 0 to 50000. Default: no limit. */
    flowLimit: integer(0, 50000).optional(),
    /** The client uses perfect forward secrecy. */
    pfs: z.literal(true).optional(),
    /** The client may reach its own network (not AnyConnect, Cisco Live BRKSEC-2881). */
    includeLocalLan: z.literal(true).optional(),
    /** The session ends when the smart card is taken out. */
    smartcardRemovalDisconnect: z.literal(true).optional(),
    /** Where the client loads its configuration from. */
    configurationUrl: oneWord(255, 'URL').optional(),
    /** Version of that configuration, 1 to 32767. */
    configurationVersion: integer(1, 32767).optional(),
  }),
);
