import type { z } from 'zod';
import { duoGroup } from './duo/duo-group';
import { duoPhone } from './duo/duo-phone';
import { duoRadiusApplication } from './duo/duo-radius-application';
import { duoUser } from './duo/duo-user';
import { iseIdentityGroup } from './ise/ise-identity-group';
import { iseInternalUser } from './ise/ise-internal-user';
import { iseNetworkDevice } from './ise/ise-network-device';
import { vrf } from './shared/vrf';
import { aaaServer } from './firewall/aaa-server';
import { asaGroupPolicy } from './firewall/asa-group-policy';
import { cryptoMap } from './firewall/crypto-map';
import { cryptoMapEntry } from './firewall/crypto-map-entry';
import { dynamicMap } from './firewall/dynamic-map';
import { ikev2Enable } from './firewall/ikev2-enable';
import { ikev2RemoteAccess } from './firewall/ikev2-remote-access';
import { tunnelGroup } from './firewall/tunnel-group';
import { natExemption } from './firewall/nat-exemption';
import { tunnelGroupMap } from './firewall/tunnel-group-map';
import { webvpn } from './firewall/webvpn';
import { localUser } from './shared/local-user';
import { aaa } from './shared/aaa';
import { radiusServer } from './shared/radius-server';
import { ldapAttributeMap } from './shared/ldap-attribute-map';
import { ldapServer } from './shared/ldap-server';
import { aaaServerGroup } from './shared/aaa-server-group';
import { aaaAuthenticationList } from './shared/aaa-authentication-list';
import { aaaAuthorizationList } from './shared/aaa-authorization-list';
import { aaaAccountingList } from './shared/aaa-accounting-list';
import { aaaAttributeList } from './shared/aaa-attribute-list';
import { addressPool } from './shared/address-pool';
import { accessList } from './shared/access-list';
import { ipv6AccessList } from './shared/ipv6-access-list';
import { logging } from './shared/logging';
import { httpServer } from './shared/http-server';
import { smartDefaults } from './shared/smart-defaults';
import { ikev2Global } from './shared/ikev2-global';
import { ikev2NameMangler } from './shared/ikev2-name-mangler';
import { ikev2AuthorizationPolicy } from './shared/ikev2-authorization-policy';
import { anyconnectProfile } from './shared/anyconnect-profile';
import { sslPolicy } from './shared/ssl-policy';
import { ipsecGlobal } from './shared/ipsec-global';
import { virtualTemplate } from './shared/virtual-template';
import { flexvpnClient } from './shared/flexvpn-client';
import { interfaceLines } from './shared/interface-lines';
import { ikev2Cluster } from './shared/ikev2-cluster';
import { rawConfig } from './shared/raw-config';
import { rawBlock } from './shared/raw-block';
import { certTrustpoint } from './shared/cert-trustpoint';
import { certificateMap } from './shared/certificate-map';
import { configArchive } from './shared/config-archive';
import { ftdDevice } from './manager/ftd-device';
import { ftdGroupPolicy } from './manager/ftd-group-policy';
import { skipClient } from './router/skip-client';
import { ikev2Keyring } from './shared/ikev2-keyring';
import { ikev2Policy } from './shared/ikev2-policy';
import { ikev2Profile } from './shared/ikev2-profile';
import { ikev2Proposal } from './shared/ikev2-proposal';
import { ipsecProfile } from './shared/ipsec-profile';
import { ipsecTransformSet } from './shared/ipsec-transform-set';
import { ipv6AddressPool } from './manager/ipv6-address-pool';
import { loopbackInterface } from './shared/loopback-interface';
import { natPolicy, realm, securityZone, timeRange } from './manager/manager-lookups';
import { natRule } from './manager/nat-rule';
import { networkGroup } from './manager/network-group';
import { networkObject } from './manager/network-object';
import { duoAdClient } from './duo/duo-ad-client';
import { duoCloud } from './duo/duo-cloud';
import { duoHttpProxy } from './duo/duo-http-proxy';
import { duoLdapServerAuto } from './duo/duo-ldap-server-auto';
import { duoOnlyClient } from './duo/duo-only-client';
import { duoProxyMain } from './duo/duo-proxy-main';
import { duoRadiusClient } from './duo/duo-radius-client';
import {
  duoRadiusServerAuto,
  duoRadiusServerChallenge,
  duoRadiusServerConcat,
  duoRadiusServerDuoOnly,
  duoRadiusServerEap,
  duoRadiusServerIframe,
} from './duo/duo-radius-servers';
import { scpServer } from './shared/scp-server';
import { ntpServers } from './shared/ntp-servers';
import { platformSettings, vpnLogging } from './manager/platform-settings';
import { policyAssignment } from './manager/policy-assignment';
import { raConnectionProfile } from './manager/ra-connection-profile';
import { raCryptoMap } from './manager/ra-crypto-map';
import { raCertificateMapping, raLdapAttributes, raLoadBalancing } from './manager/ra-policy-settings';
import { raVpnPolicy } from './manager/ra-vpn-policy';
import { samlServer } from './manager/saml-server';
import { secureClientFile } from './manager/secure-client-file';
import { urlObject } from './manager/url-object';
import { ipv6StaticRoute, staticRoute } from './shared/static-route';
import { tunnelInterface } from './shared/tunnel-interface';
import { secureClientLocalPolicy, secureClientProfile } from './clients/secure-client-profile';
import { windowsVpnClient } from './clients/windows-vpn-client';
import { radiusAuthorization } from './clients/radius-authorization';
import { strongSwanClient } from './clients/strongswan-client';
import { vpnEndpoint } from './manager/vpn-endpoint';
import { vpnTopology } from './manager/vpn-topology';

/** What an ISE server holds. */
export const iseNouns = {
  'ise-identity-group': iseIdentityGroup,
  'ise-network-device': iseNetworkDevice,
  'ise-internal-user': iseInternalUser,
} as const;

/** What a Duo account holds. */
export const duoNouns = {
  'duo-group': duoGroup,
  'duo-phone': duoPhone,
  'duo-user': duoUser,
  'duo-radius-application': duoRadiusApplication,
} as const;

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

/** What clients of remote users read: whole files. */
export const clientNouns = {
  'secure-client-profile': secureClientProfile,
  'secure-client-local-policy': secureClientLocalPolicy,
  'windows-vpn-client': windowsVpnClient,
  'strongswan-client': strongSwanClient,
  'radius-authorization': radiusAuthorization,
} as const;

/** What only routers hold. */
export const routerNouns = {
  'skip-client': skipClient,
  'ipv6-static-route': ipv6StaticRoute,
} as const;

/** What routers and firewalls hold. */
export const deviceNouns = {
  'config-archive': configArchive,
  'ntp-servers': ntpServers,
  'scp-server': scpServer,
  vrf,
  'local-user': localUser,
  aaa,
  'radius-server': radiusServer,
  'ldap-attribute-map': ldapAttributeMap,
  'ldap-server': ldapServer,
  'aaa-server-group': aaaServerGroup,
  'aaa-authentication-list': aaaAuthenticationList,
  'aaa-authorization-list': aaaAuthorizationList,
  'aaa-accounting-list': aaaAccountingList,
  'aaa-attribute-list': aaaAttributeList,
  'address-pool': addressPool,
  'access-list': accessList,
  'ipv6-access-list': ipv6AccessList,
  logging,
  'http-server': httpServer,
  'smart-defaults': smartDefaults,
  'cert-trustpoint': certTrustpoint,
  'certificate-map': certificateMap,
  'ikev2-global': ikev2Global,
  'ikev2-name-mangler': ikev2NameMangler,
  'ikev2-authorization-policy': ikev2AuthorizationPolicy,
  'anyconnect-profile': anyconnectProfile,
  'ssl-policy': sslPolicy,
  'ipsec-global': ipsecGlobal,
  'ikev2-proposal': ikev2Proposal,
  'ikev2-policy': ikev2Policy,
  'ikev2-keyring': ikev2Keyring,
  'ikev2-profile': ikev2Profile,
  'ipsec-transform-set': ipsecTransformSet,
  'ipsec-profile': ipsecProfile,
  'loopback-interface': loopbackInterface,
  'virtual-template': virtualTemplate,
  'tunnel-interface': tunnelInterface,
  'static-route': staticRoute,
  'flexvpn-client': flexvpnClient,
  'interface-lines': interfaceLines,
  'ikev2-cluster': ikev2Cluster,
  'raw-config': rawConfig,
  'raw-block': rawBlock,
} as const;

/** What a firewall with a command line (ASA) holds besides. */
export const firewallNouns = {
  'aaa-server': aaaServer,
  'asa-group-policy': asaGroupPolicy,
  'dynamic-map': dynamicMap,
  'crypto-map-entry': cryptoMapEntry,
  'crypto-map': cryptoMap,
  'tunnel-group': tunnelGroup,
  'tunnel-group-map': tunnelGroupMap,
  'ikev2-enable': ikev2Enable,
  'ikev2-remote-access': ikev2RemoteAccess,
  'nat-exemption': natExemption,
  webvpn,
} as const;

/** Sections of the file of a Duo proxy. */
export const duoProxyNouns = {
  'duo-radius-client': duoRadiusClient,
  'duo-ad-client': duoAdClient,
  'duo-only-client': duoOnlyClient,
  'duo-proxy-main': duoProxyMain,
  'duo-cloud': duoCloud,
  'duo-http-proxy': duoHttpProxy,
  'duo-radius-server-auto': duoRadiusServerAuto,
  'duo-radius-server-challenge': duoRadiusServerChallenge,
  'duo-radius-server-concat': duoRadiusServerConcat,
  'duo-radius-server-iframe': duoRadiusServerIframe,
  'duo-radius-server-eap': duoRadiusServerEap,
  'duo-radius-server-duo-only': duoRadiusServerDuoOnly,
  'duo-ldap-server-auto': duoLdapServerAuto,
} as const;

/** Families of nouns by who knows them, and what the others say: where to declare such a thing. */
export const families = {
  manager: { nouns: managerNouns, home: 'this is an object of an FMC: declare it on an Fmc' },
  client: { nouns: clientNouns, home: 'this is a file for clients: declare it on a ClientFiles' },
  router: { nouns: routerNouns, home: 'only a router has it: declare it on an IosXeRouter' },
  device: { nouns: deviceNouns, home: 'this is configuration of a router or firewall: declare it there' },
  firewall: { nouns: firewallNouns, home: 'this is an object of an ASA: declare it on an AsaFirewall' },
  duoProxy: { nouns: duoProxyNouns, home: 'this is a section of a Duo proxy: declare it on a DuoProxyHost' },
  ise: { nouns: iseNouns, home: 'this is an object of ISE: declare it on an IseServer' },
  duo: { nouns: duoNouns, home: 'this is an object of Duo: declare it on a DuoAccount' },
} as const;
export type Family = keyof typeof families;
export type KindsOf<F extends Family> = { [G in F]: keyof (typeof families)[G]['nouns'] }[F];

/**
 * Every noun there is. A platform's grammar record has exactly these keys: one that forgets a noun does not compile.
 * A platform answers the families that it knows nothing of in one line (`noneBut`).
 */
export const nouns = {
  ...managerNouns,
  ...routerNouns,
  ...deviceNouns,
  ...firewallNouns,
  ...clientNouns,
  ...duoProxyNouns,
  ...iseNouns,
  ...duoNouns,
} as const;

export type Kind = keyof typeof nouns;
/** A noun as the platforms read it: checked, defaults filled in, references resolved to names. */
export type NounOf<K extends Kind> = z.output<(typeof nouns)[K]['schema']>;
/** A noun as a user writes it: references are constructs, defaults may be left out. */
export type PropsOf<K extends Kind> = z.input<(typeof nouns)[K]['schema']>;
