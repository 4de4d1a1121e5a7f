import type { AuthorizationAttributes } from '../model/shared/authorization-attributes';
import type { NounOf } from '../model/nouns';
import { secretMarker } from '../model/secret';
import type { Document } from './document';

type Attribute = readonly [name: string, value: string];
type Write<F extends keyof AuthorizationAttributes> = (
  value: NonNullable<AuthorizationAttributes[F]>,
) => readonly Attribute[];

const pair = (text: string): Attribute => ['Cisco-AVPair', `'${text}'`];

/** In the order in which they stand in the file. An attribute that is forgotten here does not compile. */
const writers: { readonly [F in keyof AuthorizationAttributes]-?: Write<F> } = {
  framedIpAddress: (address) => [['Framed-IP-Address', address]],
  framedIpNetmask: (mask) => [['Framed-IP-Netmask', mask]],
  framedPool: (pool) => [['Framed-Pool', `'${pool}'`]],
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

const attributesOf = (given: AuthorizationAttributes): readonly Attribute[] =>
  (Object.keys(writers) as (keyof AuthorizationAttributes)[]).flatMap((field) => {
    const value = given[field];
    return value === undefined ? [] : (writers[field] as Write<typeof field>)(value);
  });

/** The first of a name is set, further ones are added beside it. */
const lines = (attributes: readonly Attribute[]): readonly string[] =>
  attributes.map(([name, value], i) => {
    const operator = attributes.slice(0, i).some(([before]) => before === name) ? '+=' : '=';
    return `\t${name} ${operator} ${value}${i === attributes.length - 1 ? '' : ','}`;
  });

/**
 * The `users` file. Values stand in single quotes: between double quotes FreeRADIUS replaces what looks like a variable
 * (`%{User-Name}`).
 */
export const radiusAuthorizationDocument = ({ name, entries }: NounOf<'radius-authorization'>): Document => ({
  name,
  quote: 'single',
  text: entries
    .map(({ name: who, password, attributes }) =>
      [`${who}\tCleartext-Password := '${secretMarker(password)}'`, ...lines(attributesOf(attributes)), ''].join('\n'),
    )
    .join('\n'),
});
