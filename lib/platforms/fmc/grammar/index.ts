import { unsupported, unsupportedExcept } from '../../../desired/unsupported';
import type { AnyRest } from '../../../desired/rest/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { ftdBgp } from './bgp';
import { ftdEcmpZone } from './ecmp-zone';
import { dynamicAccessPolicy } from './dynamic-access-policy';
import { ftdDynamicTunnel, ftdLoopback } from './dynamic-tunnels';
import { ikev2Policy, ikev2Proposal } from './ikev2-policy';
import { tunnelInterface } from './interfaces';
import { ipsecProposal } from './ipsec-proposal';
import { accessList } from './access-list';
import { accessRule } from './access-rule';
import {
  addressPool,
  ipv6AddressPool,
  fqdnObject,
  networkGroup,
  networkObject,
  securityGroupTag,
  securityZone,
  urlObject,
} from './objects';
import { objectOverrides } from './object-overrides';
import { aaaServerGroup, radiusServer, samlServer } from './aaa';
import { ftdGroupPolicy } from './group-policy';
import { autoNatRule, natPolicy, natRule } from './nat';
import { platformSettings, policyAssignment, vpnLogging } from './policies';
import { raConnectionProfile } from './ra-connection-profile';
import { raCertificateMapping, raCryptoMap, raLdapAttributes, raLoadBalancing, raLocalRealm } from './ra-settings';
import { raVpnPolicy } from './ra-vpn-policy';
import { localRealmUser, realm } from './realm';
import { ipv6StaticRoute, staticRoute } from './routes';
import { secureClientAttribute } from './secure-client-attribute';
import { secureClientFile, secureClientProfile } from './secure-client-file';
import { certTrustpoint } from './enrollment';
import { certificateMap } from './pki';
import { slaMonitor } from './sla-monitor';
import { timeRange } from './time-range';
import { vpnEndpoint } from './endpoint';
import { vpnTopology } from './topology';
import { withUndeclared } from './undeclared';
import { byVersion } from './versions';

/** How the FMC writes each noun. A noun that is missing here does not compile. */
const written = {
  ...unsupportedExcept('manager', 'device'),
  'ftd-device': { form: 'looked-up', key: 'devices' },
  'security-zone': securityZone,
  'trusted-ca': {
    form: 'looked-up',
    key: 'externalcacertificates',
    collection: 'object/externalcacertificates',
    type: 'ExternalCACertificate',
  },
  'dynamic-access-policy': dynamicAccessPolicy,
  realm,
  'local-realm-user': localRealmUser,
  'access-policy': {
    form: 'looked-up',
    key: 'accesspolicies',
    collection: 'policy/accesspolicies',
    type: 'AccessPolicy',
  },
  'port-object': {
    form: 'looked-up',
    key: 'ports',
    collection: 'object/protocolportobjects',
    also: ['object/portobjectgroups', 'object/icmpv4objects'],
  },
  'time-range': timeRange,
  'nat-policy': natPolicy,
  'network-object': networkObject,
  'fqdn-object': fqdnObject,
  'network-group': networkGroup,
  'url-object': urlObject,
  'security-group-tag': securityGroupTag,
  ...objectOverrides,
  'sla-monitor': slaMonitor,
  'address-pool': addressPool,
  'ipv6-address-pool': ipv6AddressPool,
  'access-list': accessList,
  'secure-client-attribute': secureClientAttribute,
  'secure-client-file': secureClientFile,
  'secure-client-profile': secureClientProfile,
  'radius-server': radiusServer,
  'aaa-server-group': aaaServerGroup,
  'saml-server': samlServer,
  'ftd-group-policy': ftdGroupPolicy,
  'ra-vpn-policy': raVpnPolicy,
  'ra-connection-profile': raConnectionProfile,
  'ra-crypto-map': raCryptoMap,
  'ra-certificate-mapping': raCertificateMapping,
  'ra-ldap-attributes': raLdapAttributes,
  'ra-local-realm': raLocalRealm,
  'ra-load-balancing': raLoadBalancing,
  'nat-rule': natRule,
  'auto-nat-rule': autoNatRule,
  'access-rule': accessRule,
  'platform-settings': platformSettings,
  'vpn-logging': vpnLogging,
  'policy-assignment': policyAssignment,
  'cert-trustpoint': certTrustpoint,
  'certificate-map': certificateMap,
  'ikev2-proposal': ikev2Proposal,
  'ikev2-policy': ikev2Policy,
  'ipsec-transform-set': ipsecProposal,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  'ipv6-static-route': ipv6StaticRoute,
  'ftd-loopback': ftdLoopback,
  'ftd-dynamic-tunnel': ftdDynamicTunnel,
  'ftd-ecmp-zone': ftdEcmpZone,
  'ftd-bgp': ftdBgp,
  'vpn-topology': vpnTopology,
  'vpn-endpoint': vpnEndpoint,
  'loopback-interface': unsupported('on an FMC a loopback interface belongs to a firewall: write FtdLoopback'),
  'ikev2-keyring': unsupported('the FMC keeps the key in the topology: write authentication on VpnTopology'),
  'ikev2-profile': unsupported('the FMC keeps this in the topology: write VpnTopology'),
  'ipsec-profile': unsupported('the FMC keeps this in the topology: write lifetimeSeconds and pfs on VpnTopology'),
  bgp: unsupported('on the FMC this is of a firewall, with network objects: write FtdBgp'),
  vrf: unsupported('a firewall has its virtual routers from the FMC: not declared here'),
  'local-user': unsupported('the FMC has its users by itself'),
  aaa: unsupported('the FMC has no such switch'),
  'ldap-attribute-map': unsupported('on the FMC the policy holds them: write RaLdapAttributes'),
  'ldap-server': unsupported("on the FMC this is a realm: write Realm with type: 'ldap'"),
  'aaa-authentication-list': unsupported(
    'on the FMC the connection profile says who is asked: write RaConnectionProfile',
  ),
  'aaa-authorization-list': unsupported(
    'on the FMC the connection profile says who is asked: write RaConnectionProfile',
  ),
  'aaa-accounting-list': unsupported('on the FMC the connection profile says who is asked: write RaConnectionProfile'),
  'aaa-attribute-list': unsupported('on the FMC the group policy says what users get: write FtdGroupPolicy'),
  'ipv6-access-list': unsupported('on the FMC this is an extended access list: write AccessList'),
  logging: unsupported('set in the platform settings policy of the FMC; for the VPN write VpnLogging'),
  'http-server': unsupported('set in the platform settings policy of the FMC'),
  'smart-defaults': unsupported('the FMC has no smart defaults: leave it out'),
  'ikev2-global': unsupported('the FMC keeps this in the remote access policy: write ipsec on RaVpnPolicy'),
  'ikev2-name-mangler': unsupported(
    'on the FMC the connection profile takes the name out of the certificate: write certificateName on RaConnectionProfile',
  ),
  'ikev2-authorization-policy': unsupported('on the FMC this is a group policy: write FtdGroupPolicy'),
  'anyconnect-profile': unsupported(
    'on the FMC this is an object: write SecureClientProfile, or SecureClientFile for a file that you have',
  ),
  'ssl-policy': unsupported('the FMC keeps this in the remote access policy: write accessInterfaces on RaVpnPolicy'),
  'ipsec-global': unsupported('the FMC keeps this in the remote access policy: write ipsec on RaVpnPolicy'),
  'virtual-template': unsupported(
    'for remote access the FMC makes it from the policy; for a hub of site-to-site VPNs write FtdDynamicTunnel',
  ),
  'flexvpn-client': unsupported('a firewall is not a FlexVPN client'),
  'interface-lines': unsupported('a firewall has its interfaces from the FMC'),
  'ikev2-cluster': unsupported('FMC firewalls balance by a load balancing group of the remote access policy'),
  'raw-config': unsupported('the FMC takes no lines: it has FlexConfig, which is not declared here'),
  'raw-block': unsupported('the FMC takes no lines: it has FlexConfig, which is not declared here'),
  'scp-server': unsupported('set in the platform settings policy of the FMC'),
  'ntp-servers': unsupported('set in the platform settings policy of the FMC'),
  'config-archive': unsupported('the FMC keeps its own deployment history'),
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };
/** The kinds that an FMC has as objects of their own. */
export type FmcKind = {
  [K in Kind]: (typeof written)[K] extends { readonly form: 'none' | 'embedded' } ? never : K;
}[Kind];
export const grammar = withUndeclared(byVersion(written));

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
