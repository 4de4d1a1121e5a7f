// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { IConstruct } from 'constructs';
import type { Referable } from '../../lib/model/noun';

/** A IKEv2 proposal: the construct `IkeV2Proposal`, or `IkeV2Proposal.fromExisting`. */
export interface IIkeV2Proposal extends IConstruct, Referable<'ikev2-proposal'> {}

/** A IKEv2 keyring: the construct `IkeV2Keyring`, or `IkeV2Keyring.fromExisting`. */
export interface IIkeV2Keyring extends IConstruct, Referable<'ikev2-keyring'> {}

/** A IKEv2 profile: the construct `IkeV2Profile`, or `IkeV2Profile.fromExisting`. */
export interface IIkeV2Profile extends IConstruct, Referable<'ikev2-profile'> {}

/** A IKEv2 name mangler: the construct `IkeV2NameMangler`, or `IkeV2NameMangler.fromExisting`. */
export interface IIkeV2NameMangler extends IConstruct, Referable<'ikev2-name-mangler'> {}

/** A IKEv2 on an interface: the construct `IkeV2Enable`, or `IkeV2Enable.fromExisting`. */
export interface IIkeV2Enable extends IConstruct, Referable<'ikev2-enable'> {}

/** A IKEv2 authorization policy: the construct `IkeV2AuthorizationPolicy`, or `IkeV2AuthorizationPolicy.fromExisting`. */
export interface IIkeV2AuthorizationPolicy extends IConstruct, Referable<'ikev2-authorization-policy'> {}

/** A FlexVPN client: the construct `FlexVpnClient`, or `FlexVpnClient.fromExisting`. */
export interface IFlexVpnClient extends IConstruct, Referable<'flexvpn-client'> {}

/** A SKIP client: the construct `SkipClient`, or `SkipClient.fromExisting`. */
export interface ISkipClient extends IConstruct, Referable<'skip-client'> {}

/** A IKEv2 remote access: the construct `IkeV2RemoteAccess`, or `IkeV2RemoteAccess.fromExisting`. */
export interface IIkeV2RemoteAccess extends IConstruct, Referable<'ikev2-remote-access'> {}

/** A IKEv2 cluster: the construct `IkeV2Cluster`, or `IkeV2Cluster.fromExisting`. */
export interface IIkeV2Cluster extends IConstruct, Referable<'ikev2-cluster'> {}

/** A global IKEv2 settings: the construct `IkeV2Global`, or `IkeV2Global.fromExisting`. */
export interface IIkeV2Global extends IConstruct, Referable<'ikev2-global'> {}

/** A smart defaults: the construct `SmartDefaults`, or `SmartDefaults.fromExisting`. */
export interface ISmartDefaults extends IConstruct, Referable<'smart-defaults'> {}

/** A IKEv2 policy: the construct `IkeV2Policy`, or `IkeV2Policy.fromExisting`. */
export interface IIkeV2Policy extends IConstruct, Referable<'ikev2-policy'> {}

/** A IPsec profile: the construct `IpsecProfile`, or `IpsecProfile.fromExisting`. */
export interface IIpsecProfile extends IConstruct, Referable<'ipsec-profile'> {}

/** A transform set: the construct `IpsecTransformSet`, or `IpsecTransformSet.fromExisting`. */
export interface IIpsecTransformSet extends IConstruct, Referable<'ipsec-transform-set'> {}

/** A global IPsec settings: the construct `IpsecGlobal`, or `IpsecGlobal.fromExisting`. */
export interface IIpsecGlobal extends IConstruct, Referable<'ipsec-global'> {}

/** A crypto map: the construct `CryptoMap`, or `CryptoMap.fromExisting`. */
export interface ICryptoMap extends IConstruct, Referable<'crypto-map'> {}

/** A dynamic crypto map: the construct `DynamicMap`, or `DynamicMap.fromExisting`. */
export interface IDynamicMap extends IConstruct, Referable<'dynamic-map'> {}

/** A crypto map entry: the construct `CryptoMapEntry`, or `CryptoMapEntry.fromExisting`. */
export interface ICryptoMapEntry extends IConstruct, Referable<'crypto-map-entry'> {}

/** A trustpoint: the construct `CertTrustpoint`, or `CertTrustpoint.fromExisting`. */
export interface ICertTrustpoint extends IConstruct, Referable<'cert-trustpoint'> {}

/** A trustpoint override: the construct `CertTrustpointOverride`, or `CertTrustpointOverride.fromExisting`. */
export interface ICertTrustpointOverride extends IConstruct, Referable<'cert-trustpoint-override'> {}

/** A certificate map: the construct `CertificateMap`, or `CertificateMap.fromExisting`. */
export interface ICertificateMap extends IConstruct, Referable<'certificate-map'> {}

/** A AAA authentication list: the construct `AaaAuthenticationList`, or `AaaAuthenticationList.fromExisting`. */
export interface IAaaAuthenticationList extends IConstruct, Referable<'aaa-authentication-list'> {}

/** A AAA authorization list: the construct `AaaAuthorizationList`, or `AaaAuthorizationList.fromExisting`. */
export interface IAaaAuthorizationList extends IConstruct, Referable<'aaa-authorization-list'> {}

/** A AAA accounting list: the construct `AaaAccountingList`, or `AaaAccountingList.fromExisting`. */
export interface IAaaAccountingList extends IConstruct, Referable<'aaa-accounting-list'> {}

/** A AAA attribute list: the construct `AaaAttributeList`, or `AaaAttributeList.fromExisting`. */
export interface IAaaAttributeList extends IConstruct, Referable<'aaa-attribute-list'> {}

/** A AAA server group: the construct `AaaServerGroup`, or `AaaServerGroup.fromExisting`. */
export interface IAaaServerGroup extends IConstruct, Referable<'aaa-server-group'> {}

/** A AAA server group of an ASA: the construct `AaaServer`, or `AaaServer.fromExisting`. */
export interface IAaaServer extends IConstruct, Referable<'aaa-server'> {}

/** A RADIUS server: the construct `RadiusServer`, or `RadiusServer.fromExisting`. */
export interface IRadiusServer extends IConstruct, Referable<'radius-server'> {}

/** A LDAP server: the construct `LdapServer`, or `LdapServer.fromExisting`. */
export interface ILdapServer extends IConstruct, Referable<'ldap-server'> {}

/** A LDAP attribute map: the construct `LdapAttributeMap`, or `LdapAttributeMap.fromExisting`. */
export interface ILdapAttributeMap extends IConstruct, Referable<'ldap-attribute-map'> {}

/** A local user: the construct `LocalUser`, or `LocalUser.fromExisting`. */
export interface ILocalUser extends IConstruct, Referable<'local-user'> {}

/** A SAML server: the construct `SamlServer`, or `SamlServer.fromExisting`. */
export interface ISamlServer extends IConstruct, Referable<'saml-server'> {}

/** A SAML server override: the construct `SamlServerOverride`, or `SamlServerOverride.fromExisting`. */
export interface ISamlServerOverride extends IConstruct, Referable<'saml-server-override'> {}

/** A AAA switch: the construct `AaaNewModel`, or `AaaNewModel.fromExisting`. */
export interface IAaaNewModel extends IConstruct, Referable<'aaa'> {}

/** A virtual template: the construct `VirtualTemplate`, or `VirtualTemplate.fromExisting`. */
export interface IVirtualTemplate extends IConstruct, Referable<'virtual-template'> {}

/** A interface lines: the construct `InterfaceLines`, or `InterfaceLines.fromExisting`. */
export interface IInterfaceLines extends IConstruct, Referable<'interface-lines'> {}

/** A VRF: the construct `Vrf`, or `Vrf.fromExisting`. */
export interface IVrf extends IConstruct, Referable<'vrf'> {}

/** A loopback interface: the construct `LoopbackInterface`, or `LoopbackInterface.fromExisting`. */
export interface ILoopbackInterface extends IConstruct, Referable<'loopback-interface'> {}

/** A BGP process: the construct `Bgp`, or `Bgp.fromExisting`. */
export interface IBgp extends IConstruct, Referable<'bgp'> {}

/** A IP SLA operation: the construct `IpSla`, or `IpSla.fromExisting`. */
export interface IIpSla extends IConstruct, Referable<'ip-sla'> {}

/** A IP SLA schedule: the construct `IpSlaSchedule`, or `IpSlaSchedule.fromExisting`. */
export interface IIpSlaSchedule extends IConstruct, Referable<'ip-sla-schedule'> {}

/** A tracked object: the construct `TrackedObject`, or `TrackedObject.fromExisting`. */
export interface ITrackedObject extends IConstruct, Referable<'tracked-object'> {}

/** A static route: the construct `StaticRoute`, or `StaticRoute.fromExisting`. */
export interface IStaticRoute extends IConstruct, Referable<'static-route'> {}

/** A IPv6 static route: the construct `Ipv6StaticRoute`, or `Ipv6StaticRoute.fromExisting`. */
export interface IIpv6StaticRoute extends IConstruct, Referable<'ipv6-static-route'> {}

/** A BGP process: the construct `FtdBgp`, or `FtdBgp.fromExisting`. */
export interface IFtdBgp extends IConstruct, Referable<'ftd-bgp'> {}

/** A loopback interface: the construct `FtdLoopback`, or `FtdLoopback.fromExisting`. */
export interface IFtdLoopback extends IConstruct, Referable<'ftd-loopback'> {}

/** A dynamic tunnel interface: the construct `FtdDynamicTunnel`, or `FtdDynamicTunnel.fromExisting`. */
export interface IFtdDynamicTunnel extends IConstruct, Referable<'ftd-dynamic-tunnel'> {}

/** A ECMP zone: the construct `FtdEcmpZone`, or `FtdEcmpZone.fromExisting`. */
export interface IFtdEcmpZone extends IConstruct, Referable<'ftd-ecmp-zone'> {}

/** A tunnel interface: the construct `TunnelInterface`, or `TunnelInterface.fromExisting`. */
export interface ITunnelInterface extends IConstruct, Referable<'tunnel-interface'> {}

/** A address pool: the construct `AddressPool`, or `AddressPool.fromExisting`. */
export interface IAddressPool extends IConstruct, Referable<'address-pool'> {}

/** A access list: the construct `AccessList`, or `AccessList.fromExisting`. */
export interface IAccessList extends IConstruct, Referable<'access-list'> {}

/** A IPv6 access list: the construct `Ipv6AccessList`, or `Ipv6AccessList.fromExisting`. */
export interface IIpv6AccessList extends IConstruct, Referable<'ipv6-access-list'> {}

/** A IPv6 address pool: the construct `Ipv6AddressPool`, or `Ipv6AddressPool.fromExisting`. */
export interface IIpv6AddressPool extends IConstruct, Referable<'ipv6-address-pool'> {}

/** A address pool override: the construct `AddressPoolOverride`, or `AddressPoolOverride.fromExisting`. */
export interface IAddressPoolOverride extends IConstruct, Referable<'address-pool-override'> {}

/** A IPv6 address pool override: the construct `Ipv6AddressPoolOverride`, or `Ipv6AddressPoolOverride.fromExisting`. */
export interface IIpv6AddressPoolOverride extends IConstruct, Referable<'ipv6-address-pool-override'> {}

/** A tunnel group: the construct `TunnelGroup`, or `TunnelGroup.fromExisting`. */
export interface ITunnelGroup extends IConstruct, Referable<'tunnel-group'> {}

/** A group policy of an ASA: the construct `AsaGroupPolicy`, or `AsaGroupPolicy.fromExisting`. */
export interface IAsaGroupPolicy extends IConstruct, Referable<'asa-group-policy'> {}

/** A group policy: the construct `FtdGroupPolicy`, or `FtdGroupPolicy.fromExisting`. */
export interface IFtdGroupPolicy extends IConstruct, Referable<'ftd-group-policy'> {}

/** A SSL policy: the construct `SslPolicy`, or `SslPolicy.fromExisting`. */
export interface ISslPolicy extends IConstruct, Referable<'ssl-policy'> {}

/** A AnyConnect profile: the construct `AnyConnectProfile`, or `AnyConnectProfile.fromExisting`. */
export interface IAnyConnectProfile extends IConstruct, Referable<'anyconnect-profile'> {}

/** A WebVPN: the construct `Webvpn`, or `Webvpn.fromExisting`. */
export interface IWebvpn extends IConstruct, Referable<'webvpn'> {}

/** A client attribute of an ASA: the construct `AsaClientAttribute`, or `AsaClientAttribute.fromExisting`. */
export interface IAsaClientAttribute extends IConstruct, Referable<'asa-client-attribute'> {}

/** A TLS certificate of an interface: the construct `SslTrustpoint`, or `SslTrustpoint.fromExisting`. */
export interface ISslTrustpoint extends IConstruct, Referable<'ssl-trustpoint'> {}

/** A remote access VPN policy: the construct `RemoteAccessPolicy`, or `RemoteAccessPolicy.fromExisting`. */
export interface IRemoteAccessPolicy extends IConstruct, Referable<'ra-vpn-policy'> {}

/** A connection profile: the construct `RaConnectionProfile`, or `RaConnectionProfile.fromExisting`. */
export interface IRaConnectionProfile extends IConstruct, Referable<'ra-connection-profile'> {}

/** A LDAP attribute maps of a policy: the construct `RaLdapAttributes`, or `RaLdapAttributes.fromExisting`. */
export interface IRaLdapAttributes extends IConstruct, Referable<'ra-ldap-attributes'> {}

/** A certificate to profile mapping: the construct `RaCertificateMapping`, or `RaCertificateMapping.fromExisting`. */
export interface IRaCertificateMapping extends IConstruct, Referable<'ra-certificate-mapping'> {}

/** A remote access crypto map: the construct `RaCryptoMap`, or `RaCryptoMap.fromExisting`. */
export interface IRaCryptoMap extends IConstruct, Referable<'ra-crypto-map'> {}

/** A remote access load balancing: the construct `RaLoadBalancing`, or `RaLoadBalancing.fromExisting`. */
export interface IRaLoadBalancing extends IConstruct, Referable<'ra-load-balancing'> {}

/** A local realm of a policy: the construct `RaLocalRealm`, or `RaLocalRealm.fromExisting`. */
export interface IRaLocalRealm extends IConstruct, Referable<'ra-local-realm'> {}

/** A tunnel group map: the construct `TunnelGroupMap`, or `TunnelGroupMap.fromExisting`. */
export interface ITunnelGroupMap extends IConstruct, Referable<'tunnel-group-map'> {}

/** A Secure Client attribute: the construct `SecureClientAttribute`, or `SecureClientAttribute.fromExisting`. */
export interface ISecureClientAttribute extends IConstruct, Referable<'secure-client-attribute'> {}

/** A Secure Client attribute override: the construct `SecureClientAttributeOverride`, or `SecureClientAttributeOverride.fromExisting`. */
export interface ISecureClientAttributeOverride extends IConstruct, Referable<'secure-client-attribute-override'> {}

/** A Secure Client file: the construct `SecureClientFile`, or `SecureClientFile.fromExisting`. */
export interface ISecureClientFile extends IConstruct, Referable<'secure-client-file'> {}

/** A Secure Client profile: the construct `SecureClientProfile`, or `SecureClientProfile.fromExisting`. */
export interface ISecureClientProfile extends IConstruct, Referable<'secure-client-profile'> {}

/** A RADIUS authorization: the construct `RadiusAuthorization`, or `RadiusAuthorization.fromExisting`. */
export interface IRadiusAuthorization extends IConstruct, Referable<'radius-authorization'> {}

/** A Secure Client local policy: the construct `SecureClientLocalPolicy`, or `SecureClientLocalPolicy.fromExisting`. */
export interface ISecureClientLocalPolicy extends IConstruct, Referable<'secure-client-local-policy'> {}

/** A Windows VPN client: the construct `WindowsVpnClient`, or `WindowsVpnClient.fromExisting`. */
export interface IWindowsVpnClient extends IConstruct, Referable<'windows-vpn-client'> {}

/** A strongSwan client: the construct `StrongSwanClient`, or `StrongSwanClient.fromExisting`. */
export interface IStrongSwanClient extends IConstruct, Referable<'strongswan-client'> {}

/** A Duo user: the construct `DuoUser`, or `DuoUser.fromExisting`. */
export interface IDuoUser extends IConstruct, Referable<'duo-user'> {}

/** A Duo group: the construct `DuoGroup`, or `DuoGroup.fromExisting`. */
export interface IDuoGroup extends IConstruct, Referable<'duo-group'> {}

/** A RADIUS client of the Duo proxy: the construct `DuoRadiusClient`, or `DuoRadiusClient.fromExisting`. */
export interface IDuoRadiusClient extends IConstruct, Referable<'duo-radius-client'> {}

/** A directory client of the Duo proxy: the construct `DuoAdClient`, or `DuoAdClient.fromExisting`. */
export interface IDuoAdClient extends IConstruct, Referable<'duo-ad-client'> {}

/** A client of the Duo proxy for the second factor alone: the construct `DuoOnlyClient`, or `DuoOnlyClient.fromExisting`. */
export interface IDuoOnlyClient extends IConstruct, Referable<'duo-only-client'> {}

/** A directory sync of the Duo proxy: the construct `DuoCloud`, or `DuoCloud.fromExisting`. */
export interface IDuoCloud extends IConstruct, Referable<'duo-cloud'> {}

/** A HTTP proxy of the Duo proxy: the construct `DuoHttpProxy`, or `DuoHttpProxy.fromExisting`. */
export interface IDuoHttpProxy extends IConstruct, Referable<'duo-http-proxy'> {}

/** A LDAP server of the Duo proxy: the construct `DuoLdapServerAuto`, or `DuoLdapServerAuto.fromExisting`. */
export interface IDuoLdapServerAuto extends IConstruct, Referable<'duo-ldap-server-auto'> {}

/** A RADIUS server of the Duo proxy (auto): the construct `DuoRadiusServerAuto`, or `DuoRadiusServerAuto.fromExisting`. */
export interface IDuoRadiusServerAuto extends IConstruct, Referable<'duo-radius-server-auto'> {}

/** A RADIUS server of the Duo proxy (challenge): the construct `DuoRadiusServerChallenge`, or `DuoRadiusServerChallenge.fromExisting`. */
export interface IDuoRadiusServerChallenge extends IConstruct, Referable<'duo-radius-server-challenge'> {}

/** A RADIUS server of the Duo proxy (concat): the construct `DuoRadiusServerConcat`, or `DuoRadiusServerConcat.fromExisting`. */
export interface IDuoRadiusServerConcat extends IConstruct, Referable<'duo-radius-server-concat'> {}

/** A RADIUS server of the Duo proxy (iframe): the construct `DuoRadiusServerIframe`, or `DuoRadiusServerIframe.fromExisting`. */
export interface IDuoRadiusServerIframe extends IConstruct, Referable<'duo-radius-server-iframe'> {}

/** A RADIUS server of the Duo proxy (EAP): the construct `DuoRadiusServerEap`, or `DuoRadiusServerEap.fromExisting`. */
export interface IDuoRadiusServerEap extends IConstruct, Referable<'duo-radius-server-eap'> {}

/** A RADIUS server of the Duo proxy (second factor alone): the construct `DuoRadiusServerDuoOnly`, or `DuoRadiusServerDuoOnly.fromExisting`. */
export interface IDuoRadiusServerDuoOnly extends IConstruct, Referable<'duo-radius-server-duo-only'> {}

/** A settings of the Duo proxy: the construct `DuoProxyMain`, or `DuoProxyMain.fromExisting`. */
export interface IDuoProxyMain extends IConstruct, Referable<'duo-proxy-main'> {}

/** A Duo RADIUS application: the construct `DuoRadiusApplication`, or `DuoRadiusApplication.fromExisting`. */
export interface IDuoRadiusApplication extends IConstruct, Referable<'duo-radius-application'> {}

/** A Duo SAML application: the construct `DuoSamlApplication`, or `DuoSamlApplication.fromExisting`. */
export interface IDuoSamlApplication extends IConstruct, Referable<'duo-saml-application'> {}

/** A Duo phone: the construct `DuoPhone`, or `DuoPhone.fromExisting`. */
export interface IDuoPhone extends IConstruct, Referable<'duo-phone'> {}

/** A Duo policy: the construct `DuoPolicy`, or `DuoPolicy.fromExisting`. */
export interface IDuoPolicy extends IConstruct, Referable<'duo-policy'> {}

/** A ISE Active Directory join point: the construct `IseActiveDirectory`, or `IseActiveDirectory.fromExisting`. */
export interface IIseActiveDirectory extends IConstruct, Referable<'ise-active-directory'> {}

/** A ISE identity group: the construct `IseIdentityGroup`, or `IseIdentityGroup.fromExisting`. */
export interface IIseIdentityGroup extends IConstruct, Referable<'ise-identity-group'> {}

/** A ISE network device: the construct `IseNetworkDevice`, or `IseNetworkDevice.fromExisting`. */
export interface IIseNetworkDevice extends IConstruct, Referable<'ise-network-device'> {}

/** A ISE network device group: the construct `IseNetworkDeviceGroup`, or `IseNetworkDeviceGroup.fromExisting`. */
export interface IIseNetworkDeviceGroup extends IConstruct, Referable<'ise-network-device-group'> {}

/** A ISE internal user: the construct `IseInternalUser`, or `IseInternalUser.fromExisting`. */
export interface IIseInternalUser extends IConstruct, Referable<'ise-internal-user'> {}

/** A ISE downloadable ACL: the construct `IseDownloadableAcl`, or `IseDownloadableAcl.fromExisting`. */
export interface IIseDownloadableAcl extends IConstruct, Referable<'ise-downloadable-acl'> {}

/** A ISE authorization profile: the construct `IseAuthorizationProfile`, or `IseAuthorizationProfile.fromExisting`. */
export interface IIseAuthorizationProfile extends IConstruct, Referable<'ise-authorization-profile'> {}

/** A ISE allowed protocols: the construct `IseAllowedProtocols`, or `IseAllowedProtocols.fromExisting`. */
export interface IIseAllowedProtocols extends IConstruct, Referable<'ise-allowed-protocols'> {}

/** A ISE certificate authentication profile: the construct `IseCertificateProfile`, or `IseCertificateProfile.fromExisting`. */
export interface IIseCertificateProfile extends IConstruct, Referable<'ise-certificate-profile'> {}

/** A ISE identity source sequence: the construct `IseIdentitySourceSequence`, or `IseIdentitySourceSequence.fromExisting`. */
export interface IIseIdentitySourceSequence extends IConstruct, Referable<'ise-identity-source-sequence'> {}

/** A ISE external RADIUS server: the construct `IseExternalRadiusServer`, or `IseExternalRadiusServer.fromExisting`. */
export interface IIseExternalRadiusServer extends IConstruct, Referable<'ise-external-radius-server'> {}

/** A ISE RADIUS server sequence: the construct `IseRadiusServerSequence`, or `IseRadiusServerSequence.fromExisting`. */
export interface IIseRadiusServerSequence extends IConstruct, Referable<'ise-radius-server-sequence'> {}

/** A ISE policy set: the construct `IsePolicySet`, or `IsePolicySet.fromExisting`. */
export interface IIsePolicySet extends IConstruct, Referable<'ise-policy-set'> {}

/** A ISE authentication rule: the construct `IseAuthenticationRule`, or `IseAuthenticationRule.fromExisting`. */
export interface IIseAuthenticationRule extends IConstruct, Referable<'ise-authentication-rule'> {}

/** A ISE authorization rule: the construct `IseAuthorizationRule`, or `IseAuthorizationRule.fromExisting`. */
export interface IIseAuthorizationRule extends IConstruct, Referable<'ise-authorization-rule'> {}

/** A FQDN object: the construct `FqdnObject`, or `FqdnObject.fromExisting`. */
export interface IFqdnObject extends IConstruct, Referable<'fqdn-object'> {}

/** A network group: the construct `NetworkGroup`, or `NetworkGroup.fromExisting`. */
export interface INetworkGroup extends IConstruct, Referable<'network-group'> {}

/** A network object: the construct `NetworkObject`, or `NetworkObject.fromExisting`. */
export interface INetworkObject extends IConstruct, Referable<'network-object'> {}

/** A URL object: the construct `UrlObject`, or `UrlObject.fromExisting`. */
export interface IUrlObject extends IConstruct, Referable<'url-object'> {}

/** A security group tag: the construct `SecurityGroupTag`, or `SecurityGroupTag.fromExisting`. */
export interface ISecurityGroupTag extends IConstruct, Referable<'security-group-tag'> {}

/** A security zone: the construct `SecurityZone`, or `SecurityZone.fromExisting`. */
export interface ISecurityZone extends IConstruct, Referable<'security-zone'> {}

/** A SLA monitor: the construct `SlaMonitor`, or `SlaMonitor.fromExisting`. */
export interface ISlaMonitor extends IConstruct, Referable<'sla-monitor'> {}

/** A time range: the construct `TimeRange`, or `TimeRange.fromExisting`. */
export interface ITimeRange extends IConstruct, Referable<'time-range'> {}

/** A network object override: the construct `NetworkObjectOverride`, or `NetworkObjectOverride.fromExisting`. */
export interface INetworkObjectOverride extends IConstruct, Referable<'network-object-override'> {}

/** A FQDN object override: the construct `FqdnObjectOverride`, or `FqdnObjectOverride.fromExisting`. */
export interface IFqdnObjectOverride extends IConstruct, Referable<'fqdn-object-override'> {}

/** A network group override: the construct `NetworkGroupOverride`, or `NetworkGroupOverride.fromExisting`. */
export interface INetworkGroupOverride extends IConstruct, Referable<'network-group-override'> {}

/** A URL object override: the construct `UrlObjectOverride`, or `UrlObjectOverride.fromExisting`. */
export interface IUrlObjectOverride extends IConstruct, Referable<'url-object-override'> {}

/** A platform settings policy: the construct `PlatformSettings`, or `PlatformSettings.fromExisting`. */
export interface IPlatformSettings extends IConstruct, Referable<'platform-settings'> {}

/** A NAT policy: the construct `NatPolicy`, or `NatPolicy.fromExisting`. */
export interface INatPolicy extends IConstruct, Referable<'nat-policy'> {}

/** A manual NAT rule: the construct `NatRule`, or `NatRule.fromExisting`. */
export interface INatRule extends IConstruct, Referable<'nat-rule'> {}

/** A automatic NAT rule: the construct `AutoNatRule`, or `AutoNatRule.fromExisting`. */
export interface IAutoNatRule extends IConstruct, Referable<'auto-nat-rule'> {}

/** A access control rule: the construct `AccessRule`, or `AccessRule.fromExisting`. */
export interface IAccessRule extends IConstruct, Referable<'access-rule'> {}

/** A access control policy: the construct `AccessPolicy`, or `AccessPolicy.fromExisting`. */
export interface IAccessPolicy extends IConstruct, Referable<'access-policy'> {}

/** A port object: the construct `PortObject`, or `PortObject.fromExisting`. */
export interface IPortObject extends IConstruct, Referable<'port-object'> {}

/** A policy assignment: the construct `PolicyAssignment`, or `PolicyAssignment.fromExisting`. */
export interface IPolicyAssignment extends IConstruct, Referable<'policy-assignment'> {}

/** A VPN logging: the construct `VpnLogging`, or `VpnLogging.fromExisting`. */
export interface IVpnLogging extends IConstruct, Referable<'vpn-logging'> {}

/** A NAT exemption: the construct `NatExemptionRule`, or `NatExemptionRule.fromExisting`. */
export interface INatExemptionRule extends IConstruct, Referable<'nat-exemption'> {}

/** A trusted CA: the construct `TrustedCa`, or `TrustedCa.fromExisting`. */
export interface ITrustedCa extends IConstruct, Referable<'trusted-ca'> {}

/** A dynamic access policy: the construct `DynamicAccessPolicy`, or `DynamicAccessPolicy.fromExisting`. */
export interface IDynamicAccessPolicy extends IConstruct, Referable<'dynamic-access-policy'> {}

/** A realm: the construct `Realm`, or `Realm.fromExisting`. */
export interface IRealm extends IConstruct, Referable<'realm'> {}

/** A user of a local realm: the construct `LocalRealmUser`, or `LocalRealmUser.fromExisting`. */
export interface ILocalRealmUser extends IConstruct, Referable<'local-realm-user'> {}

/** A VPN endpoint: the construct `VpnEndpoint`, or `VpnEndpoint.fromExisting`. */
export interface IVpnEndpoint extends IConstruct, Referable<'vpn-endpoint'> {}

/** A VPN topology: the construct `VpnTopology`, or `VpnTopology.fromExisting`. */
export interface IVpnTopology extends IConstruct, Referable<'vpn-topology'> {}

/** A raw configuration: the construct `RawConfig`, or `RawConfig.fromExisting`. */
export interface IRawConfig extends IConstruct, Referable<'raw-config'> {}

/** A raw block: the construct `RawBlock`, or `RawBlock.fromExisting`. */
export interface IRawBlock extends IConstruct, Referable<'raw-block'> {}

/** A SCP server: the construct `ScpServer`, or `ScpServer.fromExisting`. */
export interface IScpServer extends IConstruct, Referable<'scp-server'> {}

/** A logging: the construct `Logging`, or `Logging.fromExisting`. */
export interface ILogging extends IConstruct, Referable<'logging'> {}

/** A NTP servers: the construct `NtpServers`, or `NtpServers.fromExisting`. */
export interface INtpServers extends IConstruct, Referable<'ntp-servers'> {}

/** A HTTP server: the construct `HttpServer`, or `HttpServer.fromExisting`. */
export interface IHttpServer extends IConstruct, Referable<'http-server'> {}

/** A configuration archive: the construct `ConfigArchive`, or `ConfigArchive.fromExisting`. */
export interface IConfigArchive extends IConstruct, Referable<'config-archive'> {}
