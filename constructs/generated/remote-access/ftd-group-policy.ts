// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IFtdGroupPolicy } from '../references';

/** Props of `FtdGroupPolicy`. */
export interface FtdGroupPolicyProps extends Placed {
  /**
   * Name on the FMC. `DfltGrpPolicy` is there always: it is changed, and put back when it is no longer declared.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * By what users may connect. The FMC's own default allows TLS too: here it is written always.
   * Allowed: at least 1.
   * FMC: `enableSSLProtocol`, `enableIPsecIKEv2Protocol`.
   * @default `['ipsec-ikev2']`, nothing by TLS
   */
  readonly protocols?: readonly ('ipsec-ikev2' | 'ssl')[];
  /**
   * What users read when they connect; at most 3999 characters, 497 in a line.
   * FMC: `generalSettings.banner`.
   */
  readonly banner?: string;
  /**
   * Name servers: one or two network objects that are hosts.
   * Allowed: 1 to 2 items.
   * FMC: `generalSettings.primaryDNSServer`, `generalSettings.secondaryDNSServer`.
   */
  readonly dnsServers?: readonly Reference<'network-object'>[];
  /**
   * WINS servers: one or two network objects that are hosts.
   * Allowed: 1 to 2 items.
   * FMC: `generalSettings.primaryWINSServer`, `generalSettings.secondaryWINSServer`.
   */
  readonly winsServers?: readonly Reference<'network-object'>[];
  /**
   * Domain that clients add to short names.
   * Allowed: like example.net.
   * FMC: `generalSettings.addressAssignment.defaultDomainName`.
   */
  readonly domain?: string;
  /**
   * Network from which the DHCP server gives addresses: a network object.
   * FMC: `generalSettings.addressAssignment.dhcpScope`.
   */
  readonly dhcpScope?: Reference<'network-object'>;
  /**
   * Pools of addresses in order, at most six.
   * Allowed: 1 to 6 items.
   * FMC: `generalSettings.addressAssignment.ipv4LocalAddressPool`.
   * @default those of the connection profile
   */
  readonly addressPools?: readonly Reference<'address-pool'>[];
  /**
   * Which traffic goes through the tunnel.
   * FMC: `generalSettings.splitTunnelSettings.ipv4SplitTunnelPolicy`,
   * `generalSettings.splitTunnelSettings.ipv6SplitTunnelPolicy`,
   * `generalSettings.splitTunnelSettings.splitTunnelACL`,
   * `generalSettings.splitTunnelSettings.splitDNSRequestPolicy`,
   * `generalSettings.splitTunnelSettings.splitDNSDomainList`.
   * @default all
   */
  readonly splitTunnel?: {
    /**
     * IPv4.
     * @default `tunnel-all`
     */
    readonly ipv4?: 'tunnel-all' | 'tunnel-specified' | 'exclude-specified';
    /**
     * IPv6.
     * @default `tunnel-all`
     */
    readonly ipv6?: 'tunnel-all' | 'tunnel-specified' | 'exclude-specified';
    /** What is specified. A standard list knows IPv4 only. Needed unless everything is tunnelled. */
    readonly list?: Reference<'access-list'>;
    /**
     * Which names are asked for through the tunnel.
     * @default `as-split-tunnel`
     */
    readonly dns?: 'as-split-tunnel' | 'all' | 'specified-domains';
    /**
     * Those names, at most ten and 255 characters together.
     * Allowed: 1 to 10 items; each like example.net.
     */
    readonly dnsDomains?: readonly string[];
  };
  /**
   * Profile that Secure Client gets: declared, or a file that you have.
   * Allowed: the SecureClientProfile or SecureClientFile construct.
   * FMC: `anyConnectSettings.vpnClientProfile`.
   */
  readonly clientProfile?: Reference<'secure-client-profile'> | Reference<'secure-client-file'>;
  /**
   * Profile of its management tunnel.
   * FMC: `anyConnectSettings.managementProfile`.
   */
  readonly managementProfile?: Reference<'secure-client-file'>;
  /**
   * Modules of Secure Client.
   * Allowed: at least 1.
   * FMC: `anyConnectSettings.clientModules`.
   */
  readonly clientModules?: readonly {
    /** Which module of Secure Client. */
    readonly module:
      | 'amp-enabler'
      | 'feedback'
      | 'ise-posture'
      | 'network-access-manager'
      | 'network-visibility'
      | 'umbrella'
      | 'web-security'
      | 'start-before-login'
      | 'dart';
    /**
     * Its profile.
     * @default none
     */
    readonly profile?: Reference<'secure-client-file'>;
    /**
     * The firewall installs it at the client.
     * @default false
     */
    readonly download?: boolean;
  }[];
  /**
   * What Secure Client is told besides, like the domains of a dynamic split tunnel; their order means nothing.
   * Allowed: at least 1.
   * FMC: `anyConnectSettings.customAttributes`.
   */
  readonly customAttributes?: readonly Reference<'secure-client-attribute'>[];
  /**
   * Largest packet of clients in bytes, 576 to 1462.
   * Allowed: 576 to 1462 bytes.
   * FMC: `anyConnectSettings.sslSettings.mtuSize`.
   * @default 1406
   */
  readonly mtu?: number;
  /**
   * Packets that must not be fragmented are fragmented all the same.
   * FMC: `anyConnectSettings.sslSettings.ignoreDFBit`.
   * @default false
   */
  readonly ignoreDontFragment?: boolean;
  /**
   * Compression of TLS tunnels.
   * FMC: `anyConnectSettings.sslSettings.sslCompression`.
   * @default `disabled`
   */
  readonly sslCompression?: 'disabled' | 'deflate' | 'lzs';
  /**
   * Compression of DTLS tunnels.
   * FMC: `anyConnectSettings.sslSettings.dtlsCompression`.
   * @default `disabled`
   */
  readonly dtlsCompression?: 'disabled' | 'lzs';
  /**
   * Seconds between messages that keep the connection open, 15 to 600, or false.
   * FMC: `anyConnectSettings.connectionSettings.enableKeepAliveMessages`,
   * `anyConnectSettings.connectionSettings.keepAliveMessageInterval`.
   * @default 20
   */
  readonly keepAlive?: false | number;
  /**
   * Seconds between the firewall's questions whether the client is there, 5 to 3600, or false.
   * FMC: `anyConnectSettings.connectionSettings.enableGatewayDPD`,
   * `anyConnectSettings.connectionSettings.gatewayDPDInterval`.
   * @default 30
   */
  readonly gatewayDpd?: false | number;
  /**
   * Seconds between the client's questions whether the firewall is there, 5 to 3600, or false.
   * FMC: `anyConnectSettings.connectionSettings.enableClientDPD`,
   * `anyConnectSettings.connectionSettings.clientDPDInterval`.
   * @default 30
   */
  readonly clientDpd?: false | number;
  /**
   * Protocols that the tunnel does not carry go outside of it.
   * FMC: `anyConnectSettings.connectionSettings.bypassUnsupportProtocol`.
   * @default false
   */
  readonly bypassUnsupportedProtocols?: boolean;
  /**
   * Minutes after which TLS tunnels take new keys, 4 to 10080, or false.
   * FMC: `anyConnectSettings.connectionSettings.enableSSLRekey`,
   * `anyConnectSettings.connectionSettings.rekeyInterval`.
   * @default false
   */
  readonly sslRekey?: false | number;
  /**
   * By what the new keys come: a `new-tunnel`, or a new handshake in the `existing-tunnel`.
   * FMC: `anyConnectSettings.connectionSettings.rekeyMethod`.
   * @default `new-tunnel`
   */
  readonly sslRekeyMethod?: 'new-tunnel' | 'existing-tunnel';
  /**
   * Firewall rules at the client for private networks.
   * FMC: `anyConnectSettings.connectionSettings.clientFirewallPrivateNetworkRules`.
   * @default none
   */
  readonly clientFirewallPrivate?: Reference<'access-list'>;
  /**
   * Firewall rules at the client for public networks.
   * FMC: `anyConnectSettings.connectionSettings.clientFirewallPublicNetworkRules`.
   * @default none
   */
  readonly clientFirewallPublic?: Reference<'access-list'>;
  /**
   * What users may reach: an extended access list.
   * FMC: `advancedSettings.vpnTrafficFilterACL`.
   * @default everything
   */
  readonly trafficFilter?: Reference<'access-list'>;
  /**
   * VLAN to which users are restricted, 1 to 4094.
   * FMC: `advancedSettings.restrictVPNToVLANId`.
   * @default none
   */
  readonly vlan?: number;
  /**
   * When users may connect.
   * FMC: `advancedSettings.sessionSettings.accessHours`.
   * @default always
   */
  readonly accessHours?: Reference<'time-range'>;
  /**
   * Sessions that one user may have at once, 0 to 2147483647.
   * FMC: `advancedSettings.sessionSettings.simultaneousLoginPerUser`.
   * @default 3
   */
  readonly simultaneousLogins?: number;
  /**
   * Minutes after which a session ends, 1 to 35791394.
   * Allowed: 1 to 35791394 minutes.
   * FMC: `advancedSettings.sessionSettings.maxConnectionTimeout`.
   * @default never
   */
  readonly sessionTimeout?: number;
  /**
   * Minutes before it ends at which the user is told, 1 to 30.
   * Allowed: 1 to 30 minutes.
   * FMC: `advancedSettings.sessionSettings.maxConnectionTimeAlertInterval`.
   * @default 1
   */
  readonly sessionTimeoutAlert?: number;
  /**
   * Minutes without traffic after which a session ends, 1 to 35791394.
   * Allowed: 1 to 35791394 minutes.
   * FMC: `advancedSettings.sessionSettings.vpnIdleTimeout`.
   * @default 30
   */
  readonly idleTimeout?: number;
  /**
   * Minutes before it ends at which the user is told, 1 to 30.
   * Allowed: 1 to 30 minutes.
   * FMC: `advancedSettings.sessionSettings.vpnIdleTimeoutAlertInterval`.
   * @default 1
   */
  readonly idleTimeoutAlert?: number;
}

/**
 * What a group of remote users gets: protocols, addresses, names, split tunnel, timers.
 * FMC: `object/grouppolicies`.
 */
export class FtdGroupPolicy extends DeviceObject<'ftd-group-policy', FtdGroupPolicyProps> implements IFtdGroupPolicy {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IFtdGroupPolicy {
    return new ExistingObject(scope, id, 'ftd-group-policy', name);
  }

  constructor(scope: Construct, id: string, props: FtdGroupPolicyProps = {}) {
    super(scope, id, 'ftd-group-policy', () => props);
  }
}
