import { onlyNameOf } from './noun';
import { nouns, type Kind } from './nouns';

/** Where a level-1 construct lies, and what of it is written by hand. */
export interface Entry {
  readonly area: string;
  /** Default: the kind in capitals, `ikev2-proposal` as `IkeV2Proposal`. */
  readonly className?: string;
  /** Fields that the class fills in: no props. */
  readonly derived?: readonly string[];
  /** It is looked up by name and never written: there is only `fromExisting`. */
  readonly lookedUp?: true;
  /** The class has behaviour of its own and is written by hand, below `constructs/custom`. */
  readonly custom?: true;
}

const of = (area: string, ...kinds: readonly Kind[]) => kinds.map((kind) => [kind, { area }] as const);
const custom = (area: string, derived: readonly string[], ...kinds: readonly Kind[]) =>
  kinds.map((kind) => [kind, { area, custom: true, derived }] as const);
const lookedUp = (area: string, ...kinds: readonly Kind[]) =>
  kinds.map((kind) => [kind, { area, lookedUp: true }] as const);

/** Every kind that has a construct of level 1, by area. `ftd-device` comes from `Fmc.ftd`. */
export const catalogue: ReadonlyMap<Kind, Entry> = new Map<Kind, Entry>([
  ...of('ikev2', 'ikev2-proposal', 'ikev2-keyring', 'ikev2-profile', 'ikev2-name-mangler', 'ikev2-enable'),
  ...of('ikev2', 'ikev2-authorization-policy', 'flexvpn-client', 'skip-client'),
  ...of('ikev2', 'ikev2-remote-access', 'ikev2-cluster', 'ikev2-global', 'smart-defaults'),
  ...custom('ikev2', [], 'ikev2-policy'),
  ...of('ipsec', 'ipsec-profile', 'ipsec-transform-set'),
  ...of('ipsec', 'ipsec-global'),
  ...custom('ipsec', [], 'crypto-map', 'dynamic-map'),
  ...of('ipsec', 'crypto-map-entry'),
  ...of('pki', 'cert-trustpoint', 'cert-trustpoint-override', 'certificate-map'),
  ...of('aaa', 'aaa-authentication-list', 'aaa-authorization-list', 'aaa-accounting-list', 'aaa-attribute-list'),
  ...of('aaa', 'aaa-server-group', 'aaa-server', 'radius-server', 'ldap-server', 'ldap-attribute-map', 'local-user'),
  ...of('aaa', 'saml-server', 'saml-server-override'),
  ['aaa', { area: 'aaa', className: 'AaaNewModel', custom: true }],
  ...of('interfaces', 'virtual-template', 'interface-lines', 'vrf', 'loopback-interface', 'bgp'),
  ...of('interfaces', 'ip-sla', 'ip-sla-schedule', 'tracked-object'),
  ...of('interfaces', 'static-route', 'ipv6-static-route', 'ftd-bgp'),
  ...of('interfaces', 'ftd-loopback', 'ftd-dynamic-tunnel', 'ftd-ecmp-zone'),
  ...custom('interfaces', [], 'tunnel-interface'),
  ...of('addressing', 'address-pool', 'access-list', 'ipv6-access-list', 'ipv6-address-pool'),
  ...of('addressing', 'address-pool-override', 'ipv6-address-pool-override'),
  ...of('remote-access', 'tunnel-group', 'asa-group-policy', 'ftd-group-policy', 'ssl-policy', 'anyconnect-profile'),
  ...of('remote-access', 'webvpn', 'asa-client-attribute', 'ssl-trustpoint'),
  ['ra-vpn-policy', { area: 'remote-access', className: 'RemoteAccessPolicy' }],
  ...of('remote-access', 'ra-connection-profile'),
  ...of('remote-access', 'ra-ldap-attributes', 'ra-certificate-mapping', 'ra-crypto-map'),
  ...of('remote-access', 'ra-load-balancing', 'ra-local-realm', 'tunnel-group-map'),
  ...of('remote-access', 'secure-client-attribute', 'secure-client-attribute-override'),
  ...custom('remote-access', ['sha256'], 'secure-client-file'),
  ...custom('clients', [], 'secure-client-profile', 'radius-authorization'),
  ...of('clients', 'secure-client-local-policy'),
  ...custom('clients', ['proposals', 'transformSets', 'certificate'], 'windows-vpn-client', 'strongswan-client'),
  ...of('duo', 'duo-user', 'duo-group', 'duo-radius-client', 'duo-ad-client', 'duo-only-client'),
  ...of('duo', 'duo-cloud', 'duo-http-proxy', 'duo-ldap-server-auto', 'duo-radius-server-auto'),
  ...of('duo', 'duo-radius-server-challenge', 'duo-radius-server-concat', 'duo-radius-server-iframe'),
  ...of('duo', 'duo-radius-server-eap', 'duo-radius-server-duo-only'),
  ...of('duo', 'duo-proxy-main'),
  ...custom('duo', [], 'duo-radius-application', 'duo-saml-application'),
  ...of('duo', 'duo-phone', 'duo-policy'),
  ...lookedUp('ise', 'ise-active-directory'),
  ...of('ise', 'ise-identity-group', 'ise-network-device', 'ise-network-device-group', 'ise-internal-user'),
  ...of('ise', 'ise-downloadable-acl', 'ise-authorization-profile', 'ise-allowed-protocols'),
  ...of('ise', 'ise-certificate-profile', 'ise-identity-source-sequence'),
  ...of('ise', 'ise-external-radius-server', 'ise-radius-server-sequence'),
  ...of('ise', 'ise-policy-set', 'ise-authentication-rule', 'ise-authorization-rule'),
  ...of('objects', 'fqdn-object', 'network-group', 'network-object', 'url-object'),
  ...of('objects', 'security-group-tag', 'security-zone', 'sla-monitor', 'time-range'),
  ...of('objects', 'network-object-override', 'fqdn-object-override', 'network-group-override', 'url-object-override'),
  ...of('policies', 'platform-settings'),
  ...of('policies', 'nat-policy', 'nat-rule', 'auto-nat-rule', 'access-rule'),
  ...lookedUp('policies', 'access-policy'),
  ...lookedUp('objects', 'port-object'),
  ...of('policies', 'policy-assignment', 'vpn-logging'),
  ['nat-exemption', { area: 'policies', className: 'NatExemptionRule' }],
  ...lookedUp('aaa', 'trusted-ca'),
  ...of('remote-access', 'dynamic-access-policy'),
  ...of('aaa', 'realm', 'local-realm-user'),
  ...custom('site-to-site', ['device'], 'vpn-endpoint'),
  ...of('site-to-site', 'vpn-topology'),
  ...of('management', 'raw-config', 'raw-block', 'scp-server'),
  ...of('management', 'logging', 'ntp-servers', 'http-server', 'config-archive'),
]);

/** Areas of which all objects are of a VPN: of ISE and of Duo nothing else has a construct. */
export const vpnAreas: ReadonlySet<string> = new Set([
  ...['ikev2', 'ipsec', 'site-to-site', 'remote-access', 'clients'],
  ...['ise', 'duo'],
]);

const spelled: Readonly<Record<string, string>> = {
  ikev2: 'IkeV2',
  flexvpn: 'FlexVpn',
  anyconnect: 'AnyConnect',
  strongswan: 'StrongSwan',
};
const capital = (word: string): string => spelled[word] ?? word.charAt(0).toUpperCase() + word.slice(1);

/** Their class takes more than these fields, which then are `XFields`. */
const extended: ReadonlySet<Kind> = new Set<Kind>(['windows-vpn-client', 'strongswan-client', 'vpn-endpoint']);
/** Why one cannot be looked up on its device: it has no `fromExisting`. Those that a device has one of have none either. */
const notLookedUp = {
  'secure-client-profile':
    'its text is written here. For a file that is there already give its path to `AnyConnectProfile`, on an FMC `SecureClientFile.fromExisting`',
  'vpn-endpoint': 'it belongs to its topology, and no prop takes it',
} as const satisfies Readonly<Partial<Record<Kind, string>>>;
const unreferenced = [
  'aaa',
  'radius-authorization',
  'strongswan-client',
  'windows-vpn-client',
  'duo-radius-application',
  'duo-saml-application',
  'static-route',
  'ipv6-static-route',
  'ftd-bgp',
  'crypto-map',
  'nat-exemption',
  'nat-rule',
  'auto-nat-rule',
  'policy-assignment',
  'vpn-logging',
  'ra-certificate-mapping',
  'ra-crypto-map',
  'ra-ldap-attributes',
  'ra-load-balancing',
  'ra-local-realm',
  'local-realm-user',
  'tunnel-group-map',
  'ise-authentication-rule',
  'ise-authorization-rule',
  'network-object-override',
  'fqdn-object-override',
  'network-group-override',
  'url-object-override',
  'address-pool-override',
  'ipv6-address-pool-override',
  'cert-trustpoint-override',
  'saml-server-override',
  'secure-client-attribute-override',
] as const satisfies readonly Kind[];

/** The kinds of which a program may look one up. */
export type LookedUpKind = Exclude<Kind, keyof typeof notLookedUp | (typeof unreferenced)[number]>;

/** The method of its device that gives a construct of a kind that is only looked up: `fmc.ftd('pair')`. */
export const methodOf = (kind: Kind): string | undefined => (kind === 'ftd-device' ? 'ftd' : undefined);

/** Why the construct of a kind has no `fromExisting`; undefined where it has one. */
export const whyNotLookedUp = (kind: Kind): string | undefined => {
  if (onlyNameOf(nouns[kind]) !== undefined) return 'a device has one of it, and no prop takes it';
  const why: Readonly<Partial<Record<Kind, string>>> = notLookedUp;
  return why[kind] ?? (unreferenced.some((one) => one === kind) ? 'no prop takes it' : undefined);
};

export const isExtended = (kind: Kind): boolean => extended.has(kind);

const classNames = new Map<Kind, string>();
/** The class of a kind: `IkeV2Proposal`. */
export const classNameOf = (kind: Kind): string => {
  const known = classNames.get(kind);
  if (known !== undefined) return known;
  const found = catalogue.get(kind)?.className ?? kind.split('-').map(capital).join('');
  classNames.set(kind, found);
  return found;
};
