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
  type NetworkView,
  type Pack,
  type PackName,
  type Place,
  type Rule,
  type Severity,
  type Waiver,
} from '../lib/synth/rules';
export { PostgresLedger, S3Ledger, type PostgresLedgerProps, type S3LedgerProps } from './ledgers';
export { Labels } from './fleet/labels';
export {
  Rollout,
  type ChangeWindowProps,
  type GateProps,
  type RetryProps,
  type RolloutProps,
  type WaveProps,
} from './fleet/rollout';
export { Moved, type MovedProps } from './moved';
export { Secret, type SecretRef } from '../lib/model/secret';
export { Device, type DeviceType } from './core/device';
export { ExistingObject, type DeviceObject, type Placed } from './core/device-object';
export type { JsonValue } from './core/override';
export { AaaNewModel } from './custom/aaa/aaa';
export type * from './generated/references';
export type { AaaNewModelProps } from './generated/aaa/aaa';
export { AaaAccountingList, type AaaAccountingListProps } from './generated/aaa/aaa-accounting-list';
export { AaaAttributeList, type AaaAttributeListProps } from './generated/aaa/aaa-attribute-list';
export { AaaAuthenticationList, type AaaAuthenticationListProps } from './generated/aaa/aaa-authentication-list';
export { AaaAuthorizationList, type AaaAuthorizationListProps } from './generated/aaa/aaa-authorization-list';
export { AaaServer, type AaaServerProps } from './generated/aaa/aaa-server';
export { AaaServerGroup, type AaaServerGroupProps } from './generated/aaa/aaa-server-group';
export { LdapAttributeMap, type LdapAttributeMapProps } from './generated/aaa/ldap-attribute-map';
export { LdapServer, type LdapServerProps } from './generated/aaa/ldap-server';
export { LocalUser, type LocalUserProps } from './generated/aaa/local-user';
export { RadiusServer, type RadiusServerProps } from './generated/aaa/radius-server';
export { AccessList, type AccessListProps } from './generated/addressing/access-list';
export { AddressPool, type AddressPoolProps } from './generated/addressing/address-pool';
export { Ipv6AccessList, type Ipv6AccessListProps } from './generated/addressing/ipv6-access-list';
export { AsaFirewall, type AsaFirewallProps } from './devices/asa-firewall';
export { DuoProxyHost, type DuoProxyHostProps } from './devices/duo-proxy-host';
export {
  SecureClientLocalPolicy,
  type SecureClientLocalPolicyProps,
} from './generated/clients/secure-client-local-policy';
export { SecureClientProfile } from './custom/clients/secure-client-profile';
export type { SecureClientProfileProps } from './generated/clients/secure-client-profile';
export type { HeadendProfile } from './custom/clients/headend';
export { WindowsVpnClient, type WindowsVpnClientProps } from './custom/clients/windows-vpn-client';
export { RadiusAuthorization } from './custom/clients/radius-authorization';
export type { RadiusAuthorizationProps } from './generated/clients/radius-authorization';
export { LocalAuthorization } from './patterns/remote-access/router/local-authorization';
export { StrongSwanClient, type StrongSwanClientProps } from './custom/clients/strongswan-client';
export { ClientFiles, type ClientFilesProps } from './devices/client-files';
export { DuoAccount, type DuoAccountProps } from './devices/duo-account';
export { Fmc, FtdDevice, type FmcProps } from './devices/fmc';
export { IosXeRouter, type IosXeRouterProps } from './devices/ios-xe-router';
export { IseServer, type IseServerProps } from './devices/ise-server';
export { Login, type LoginProps } from './devices/login';
export { Trust, type TrustProps } from './devices/trust';
export { DuoRadiusClient, type DuoRadiusClientProps } from './generated/duo/duo-radius-client';
export { DuoAdClient, type DuoAdClientProps } from './generated/duo/duo-ad-client';
export { DuoOnlyClient, type DuoOnlyClientProps } from './generated/duo/duo-only-client';
export { DuoProxyMain, type DuoProxyMainProps } from './generated/duo/duo-proxy-main';
export { DuoCloud, type DuoCloudProps } from './generated/duo/duo-cloud';
export { DuoHttpProxy, type DuoHttpProxyProps } from './generated/duo/duo-http-proxy';
export { DuoLdapServerAuto, type DuoLdapServerAutoProps } from './generated/duo/duo-ldap-server-auto';
export { DuoRadiusServerAuto, type DuoRadiusServerAutoProps } from './generated/duo/duo-radius-server-auto';
export {
  DuoRadiusServerChallenge,
  type DuoRadiusServerChallengeProps,
} from './generated/duo/duo-radius-server-challenge';
export { DuoRadiusServerConcat, type DuoRadiusServerConcatProps } from './generated/duo/duo-radius-server-concat';
export { DuoRadiusServerIframe, type DuoRadiusServerIframeProps } from './generated/duo/duo-radius-server-iframe';
export { DuoRadiusServerEap, type DuoRadiusServerEapProps } from './generated/duo/duo-radius-server-eap';
export { DuoRadiusServerDuoOnly, type DuoRadiusServerDuoOnlyProps } from './generated/duo/duo-radius-server-duo-only';
export { DuoGroup, type DuoGroupProps } from './generated/duo/duo-group';
export { DuoPhone, type DuoPhoneProps } from './custom/duo/duo-phone';
export { DuoRadiusApplication } from './custom/duo/duo-radius-application';
export type { DuoRadiusApplicationProps } from './generated/duo/duo-radius-application';
export { DuoUser, type DuoUserProps } from './generated/duo/duo-user';
export { FlexVpnClient, type FlexVpnClientProps } from './generated/ikev2/flexvpn-client';
export {
  IkeV2AuthorizationPolicy,
  type IkeV2AuthorizationPolicyProps,
} from './generated/ikev2/ikev2-authorization-policy';
export { IkeV2Cluster, type IkeV2ClusterProps } from './generated/ikev2/ikev2-cluster';
export { IkeV2Enable, type IkeV2EnableProps } from './generated/ikev2/ikev2-enable';
export { IkeV2Global, type IkeV2GlobalProps } from './generated/ikev2/ikev2-global';
export { IkeV2Keyring, type IkeV2KeyringProps } from './generated/ikev2/ikev2-keyring';
export { IkeV2NameMangler, type IkeV2NameManglerProps } from './generated/ikev2/ikev2-name-mangler';
export { IkeV2Policy } from './custom/ikev2/ikev2-policy';
export type { IkeV2PolicyProps } from './generated/ikev2/ikev2-policy';
export { IkeV2Profile, type IkeV2ProfileProps } from './generated/ikev2/ikev2-profile';
export { IkeV2Proposal, type IkeV2ProposalProps } from './generated/ikev2/ikev2-proposal';
export { IkeV2RemoteAccess, type IkeV2RemoteAccessProps } from './generated/ikev2/ikev2-remote-access';
export { SkipClient, type SkipClientProps } from './generated/ikev2/skip-client';
export { IpSla, type IpSlaProps } from './generated/interfaces/ip-sla';
export { IpSlaSchedule, type IpSlaScheduleProps } from './generated/interfaces/ip-sla-schedule';
export { TrackedObject, type TrackedObjectProps } from './generated/interfaces/tracked-object';
export { SmartDefaults, type SmartDefaultsProps } from './generated/ikev2/smart-defaults';
export { InterfaceLines, type InterfaceLinesProps } from './generated/interfaces/interface-lines';
export { Bgp, type BgpProps } from './generated/interfaces/bgp';
export { LoopbackInterface, type LoopbackInterfaceProps } from './generated/interfaces/loopback-interface';
export { Ipv6StaticRoute } from './custom/interfaces/ipv6-static-route';
export type { Ipv6StaticRouteProps } from './generated/interfaces/ipv6-static-route';
export { StaticRoute } from './custom/interfaces/static-route';
export type { StaticRouteProps } from './generated/interfaces/static-route';
export { TunnelInterface } from './custom/interfaces/tunnel-interface';
export type { TunnelInterfaceProps } from './generated/interfaces/tunnel-interface';
export { VirtualTemplate, type VirtualTemplateProps } from './generated/interfaces/virtual-template';
export { Vrf, type VrfProps } from './generated/interfaces/vrf';
export { CryptoMap } from './custom/ipsec/crypto-map';
export type { CryptoMapProps } from './generated/ipsec/crypto-map';
export { CryptoMapEntry } from './custom/ipsec/crypto-map-entry';
export type { CryptoMapEntryProps } from './generated/ipsec/crypto-map-entry';
export { DynamicMap } from './custom/ipsec/dynamic-map';
export type { DynamicMapProps } from './generated/ipsec/dynamic-map';
export { IpsecGlobal, type IpsecGlobalProps } from './generated/ipsec/ipsec-global';
export { IpsecProfile, type IpsecProfileProps } from './generated/ipsec/ipsec-profile';
export { IpsecTransformSet, type IpsecTransformSetProps } from './generated/ipsec/ipsec-transform-set';
export { ConfigArchive, type ConfigArchiveProps } from './generated/management/config-archive';
export { HttpServer, type HttpServerProps } from './generated/management/http-server';
export { Logging, type LoggingProps } from './generated/management/logging';
export { NtpServers, type NtpServersProps } from './generated/management/ntp-servers';
export { ScpServer, type ScpServerProps } from './generated/management/scp-server';
export { RawBlock, type RawBlockProps } from './generated/management/raw-block';
export { RawConfig, type RawConfigProps } from './generated/management/raw-config';
export { IseIdentityGroup } from './generated/ise/ise-identity-group';
export { IseInternalUser, type IseInternalUserProps } from './generated/ise/ise-internal-user';
export { IseNetworkDevice, type IseNetworkDeviceProps } from './generated/ise/ise-network-device';
export { NetworkObject, type NetworkObjectProps } from './generated/objects/network-object';
export { NetworkGroup, type NetworkGroupProps } from './generated/objects/network-group';
export { UrlObject, type UrlObjectProps } from './generated/objects/url-object';
export { SecurityZone } from './generated/objects/security-zone';
export { TimeRange } from './generated/objects/time-range';
export { Realm } from './generated/aaa/realm';
export { SamlServer, type SamlServerProps } from './generated/aaa/saml-server';
export { Ipv6AddressPool, type Ipv6AddressPoolProps } from './generated/addressing/ipv6-address-pool';
export { FtdGroupPolicy, type FtdGroupPolicyProps } from './generated/remote-access/ftd-group-policy';
export { RemoteAccessPolicy } from './custom/remote-access/ra-vpn-policy';
export type { RemoteAccessPolicyProps } from './generated/remote-access/ra-vpn-policy';
export { NatPolicy } from './generated/policies/nat-policy';
export { PlatformSettings, type PlatformSettingsProps } from './generated/policies/platform-settings';
export { PolicyAssignment } from './custom/policies/policy-assignment';
export type { PolicyAssignmentProps } from './generated/policies/policy-assignment';
export { VpnLogging } from './custom/policies/vpn-logging';
export type { VpnLoggingProps } from './generated/policies/vpn-logging';
export { RaCryptoMap } from './custom/remote-access/ra-crypto-map';
export type { RaCryptoMapProps } from './generated/remote-access/ra-crypto-map';
export { RaCertificateMapping } from './custom/remote-access/ra-certificate-mapping';
export type { RaCertificateMappingProps } from './generated/remote-access/ra-certificate-mapping';
export { RaLdapAttributes } from './custom/remote-access/ra-ldap-attributes';
export type { RaLdapAttributesProps } from './generated/remote-access/ra-ldap-attributes';
export { RaLoadBalancing } from './custom/remote-access/ra-load-balancing';
export type { RaLoadBalancingProps } from './generated/remote-access/ra-load-balancing';
export { RaConnectionProfile } from './custom/remote-access/ra-connection-profile';
export type { RaConnectionProfileProps } from './generated/remote-access/ra-connection-profile';
export { NatExemptionRule } from './custom/policies/nat-exemption';
export type { NatExemptionRuleProps } from './generated/policies/nat-exemption';
export { NatRule } from './custom/policies/nat-rule';
export type { NatRuleProps } from './generated/policies/nat-rule';
export { SecureClientFile } from './custom/remote-access/secure-client-file';
export type { SecureClientFileProps } from './generated/remote-access/secure-client-file';
export { Certificates, PreSharedKey, type Authentication } from './patterns/shared/authentication';
export { CryptoSuite, type CryptoSuiteProps } from './patterns/shared/crypto-suite';
export { SiteToSiteVpn } from './patterns/site-to-site/site-to-site-vpn';
export { ExternalPeer } from './patterns/site-to-site/external-peer';
export type { ExternalPeerProps, PeerIdentity } from './patterns/site-to-site/external-peer';
export type {
  ExternalBgp,
  ExternalEnd,
  SiteToSiteBgp,
  SiteToSiteDpd,
  SiteToSiteDevice,
  SecondLine,
  SiteToSiteEnd,
  NatExemption,
  SiteToSiteNames,
  SiteToSiteVpnProps,
} from './patterns/site-to-site/props';
export { CertTrustpoint, type CertTrustpointProps } from './generated/pki/cert-trustpoint';
export { CertificateMap, type CertificateMapProps } from './generated/pki/certificate-map';
export { AnyConnectProfile, type AnyConnectProfileProps } from './generated/remote-access/anyconnect-profile';
export { AsaGroupPolicy, type AsaGroupPolicyProps } from './generated/remote-access/asa-group-policy';
export { SslPolicy, type SslPolicyProps } from './generated/remote-access/ssl-policy';
export { TunnelGroup, type TunnelGroupProps } from './generated/remote-access/tunnel-group';
export { TunnelGroupMap } from './custom/remote-access/tunnel-group-map';
export type { TunnelGroupMapProps } from './generated/remote-access/tunnel-group-map';
export { Webvpn, type WebvpnProps } from './generated/remote-access/webvpn';
export { VpnEndpoint, type VpnEndpointProps } from './custom/site-to-site/vpn-endpoint';
export { VpnTopology, type VpnTopologyProps } from './generated/site-to-site/vpn-topology';
export { ClientAuth, type ClientAuthentication, type ClientMatch } from './patterns/remote-access/authentication';
export { ClientAuthorization, type GroupSelector, type ClientGroup } from './patterns/remote-access/authorization';
export { ClientProfileDownload } from './patterns/remote-access/router/client-profile-download';
export type {
  ClientProfileDownloadProps,
  FlexVpnRemoteAccessProps,
  LocalAuthorizationProps,
} from './patterns/remote-access/router/props';
export type { AsaNatExemption, RouterVpnNames } from './patterns/shared/props';
export { AsaRemoteAccess } from './patterns/remote-access/asa/asa-remote-access';
export type { AsaRemoteAccessProps } from './patterns/remote-access/asa/props';
export { FlexVpnRemoteAccess } from './patterns/remote-access/router/flexvpn-remote-access';
export { RaVpnPolicy } from './patterns/remote-access/ftd/ra-vpn-policy';
export type { RaClientProfile, RaVpnGroup, RaVpnPolicyProps } from './patterns/remote-access/ftd/props';
export {
  smartDefaultNames,
  type FlexVpnCommonProps,
  type FlexVpnDualHubClient,
  type FlexVpnDualHubHub,
  type FlexVpnDualHubProps,
  type FlexVpnGateway,
  type FlexVpnHub,
  type FlexVpnLoadBalancerProps,
  type FlexVpnNames,
  type FlexVpnSpoke,
  type HubAndSpokeProps,
  type HubAndSpokeSpoke,
} from './patterns/flexvpn/props';
export { DuoProxy } from './patterns/duo/duo-proxy';
export type { DuoSections } from './patterns/duo/sections';
export { PrimaryAuth } from './patterns/duo/primary';
export type { DuoCaller, DuoProxyProps, PrimaryAuthenticator } from './patterns/duo/props';
export { RemoteAccess } from './patterns/remote-access/remote-access';
export type {
  AsaHeadendProps,
  AsaSecondFactor,
  FirewallRemoteAccessProps,
  RemoteAccessNames,
  RemoteAccessProps,
  RemoteAccessShared,
  RouterRemoteAccessProps,
  SecondFactor,
} from './patterns/remote-access/props';
export type { RouterEnd, RouterTunnel } from './patterns/site-to-site/router-end';
export type { AsaEnd, AsaTunnel } from './patterns/site-to-site/asa-end';
export type { FtdEnd, FtdTunnel } from './patterns/site-to-site/fmc-end';
export type { FlexHub } from './patterns/flexvpn/hub';
export type { FlexSpoke } from './patterns/flexvpn/spoke';
export {
  SpokeAuth,
  type ByCertificate,
  type ByEap,
  type BySpokeKeys,
  type SpokeAccount,
  type SpokeAuthentication,
} from './patterns/flexvpn/authentication';
export { HubAndSpoke } from './patterns/flexvpn/hub-and-spoke';
export { FlexVpnDualHub } from './patterns/flexvpn/dual-hub';
export { FlexVpnLoadBalancer } from './patterns/flexvpn/load-balancer';
