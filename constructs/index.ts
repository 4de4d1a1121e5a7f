/** Everything a program imports: `import { App, VpnStack, IosXeRouter, SiteToSiteVpn } from 'tunnelwright'`. */
export { Construct, type IConstruct } from 'constructs';
export { App, VpnStack } from '../lib/synth/stack';
export type { TerraformOptions, VpnStackProps } from '../lib/synth/terraform/options';
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
export {
  Inventory,
  type Columns,
  type NetBoxDevice,
  type NetBoxQuery,
  type RowOf,
  type RowSchema,
} from './fleet/inventory';
export { Labels } from './fleet/labels';
export {
  Rollout,
  type ChangeWindowProps,
  type GateProps,
  type RetryProps,
  type RolloutProps,
  type WaveProps,
} from './fleet/rollout';
export { TunnelPool, type TunnelNetwork, type TunnelPoolProps } from './fleet/tunnel-pool';
export { Moved, type MovedProps } from './moved';
export { Secret, type SecretRef } from '../lib/model/secret';
export { Device, type DeviceType } from './core/device';
export { ExistingObject, type DeviceObject, type Placed } from './core/device-object';
export type { JsonValue } from './core/override';
export { AaaNewModel } from './custom/aaa/aaa';
/** Level 1: one object of a device each. Those with behaviour of their own are written by hand. */
export * from './generated/index';
export { AsaFirewall, type AsaFirewallProps } from './devices/asa-firewall';
export { DuoProxyHost, type DuoProxyHostProps } from './devices/duo-proxy-host';
export { SecureClientProfile } from './custom/clients/secure-client-profile';
export type { HeadendProfile } from './custom/clients/headend';
export { WindowsVpnClient, type WindowsVpnClientProps } from './custom/clients/windows-vpn-client';
export { RadiusAuthorization } from './custom/clients/radius-authorization';
export { LocalAuthorization } from './patterns/remote-access/router/local-authorization';
export { StrongSwanClient, type StrongSwanClientProps } from './custom/clients/strongswan-client';
export { ClientFiles, type ClientFilesProps } from './devices/client-files';
export { DuoAccount, type DuoAccountProps } from './devices/duo-account';
export { Fmc, FtdDevice, type FmcProps } from './devices/fmc';
export { IosXeRouter, type IosXeRouterProps } from './devices/ios-xe-router';
export { IseServer, type IseServerProps } from './devices/ise-server';
export { Login, type JumpHostProps, type LoginProps, type TokenLoginProps } from './devices/login';
export { SshConfig, type SshConfigOptions, type SshPlace } from './devices/ssh-config';
export { Trust, type TrustProps } from './devices/trust';
export { DuoRadiusApplication } from './custom/duo/duo-radius-application';
export { DuoSamlApplication } from './custom/duo/duo-saml-application';
export { IkeV2Policy } from './custom/ikev2/ikev2-policy';
export { TunnelInterface } from './custom/interfaces/tunnel-interface';
export { CryptoMap } from './custom/ipsec/crypto-map';
export { DynamicMap } from './custom/ipsec/dynamic-map';
export { SecureClientFile } from './custom/remote-access/secure-client-file';
export { Certificates, PreSharedKey, type Authentication } from './patterns/shared/authentication';
export { CryptoSuite, type CryptoSuiteProps, type EspSuite, type IkeSuite } from './patterns/shared/crypto-suite';
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
  SiteToSiteAccessRules,
  SiteToSiteEndNames,
  SiteToSiteNames,
  SiteToSiteVpnProps,
} from './patterns/site-to-site/props';
export { VpnEndpoint, type VpnEndpointProps } from './custom/site-to-site/vpn-endpoint';
export {
  ClientAuth,
  type ClientAuthentication,
  type ClientMatch,
  type SamlAuthentication,
  type SamlIdentityProvider,
} from './patterns/remote-access/authentication';
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
  type HubAndSpokeHub,
  type HubAndSpokeSpoke,
} from './patterns/flexvpn/props';
export { DuoProxy } from './patterns/duo/duo-proxy';
export type { DuoSections } from './patterns/duo/sections';
export { PrimaryAuth } from './patterns/duo/primary';
export type { DuoCaller, DuoProxyProps, PrimaryAuthenticator } from './patterns/duo/props';
export { IseAccess } from './patterns/ise/ise-access';
export type { IseAccessProps, IseUsers } from './patterns/ise/props';
export { RemoteAccess } from './patterns/remote-access/remote-access';
export type {
  AsaHeadendProps,
  AsaSecondFactor,
  FirewallRemoteAccessProps,
  RemoteAccessNames,
  RemoteAccessProps,
  LocalLogin,
  SamlLogin,
  AsaSamlLogin,
  RemoteAccessShared,
  RouterRemoteAccessProps,
  SecondFactor,
} from './patterns/remote-access/props';
export type { SplitDomains } from './patterns/remote-access/domains';
export type { Probe } from './patterns/site-to-site/probe';
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
export { FtdHubAndSpoke } from './patterns/ftd-hub-and-spoke/ftd-hub-and-spoke';
export type { FtdHubPart, FtdSpokePart, FtdWay } from './patterns/ftd-hub-and-spoke/ends';
export type {
  FtdBackup,
  FtdHub,
  FtdHubAndSpokeProps,
  FtdHubBgp,
  FtdSpoke,
  FtdWayToBackupHub,
} from './patterns/ftd-hub-and-spoke/props';
export type { FmcAlgorithms } from './patterns/shared/fmc';
export { HubAndSpoke } from './patterns/flexvpn/hub-and-spoke';
export { FlexVpnDualHub } from './patterns/flexvpn/dual-hub';
export { FlexVpnLoadBalancer } from './patterns/flexvpn/load-balancer';
