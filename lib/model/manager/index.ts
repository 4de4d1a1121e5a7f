import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as accessRule from './access-rule';
import type * as autoNatRule from './auto-nat-rule';
import type * as dynamicAccessPolicy from './dynamic-access-policy';
import type * as fqdnObject from './fqdn-object';
import type * as ftdBgp from './ftd-bgp';
import type * as ftdDevice from './ftd-device';
import type * as ftdDynamicTunnel from './ftd-dynamic-tunnel';
import type * as ftdEcmpZone from './ftd-ecmp-zone';
import type * as ftdGroupPolicy from './ftd-group-policy';
import type * as ftdLoopback from './ftd-loopback';
import type * as ipv6AddressPool from './ipv6-address-pool';
import type * as localRealmUser from './local-realm-user';
import type * as managerLookups from './manager-lookups';
import type * as natPolicy from './nat-policy';
import type * as natRule from './nat-rule';
import type * as networkGroup from './network-group';
import type * as networkObject from './network-object';
import type * as objectOverrides from './object-overrides';
import type * as platformSettings from './platform-settings';
import type * as policyAssignment from './policy-assignment';
import type * as raConnectionProfile from './ra-connection-profile';
import type * as raCryptoMap from './ra-crypto-map';
import type * as raPolicySettings from './ra-policy-settings';
import type * as raVpnPolicy from './ra-vpn-policy';
import type * as realm from './realm';
import type * as samlServer from './saml-server';
import type * as secureClientAttribute from './secure-client-attribute';
import type * as secureClientFile from './secure-client-file';
import type * as securityGroupTag from './security-group-tag';
import type * as securityZone from './security-zone';
import type * as slaMonitor from './sla-monitor';
import type * as timeRange from './time-range';
import type * as urlObject from './url-object';
import type * as vpnEndpoint from './vpn-endpoint';
import type * as vpnTopology from './vpn-topology';

const load = createRequire(__filename);

/** What an FMC keeps beside the configuration of its firewalls. */
export const managerNouns = lazily({
  'ftd-device': () => (load('./ftd-device') as typeof ftdDevice).ftdDevice,
  'security-zone': () => (load('./security-zone') as typeof securityZone).securityZone,
  'trusted-ca': () => (load('./manager-lookups') as typeof managerLookups).trustedCa,
  'dynamic-access-policy': () => (load('./dynamic-access-policy') as typeof dynamicAccessPolicy).dynamicAccessPolicy,
  realm: () => (load('./realm') as typeof realm).realm,
  'local-realm-user': () => (load('./local-realm-user') as typeof localRealmUser).localRealmUser,
  'access-policy': () => (load('./manager-lookups') as typeof managerLookups).accessPolicy,
  'port-object': () => (load('./manager-lookups') as typeof managerLookups).portObject,
  'time-range': () => (load('./time-range') as typeof timeRange).timeRange,
  'nat-policy': () => (load('./nat-policy') as typeof natPolicy).natPolicy,
  'network-object': () => (load('./network-object') as typeof networkObject).networkObject,
  'fqdn-object': () => (load('./fqdn-object') as typeof fqdnObject).fqdnObject,
  'network-group': () => (load('./network-group') as typeof networkGroup).networkGroup,
  'url-object': () => (load('./url-object') as typeof urlObject).urlObject,
  'security-group-tag': () => (load('./security-group-tag') as typeof securityGroupTag).securityGroupTag,
  'sla-monitor': () => (load('./sla-monitor') as typeof slaMonitor).slaMonitor,
  'ipv6-address-pool': () => (load('./ipv6-address-pool') as typeof ipv6AddressPool).ipv6AddressPool,
  'ftd-loopback': () => (load('./ftd-loopback') as typeof ftdLoopback).ftdLoopback,
  'ftd-dynamic-tunnel': () => (load('./ftd-dynamic-tunnel') as typeof ftdDynamicTunnel).ftdDynamicTunnel,
  'ftd-ecmp-zone': () => (load('./ftd-ecmp-zone') as typeof ftdEcmpZone).ftdEcmpZone,
  'ftd-bgp': () => (load('./ftd-bgp') as typeof ftdBgp).ftdBgp,
  'secure-client-attribute': () =>
    (load('./secure-client-attribute') as typeof secureClientAttribute).secureClientAttribute,
  'secure-client-file': () => (load('./secure-client-file') as typeof secureClientFile).secureClientFile,
  'saml-server': () => (load('./saml-server') as typeof samlServer).samlServer,
  'ftd-group-policy': () => (load('./ftd-group-policy') as typeof ftdGroupPolicy).ftdGroupPolicy,
  'vpn-topology': () => (load('./vpn-topology') as typeof vpnTopology).vpnTopology,
  'vpn-endpoint': () => (load('./vpn-endpoint') as typeof vpnEndpoint).vpnEndpoint,
  'ra-vpn-policy': () => (load('./ra-vpn-policy') as typeof raVpnPolicy).raVpnPolicy,
  'ra-connection-profile': () => (load('./ra-connection-profile') as typeof raConnectionProfile).raConnectionProfile,
  'ra-crypto-map': () => (load('./ra-crypto-map') as typeof raCryptoMap).raCryptoMap,
  'ra-certificate-mapping': () => (load('./ra-policy-settings') as typeof raPolicySettings).raCertificateMapping,
  'ra-ldap-attributes': () => (load('./ra-policy-settings') as typeof raPolicySettings).raLdapAttributes,
  'ra-local-realm': () => (load('./ra-policy-settings') as typeof raPolicySettings).raLocalRealm,
  'ra-load-balancing': () => (load('./ra-policy-settings') as typeof raPolicySettings).raLoadBalancing,
  'nat-rule': () => (load('./nat-rule') as typeof natRule).natRule,
  'auto-nat-rule': () => (load('./auto-nat-rule') as typeof autoNatRule).autoNatRule,
  'access-rule': () => (load('./access-rule') as typeof accessRule).accessRule,
  'platform-settings': () => (load('./platform-settings') as typeof platformSettings).platformSettings,
  'vpn-logging': () => (load('./platform-settings') as typeof platformSettings).vpnLogging,
  'network-object-override': () => (load('./object-overrides') as typeof objectOverrides).networkObjectOverride,
  'fqdn-object-override': () => (load('./object-overrides') as typeof objectOverrides).fqdnObjectOverride,
  'network-group-override': () => (load('./object-overrides') as typeof objectOverrides).networkGroupOverride,
  'url-object-override': () => (load('./object-overrides') as typeof objectOverrides).urlObjectOverride,
  'address-pool-override': () => (load('./object-overrides') as typeof objectOverrides).addressPoolOverride,
  'ipv6-address-pool-override': () => (load('./object-overrides') as typeof objectOverrides).ipv6AddressPoolOverride,
  'cert-trustpoint-override': () => (load('./object-overrides') as typeof objectOverrides).certTrustpointOverride,
  'saml-server-override': () => (load('./object-overrides') as typeof objectOverrides).samlServerOverride,
  'secure-client-attribute-override': () =>
    (load('./object-overrides') as typeof objectOverrides).secureClientAttributeOverride,
  'policy-assignment': () => (load('./policy-assignment') as typeof policyAssignment).policyAssignment,
});
