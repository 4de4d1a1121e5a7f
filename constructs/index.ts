/** Everything a program imports: `import { App, VpnStack, IosXeRouter, SiteToSiteVpn } from 'tunnelwright'`. */
export { Construct, type IConstruct } from 'constructs';
export { App, VpnStack } from '../lib/synth/stack';
export {
  Aspects,
  RulePack,
  Rules,
  finding,
  onDevices,
  onEach,
  type ChosenPack,
  type Device as DeviceView,
  type Finding,
  type Found,
  type Judged,
  type Pack,
  type PackName,
  type Place,
  type Rule,
  type Severity,
  type Sight,
  type Waiver,
} from '../lib/synth/rules';
export { Moved, type MovedProps } from './moved';
export { Secret, type SecretRef } from '../lib/model/secret';
export { Device, type DeviceType } from './core/device';
export { ExistingObject, type DeviceObject, type Overriding, type Placed } from './core/device-object';
export type { JsonValue } from './core/override';
export { AaaNewModel, type AaaNewModelProps } from './aaa/aaa';
export { AaaAccountingList, type AaaAccountingListProps } from './aaa/aaa-accounting-list';
export { AaaAttributeList, type AaaAttributeListProps } from './aaa/aaa-attribute-list';
export { AaaAuthenticationList, type AaaAuthenticationListProps } from './aaa/aaa-authentication-list';
export { AaaAuthorizationList, type AaaAuthorizationListProps } from './aaa/aaa-authorization-list';
export { AaaServer, type AaaServerProps } from './aaa/aaa-server';
export { AaaServerGroup, type AaaServerGroupProps } from './aaa/aaa-server-group';
export { LdapAttributeMap, type LdapAttributeMapProps } from './aaa/ldap-attribute-map';
export { LdapServer, type LdapServerProps } from './aaa/ldap-server';
export { LocalUser, type LocalUserProps } from './aaa/local-user';
export { RadiusServer, type RadiusServerProps } from './aaa/radius-server';
export { AccessList, type AccessListProps } from './addressing/access-list';
export { AddressPool, type AddressPoolProps } from './addressing/address-pool';
export { Ipv6AccessList, type Ipv6AccessListProps } from './addressing/ipv6-access-list';
export { AsaFirewall, type AsaFirewallProps } from './devices/asa-firewall';
export { DuoProxyHost, type DuoProxyHostProps } from './devices/duo-proxy-host';
export { SecureClientLocalPolicy, type SecureClientLocalPolicyProps } from './clients/secure-client-local-policy';
export { SecureClientProfile, type SecureClientProfileProps } from './clients/secure-client-profile';
export type { HeadendOffer } from './clients/headend';
export { WindowsVpnClient, type WindowsVpnClientProps } from './clients/windows-vpn-client';
export { RadiusAuthorization, type RadiusAuthorizationProps } from './clients/radius-authorization';
export { LocalAuthorization, type LocalAuthorizationProps } from './patterns/local-authorization';
export { StrongSwanClient, type StrongSwanClientProps } from './clients/strongswan-client';
export { ClientFiles, type ClientFilesProps } from './devices/client-files';
export { DuoAccount, type DuoAccountProps } from './devices/duo-account';
export { Fmc, FtdDevice, type FmcProps } from './devices/fmc';
export { IosXeRouter, type IosXeRouterProps } from './devices/ios-xe-router';
export { IseServer, type IseServerProps } from './devices/ise-server';
export { Login, type LoginProps } from './devices/login';
export { Trust, type TrustProps } from './devices/trust';
export {
  DuoRadiusClient,
  type DuoRadiusClientProps,
  DuoAdClient,
  type DuoAdClientProps,
  DuoOnlyClient,
  type DuoOnlyClientProps,
} from './duo/duo-clients';
export {
  DuoProxyMain,
  type DuoProxyMainProps,
  DuoCloud,
  type DuoCloudProps,
  DuoHttpProxy,
  type DuoHttpProxyProps,
  DuoLdapServerAuto,
  type DuoLdapServerAutoProps,
} from './duo/duo-proxy-sections';
export {
  DuoRadiusServerAuto,
  type DuoRadiusServerAutoProps,
  DuoRadiusServerChallenge,
  type DuoRadiusServerChallengeProps,
  DuoRadiusServerConcat,
  type DuoRadiusServerConcatProps,
  DuoRadiusServerIframe,
  type DuoRadiusServerIframeProps,
  DuoRadiusServerEap,
  type DuoRadiusServerEapProps,
  DuoRadiusServerDuoOnly,
  type DuoRadiusServerDuoOnlyProps,
} from './duo/duo-radius-servers';
export { DuoGroup, type DuoGroupProps } from './duo/duo-group';
export { DuoPhone, type DuoPhoneProps } from './duo/duo-phone';
export { DuoRadiusApplication, type DuoRadiusApplicationProps } from './duo/duo-radius-application';
export { DuoUser, type DuoUserProps } from './duo/duo-user';
export { FlexVpnClient, type FlexVpnClientProps } from './ikev2/flexvpn-client';
export { IkeV2AuthorizationPolicy, type IkeV2AuthorizationPolicyProps } from './ikev2/ikev2-authorization-policy';
export { IkeV2Cluster, type IkeV2ClusterProps } from './ikev2/ikev2-cluster';
export { IkeV2Enable, type IkeV2EnableProps } from './ikev2/ikev2-enable';
export { IkeV2Global, type IkeV2GlobalProps } from './ikev2/ikev2-global';
export { IkeV2Keyring, type IkeV2KeyringProps } from './ikev2/ikev2-keyring';
export { IkeV2NameMangler, type IkeV2NameManglerProps } from './ikev2/ikev2-name-mangler';
export { IkeV2Policy, type IkeV2PolicyProps } from './ikev2/ikev2-policy';
export { IkeV2Profile, type IkeV2ProfileProps } from './ikev2/ikev2-profile';
export { IkeV2Proposal, type IkeV2ProposalProps } from './ikev2/ikev2-proposal';
export { IkeV2RemoteAccess, type IkeV2RemoteAccessProps } from './ikev2/ikev2-remote-access';
export { SkipClient, type SkipClientProps } from './ikev2/skip-client';
export { SmartDefaults, type SmartDefaultsProps } from './ikev2/smart-defaults';
export { InterfaceLines, type InterfaceLinesProps } from './interfaces/interface-lines';
export { LoopbackInterface, type LoopbackInterfaceProps } from './interfaces/loopback-interface';
export { Ipv6StaticRoute, type Ipv6StaticRouteProps } from './interfaces/ipv6-static-route';
export { StaticRoute, type StaticRouteProps } from './interfaces/static-route';
export { TunnelInterface, type TunnelInterfaceProps } from './interfaces/tunnel-interface';
export { VirtualTemplate, type VirtualTemplateProps } from './interfaces/virtual-template';
export { Vrf, type VrfProps } from './interfaces/vrf';
export { CryptoMap, type CryptoMapProps } from './ipsec/crypto-map';
export { CryptoMapEntry, type CryptoMapEntryProps } from './ipsec/crypto-map-entry';
export { DynamicMap, type DynamicMapProps } from './ipsec/dynamic-map';
export { IpsecGlobal, type IpsecGlobalProps } from './ipsec/ipsec-global';
export { IpsecProfile, type IpsecProfileProps } from './ipsec/ipsec-profile';
export { IpsecTransformSet, type IpsecTransformSetProps } from './ipsec/ipsec-transform-set';
export { ConfigArchive, type ConfigArchiveProps } from './management/config-archive';
export { HttpServer, type HttpServerProps } from './management/http-server';
export { Logging, type LoggingProps } from './management/logging';
export { NtpServers, type NtpServersProps } from './management/ntp-servers';
export { ScpServer, type ScpServerProps } from './management/scp-server';
export { RawBlock, type RawBlockProps } from './management/raw-block';
export { RawConfig, type RawConfigProps } from './management/raw-config';
export { IseIdentityGroup } from './ise/ise-identity-group';
export { IseInternalUser, type IseInternalUserProps } from './ise/ise-internal-user';
export { IseNetworkDevice, type IseNetworkDeviceProps } from './ise/ise-network-device';
export { NetworkObject, type NetworkObjectProps } from './objects/network-object';
export { NetworkGroup, type NetworkGroupProps } from './objects/network-group';
export { UrlObject, type UrlObjectProps } from './objects/url-object';
export { SecurityZone } from './objects/security-zone';
export { TimeRange } from './objects/time-range';
export { Realm } from './aaa/realm';
export { SamlServer, type SamlServerProps } from './aaa/saml-server';
export { Ipv6AddressPool, type Ipv6AddressPoolProps } from './addressing/ipv6-address-pool';
export { FtdGroupPolicy, type FtdGroupPolicyProps } from './remote-access/ftd-group-policy';
export { RemoteAccessPolicy, type RemoteAccessPolicyProps } from './remote-access/ra-vpn-policy';
export { NatPolicy } from './policies/nat-policy';
export { PlatformSettings, type PlatformSettingsProps } from './policies/platform-settings';
export { PolicyAssignment, type PolicyAssignmentProps } from './policies/policy-assignment';
export { VpnLogging, type VpnLoggingProps } from './policies/vpn-logging';
export { RaCryptoMap, type RaCryptoMapProps } from './remote-access/ra-crypto-map';
export { RaCertificateMapping, type RaCertificateMappingProps } from './remote-access/ra-certificate-mapping';
export { RaLdapAttributes, type RaLdapAttributesProps } from './remote-access/ra-ldap-attributes';
export { RaLoadBalancing, type RaLoadBalancingProps } from './remote-access/ra-load-balancing';
export { RaConnectionProfile, type RaConnectionProfileProps } from './remote-access/ra-connection-profile';
export { NatExemptionRule, type NatExemptionRuleProps } from './policies/nat-exemption';
export { NatRule, type NatRuleProps } from './policies/nat-rule';
export { SecureClientFile, type SecureClientFileProps } from './remote-access/secure-client-file';
export { Certificates, PreSharedKey, type Authentication } from './patterns/authentication';
export { CryptoSuite, type CryptoSuiteProps } from './patterns/crypto-suite';
export {
  SiteToSiteVpn,
  type SiteToSiteEnd,
  type NatExemption,
  type SiteToSiteNames,
  type SiteToSiteVpnProps,
} from './patterns/site-to-site-vpn';
export { CertTrustpoint, type CertTrustpointProps } from './pki/cert-trustpoint';
export { CertificateMap, type CertificateMapProps } from './pki/certificate-map';
export { AnyConnectProfile, type AnyConnectProfileProps } from './remote-access/anyconnect-profile';
export { AsaGroupPolicy, type AsaGroupPolicyProps } from './remote-access/asa-group-policy';
export { SslPolicy, type SslPolicyProps } from './remote-access/ssl-policy';
export { TunnelGroup, type TunnelGroupProps } from './remote-access/tunnel-group';
export { TunnelGroupMap, type TunnelGroupMapProps } from './remote-access/tunnel-group-map';
export { Webvpn, type WebvpnProps } from './remote-access/webvpn';
export { VpnEndpoint, type VpnEndpointProps } from './site-to-site/vpn-endpoint';
export { VpnTopology, type VpnTopologyProps } from './site-to-site/vpn-topology';
export {
  Authorization,
  Clients,
  type Choice,
  type ClientAuthentication,
  type ClientAuthorization,
  type ClientGroup,
} from './patterns/client-authentication';
export { ClientProfileDownload, type ClientProfileDownloadProps } from './patterns/client-profile-download';
export { type AsaNatExemption } from './patterns/asa-shared';
export { AsaRemoteAccess, type AsaRemoteAccessProps } from './patterns/asa-remote-access';
export { FlexVpnRemoteAccess, type ClientMatch, type FlexVpnRemoteAccessProps } from './patterns/flexvpn-remote-access';
export { RaVpnPolicy, type RaClientProfile, type RaVpnGroup, type RaVpnPolicyProps } from './patterns/ra-vpn-policy';
export { smartDefaultNames, type FlexVpnCommonProps, type FlexVpnNames } from './patterns/flex-shared';
export { type FlexVpnHub } from './patterns/flex-hub';
export { type FlexVpnSpoke } from './patterns/flex-spoke';
export {
  DuoProxy,
  Primary,
  type DuoSections,
  type DuoCaller,
  type DuoProxyProps,
  type PrimaryAuthenticator,
} from './patterns/duo-proxy';
export {
  RemoteAccess,
  type RemoteAccessNames,
  type RemoteAccessProps,
  type RemoteAccessShared,
  type RouterRemoteAccessProps,
  type SecondFactor,
} from './patterns/remote-access';
export { type FirewallRemoteAccessProps } from './patterns/remote-access-firewall';
export { type AsaHeadendProps, type AsaSecondFactor } from './patterns/remote-access-asa';
export type { RouterEnd, RouterTunnel } from './patterns/router-end';
export type { AsaEnd, AsaTunnel } from './patterns/asa-end';
export type { FtdEnd, FtdTunnel } from './patterns/ftd-ends';
export type { FlexHub } from './patterns/flex-hub';
export type { FlexSpoke } from './patterns/flex-spoke';
export { HubAndSpoke, type HubAndSpokeProps } from './patterns/hub-and-spoke';
export {
  FlexVpnDualHub,
  type FlexVpnDualHubClient,
  type FlexVpnDualHubHub,
  type FlexVpnDualHubProps,
} from './patterns/flexvpn-dual-hub';
export {
  FlexVpnLoadBalancer,
  type FlexVpnGateway,
  type FlexVpnLoadBalancerProps,
} from './patterns/flexvpn-load-balancer';
