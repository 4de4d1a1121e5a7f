import type { AuthorizationAttributes } from '../model/shared/authorization-attributes';

/** A RADIUS attribute and its value as it goes over the wire. */
export type RadiusAttribute = readonly [name: string, value: string];
type Write<F extends keyof AuthorizationAttributes> = (
  value: NonNullable<AuthorizationAttributes[F]>,
) => readonly RadiusAttribute[];

export const avPair = 'Cisco-AVPair';
const pair = (text: string): RadiusAttribute => [avPair, text];

/** In the order in which they are sent. An attribute that is forgotten here does not compile. */
const writers: { readonly [F in keyof AuthorizationAttributes]-?: Write<F> } = {
  framedIpAddress: (address) => [['Framed-IP-Address', address]],
  framedIpNetmask: (mask) => [['Framed-IP-Netmask', mask]],
  framedPool: (pool) => [['Framed-Pool', pool]],
  addressPool: (pool) => [pair(`ipsec:addr-pool=${pool}`)],
  groupDhcpServer: (server) => [pair(`ipsec:group-dhcp-server=${server}`)],
  // Two servers stand in one attribute with a blank between them; that is how it is used, Cisco's guide shows one.
  dnsServers: (servers) => [pair(`ipsec:dns-servers=${servers.join(' ')}`)],
  defaultDomain: (domain) => [pair(`ipsec:default-domain=${domain}`)],
  banner: (words) => [pair(`ipsec:banner=${words}`)],
  routeSetPrefixes: (networks) => networks.map((network) => pair(`ipsec:route-set=prefix ${network}`)),
  routeSetInterface: () => [pair('ipsec:route-set=interface')],
  backupGateways: (gateways) => gateways.map((gateway) => pair(`ipsec:ipsec-backup-gateway=${gateway}`)),
  interfaceConfig: (lines) => lines.map((line) => pair(`ip:interface-config=${line}`)),
  acctInterimInterval: (seconds) => [['Acct-Interim-Interval', String(seconds)]],
  avPairs: (pairs) => pairs.map(pair),
};

/** What a user or group is given, as the attributes that a RADIUS server sends. */
export const radiusAttributes = (given: AuthorizationAttributes): readonly RadiusAttribute[] =>
  (Object.keys(writers) as (keyof AuthorizationAttributes)[]).flatMap((field) => {
    const value = given[field];
    return value === undefined ? [] : (writers[field] as Write<typeof field>)(value);
  });
