import { z } from 'zod';
import { ref } from '../noun';
import { hostName, integer, ipv4, ipv4Network, objectName, oneWord, preference, text } from '../values';
import { notValid } from '../wording';

/** Text inside the quotes of a RADIUS server's file and of a router's line. */
const quotable = (max: number) =>
  text(max).refine((words) => !/["'\\]/.test(words), { error: 'write it without quotes and backslashes' });

/**
 * A pool of the router: its construct, or the name of one that is there. Only its name is kept: a server's file stands on
 * another target than the router.
 */
const pool = z
  .union([ref('address-pool'), objectName], {
    error: notValid('address pool', 'the AddressPool construct of the router, or the name of one that is there'),
  })
  .transform((value) => (typeof value === 'string' ? value : value.name));

/**
 * What a peer, or a group of peers, is given: the same words whether a RADIUS server says it or the router itself. Cisco
 * Live BRKSEC-2881 ("FlexVPN AAA Integration") and the appendix "FlexVPN RADIUS Attributes" of Cisco's FlexVPN guide.
 */
export const authorizationAttributes = z
  .strictObject({
    /** The one address of this peer. Only a server can say it. `Framed-IP-Address` (RFC 2865 section 5.8). */
    framedIpAddress: ipv4.optional(),
    /** Mask of the given address. `Framed-IP-Netmask` (RFC 2865 section 5.9). */
    framedIpNetmask: ipv4.optional(),
    /** The router gives an address of this pool. `Framed-Pool` (RFC 2869 section 5.18). */
    framedPool: pool.optional(),
    /** The same in Cisco's own words. `ipsec:addr-pool`. */
    addressPool: pool.optional(),
    /** The router asks this DHCP server for an address. `ipsec:group-dhcp-server`. */
    groupDhcpServer: ipv4.optional(),
    /** One or two DNS servers. `ipsec:dns-servers`. */
    dnsServers: preference(ipv4, 'server').max(2, { error: 'write at most two' }).optional(),
    /** The client's domain. `ipsec:default-domain`. */
    defaultDomain: hostName.optional(),
    /** What the client shows at login. `ipsec:banner`. */
    banner: quotable(200)
      .refine((words) => !words.includes('^'), { error: 'write it without ^, which ends it on a router' })
      .optional(),
    /** Networks behind the headend: the split tunnel. `ipsec:route-set=prefix`. */
    routeSetPrefixes: preference(ipv4Network, 'network').optional(),
    /** Tell the peer the address of the tunnel interface. `ipsec:route-set=interface`. */
    routeSetInterface: z.literal(true).optional(),
    /** Gateways that a client tries when this one does not answer, at most 10. `ipsec:ipsec-backup-gateway`. */
    backupGateways: preference(hostName, 'gateway').max(10, { error: 'write at most ten' }).optional(),
    /** Lines of the interface that is cloned for the peer: `vrf forwarding RED`. `ip:interface-config`. */
    interfaceConfig: preference(quotable(200), 'line').optional(),
    /** Seconds between accounting updates, 60 to 86400. `Acct-Interim-Interval` (RFC 2869 section 5.16). */
    acctInterimInterval: integer(60, 86400, 'seconds').optional(),
    /** Further `Cisco-AVPair` attributes, whole: `ip:inacl#1=permit ip any any`. */
    avPairs: preference(
      quotable(240).regex(/^[a-z]+:[^=*\s]+[=*]/, {
        error: notValid('Cisco-AVPair', 'protocol:attribute=value, like ip:inacl#1=permit ip any any'),
      }),
      'attribute',
    ).optional(),
  })
  .superRefine((given, context) => {
    const sources = (['framedIpAddress', 'framedPool', 'addressPool', 'groupDhcpServer'] as const).filter(
      (source) => given[source] !== undefined,
    );
    if (sources.length > 1)
      context.addIssue({
        code: 'custom',
        path: [sources[1]!],
        message: `${sources.join(' and ')} each say where the address comes from: write one of them`,
      });
  });
export type AuthorizationAttributes = z.output<typeof authorizationAttributes>;

/** A name that a RADIUS server is asked for. */
export const entryName = oneWord(253, 'user name')
  .regex(/^[A-Za-z0-9_@.+-]+$/, { error: 'letters, digits and _ @ . + - only' })
  .refine((name) => name !== 'DEFAULT', { error: 'DEFAULT is for everybody: name the user or the group' });

export interface Merging {
  /** What came with the authentication (`cached`). */
  readonly cached?: AuthorizationAttributes;
  /** What the peer itself is given by a list of its own. */
  readonly user?: AuthorizationAttributes;
  /** What its group is given. */
  readonly group?: AuthorizationAttributes;
  /** The profile says `group override`. */
  readonly override?: boolean;
}

const where = ['framedIpAddress', 'framedPool', 'addressPool', 'groupDhcpServer'] as const;
/** The second wins, attribute by attribute. Where the address comes from is one thing: one source takes the other away. */
const over = (under: AuthorizationAttributes, wins: AuthorizationAttributes): AuthorizationAttributes => {
  const decided = where.some((source) => wins[source] !== undefined);
  const kept = Object.entries(under).filter(([name]) => !decided || !(where as readonly string[]).includes(name));
  return { ...Object.fromEntries(kept), ...wins };
};

/**
 * What a peer has in the end (Cisco Live BRKSEC-2881, "Attributes – Merging"): what an explicit look-up of the user said
 * wins over what came with the authentication, and what is the user's wins over what is the group's, unless the group
 * overrides. So a server's word on a user stands over the router's own word on the group. Places are not merged: of one
 * list the first method that answers says everything. That one source of the address takes the others away is a
 * reading, not proven.
 */
export const mergedAttributes = ({ cached = {}, user = {}, group = {}, override = false }: Merging) => {
  const own = over(cached, user);
  return override ? over(own, group) : over(group, own);
};
