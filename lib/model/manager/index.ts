import { ftdBgp } from './ftd-bgp';
import { ftdDevice } from './ftd-device';
import { ftdGroupPolicy } from './ftd-group-policy';
import { ipv6AddressPool } from './ipv6-address-pool';
import { natPolicy, realm, securityZone, timeRange } from './manager-lookups';
import { natRule } from './nat-rule';
import { networkGroup } from './network-group';
import { networkObject } from './network-object';
import { platformSettings, vpnLogging } from './platform-settings';
import { policyAssignment } from './policy-assignment';
import { raConnectionProfile } from './ra-connection-profile';
import { raCryptoMap } from './ra-crypto-map';
import { raCertificateMapping, raLdapAttributes, raLoadBalancing } from './ra-policy-settings';
import { raVpnPolicy } from './ra-vpn-policy';
import { samlServer } from './saml-server';
import { secureClientFile } from './secure-client-file';
import { urlObject } from './url-object';
import { vpnEndpoint } from './vpn-endpoint';
import { vpnTopology } from './vpn-topology';

/** What an FMC keeps beside the configuration of its firewalls. */
export const managerNouns = {
  'ftd-device': ftdDevice,
  'security-zone': securityZone,
  realm,
  'time-range': timeRange,
  'nat-policy': natPolicy,
  'network-object': networkObject,
  'network-group': networkGroup,
  'url-object': urlObject,
  'ipv6-address-pool': ipv6AddressPool,
  'ftd-bgp': ftdBgp,
  'secure-client-file': secureClientFile,
  'saml-server': samlServer,
  'ftd-group-policy': ftdGroupPolicy,
  'vpn-topology': vpnTopology,
  'vpn-endpoint': vpnEndpoint,
  'ra-vpn-policy': raVpnPolicy,
  'ra-connection-profile': raConnectionProfile,
  'ra-crypto-map': raCryptoMap,
  'ra-certificate-mapping': raCertificateMapping,
  'ra-ldap-attributes': raLdapAttributes,
  'ra-load-balancing': raLoadBalancing,
  'nat-rule': natRule,
  'platform-settings': platformSettings,
  'vpn-logging': vpnLogging,
  'policy-assignment': policyAssignment,
} as const;
