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

type Given = Partial<Record<keyof AuthorizationAttributes, unknown>>;
const lists: readonly (keyof AuthorizationAttributes)[] = [
  'routeSetPrefixes',
  'backupGateways',
  'interfaceConfig',
  'avPairs',
];
/** The words before the value of what stands in one attribute of its own. */
const pairs: Readonly<Partial<Record<keyof AuthorizationAttributes, string>>> = {
  addressPool: 'ipsec:addr-pool=',
  groupDhcpServer: 'ipsec:group-dhcp-server=',
  dnsServers: 'ipsec:dns-servers=',
  defaultDomain: 'ipsec:default-domain=',
  banner: 'ipsec:banner=',
  routeSetPrefixes: 'ipsec:route-set=prefix ',
  backupGateways: 'ipsec:ipsec-backup-gateway=',
  interfaceConfig: 'ip:interface-config=',
};
const attributes: Readonly<Record<string, keyof AuthorizationAttributes>> = {
  'Framed-IP-Address': 'framedIpAddress',
  'Framed-IP-Netmask': 'framedIpNetmask',
  'Framed-Pool': 'framedPool',
  'Acct-Interim-Interval': 'acctInterimInterval',
};

const valueIn = (field: keyof AuthorizationAttributes, text: string): unknown => {
  if (field === 'dnsServers') return text.split(' ');
  return field === 'acctInterimInterval' ? Number(text) : text;
};

const fieldIn = ([name, value]: RadiusAttribute): readonly [keyof AuthorizationAttributes, unknown] | undefined => {
  const own = attributes[name];
  if (own !== undefined) return [own, valueIn(own, value)];
  if (name !== avPair) return undefined;
  if (value === 'ipsec:route-set=interface') return ['routeSetInterface', true];
  const found = (Object.entries(pairs) as [keyof AuthorizationAttributes, string][]).find(([, lead]) =>
    value.startsWith(lead),
  );
  return found === undefined ? ['avPairs', value] : [found[0], valueIn(found[0], value.slice(found[1].length))];
};

const gathered = (found: readonly (readonly [keyof AuthorizationAttributes, unknown])[]): Given => {
  const given: Given = {};
  for (const [field, value] of found)
    given[field] = lists.includes(field) ? [...((given[field] ?? []) as unknown[]), value] : value;
  return given;
};

/**
 * What attributes give, the other way round. Those that stand in another order than they are written in are taken as they
 * are (`avPairs`); undefined where one of them is unknown, or they cannot be written like that.
 */
export const readAttributes = (sent: readonly RadiusAttribute[]): AuthorizationAttributes | undefined => {
  const fields = sent.map(fieldIn);
  if (fields.includes(undefined)) return undefined;
  const plain = sent.map((attribute, i) =>
    attribute[0] === avPair ? (['avPairs', attribute[1]] as const) : fields[i]!,
  );
  return [fields.map((field) => field!), plain]
    .map((found) => gathered(found) as AuthorizationAttributes)
    .find((given) => JSON.stringify(radiusAttributes(given)) === JSON.stringify(sent));
};
