import type { Kind } from '../../../model/nouns';

type Place = readonly [collection: string, kind: Kind];

/** Access lists, and the tags that lines of them may name. */
export const lists = 'object/extendedaccesslists';
export const tags = 'object/securitygrouptags';

/** What a site-to-site VPN is made of. */
const siteToSite: readonly Place[] = [
  ['object/hosts', 'network-object'],
  ['object/networks', 'network-object'],
  ['object/ranges', 'network-object'],
  ['object/fqdns', 'fqdn-object'],
  ['object/networkgroups', 'network-group'],
  ['object/ikev2policies', 'ikev2-policy'],
  ['object/ikev2ipsecproposals', 'ipsec-transform-set'],
  ['object/certenrollments', 'cert-trustpoint'],
  [lists, 'access-list'],
  ['object/securityzones', 'security-zone'],
  ['object/interfacegroups', 'security-zone'],
  ['object/slamonitors', 'sla-monitor'],
  [tags, 'security-group-tag'],
];

/** What remote access has besides. */
const remoteAccess: readonly Place[] = [
  ['object/standardaccesslists', 'access-list'],
  ['object/urls', 'url-object'],
  ['object/ipv4addresspools', 'address-pool'],
  ['object/ipv6addresspools', 'ipv6-address-pool'],
  ['object/certificatemaps', 'certificate-map'],
  ['object/radiusservergroups', 'aaa-server-group'],
  ['object/ssoservers', 'saml-server'],
  ['object/grouppolicies', 'ftd-group-policy'],
  ['object/anyconnectcustomattributes', 'secure-client-attribute'],
  ['object/anyconnectprofiles', 'secure-client-file'],
  ['object/anyconnectpackages', 'secure-client-file'],
  ['object/anyconnectexternalbrowserpackages', 'secure-client-file'],
  ['object/externalcacertificates', 'trusted-ca'],
  ['object/realms', 'realm'],
  ['policy/dynamicaccesspolicies', 'dynamic-access-policy'],
  ['object/timeranges', 'time-range'],
];

/** What topologies of IKEv1 refer to, which no construct writes. */
export const ikev1Policies = 'object/ikev1policies';
export const ikev1Proposals = 'object/ikev1ipsecproposals';

export const topologies = 'policy/ftds2svpns';
export const policies = 'policy/ravpns';
export const records = 'devices/devicerecords';
export const assignmentOf = (policy: string): string => `assignment/policyassignments/${policy}`;

/** What an object is on single firewalls. */
export const overridesOf = (collection: string, id: string): string => `${collection}/${id}/overrides`;

/** Collections of objects that stand by themselves. */
export const places = { siteToSite, remoteAccess };

/** Children of a policy of remote access that are lists. */
export const policyLists: readonly Place[] = [
  ['connectionprofiles', 'ra-connection-profile'],
  ['ipseccryptomaps', 'ra-crypto-map'],
];
/** Children of it of which there is one, whose id the policy names: the member. */
export const policyChildren: readonly (readonly [child: string, member: string, kind: Kind])[] = [
  ['certificatemapsettings', 'certificateMapSettings', 'ra-certificate-mapping'],
  ['ldapattributemaps', 'ldapAttributeMaps', 'ra-ldap-attributes'],
  ['loadbalancesettings', 'loadBalanceSettings', 'ra-load-balancing'],
];

/** What a firewall has of a VPN, below its record. */
export const faces = 'virtualtunnelinterfaces';
export const loopbacks = 'loopbackinterfaces';
export const routes: readonly Place[] = [
  ['routing/ipv4staticroutes', 'static-route'],
  ['routing/ipv6staticroutes', 'ipv6-static-route'],
];
export const zones = 'routing/ecmpzones';
export const bgp = ['routing/bgpgeneralsettings', 'routing/bgp'] as const;
