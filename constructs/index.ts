/** Everything a program imports: `import { App, VpnStack, IosXeRouter, SiteToSiteVpn } from 'tunnelwright'`. */
export { App, VpnStack } from '../lib/synth/stack';
export { Secret, type SecretRef } from '../lib/model/secret';
export { Fmc, FtdDevice, type FmcProps } from './devices/fmc';
export { IosXeRouter, type IosXeRouterProps } from './devices/ios-xe-router';
export { Login, type LoginProps } from './devices/login';
export { Trust, type TrustProps } from './devices/trust';
export { IkeV2Keyring, type IkeV2KeyringProps } from './ikev2/ikev2-keyring';
export { IkeV2Policy, type IkeV2PolicyProps } from './ikev2/ikev2-policy';
export { IkeV2Profile, type IkeV2ProfileProps } from './ikev2/ikev2-profile';
export { IkeV2Proposal, type IkeV2ProposalProps } from './ikev2/ikev2-proposal';
export { LoopbackInterface, type LoopbackInterfaceProps } from './interfaces/loopback-interface';
export { StaticRoute, type StaticRouteProps } from './interfaces/static-route';
export { TunnelInterface, type TunnelInterfaceProps } from './interfaces/tunnel-interface';
export { IpsecProfile, type IpsecProfileProps } from './ipsec/ipsec-profile';
export { IpsecTransformSet, type IpsecTransformSetProps } from './ipsec/ipsec-transform-set';
export { ConfigArchive, type ConfigArchiveProps } from './management/config-archive';
export { NtpServers, type NtpServersProps } from './management/ntp-servers';
export { NetworkObject, type NetworkObjectProps } from './objects/network-object';
export { Certificates, PreSharedKey, type Authentication } from './patterns/authentication';
export { CryptoSuite, type CryptoSuiteProps } from './patterns/crypto-suite';
export {
  SiteToSiteVpn,
  type SiteToSiteEnd,
  type SiteToSiteNames,
  type SiteToSiteVpnProps,
} from './patterns/site-to-site-vpn';
export { CertificateMap, type CertificateMapProps } from './pki/certificate-map';
export { CertTrustpoint, type CertTrustpointProps } from './pki/cert-trustpoint';
export { VpnEndpoint, type VpnEndpointProps } from './site-to-site/vpn-endpoint';
export { VpnTopology, type VpnTopologyProps } from './site-to-site/vpn-topology';
