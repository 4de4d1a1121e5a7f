// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IVpnTopology } from '../references';

/** Props of `VpnTopology`. */
export interface VpnTopologyProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * It cannot be changed: a change replaces the topology.
   * FMC: `topologyType` (fixed at creation).
   * @default 'point-to-point'
   */
  readonly topology?: 'point-to-point' | 'hub-and-spoke' | 'full-mesh';
  /**
   * Route-based: a virtual tunnel interface at each end; else policy-based. It cannot be changed.
   * FMC: `routeBased` (fixed at creation).
   * @default true
   */
  readonly routeBased?: boolean;
  /**
   * IKEv2 policies of the FMC, by their priority.
   * Allowed: at least 1.
   * FMC: `ikeV2Settings.policies` of `ikesettings`.
   */
  readonly ikev2Policies: readonly Reference<'ikev2-policy'>[];
  /**
   * A certificate enrolment, a pre-shared key as a `Secret`, or one that the FMC makes for its own firewalls.
   * FMC: `ikeV2Settings.authenticationType` of `ikesettings`, `ikeV2Settings.certificateAuth` of `ikesettings`,
   * `ikeV2Settings.manualPreSharedKey` of `ikesettings` (never shown again),
   * `ikeV2Settings.automaticPreSharedKeyLength` of `ikesettings`.
   */
  readonly authentication:
    | {
        readonly method: 'certificate';
        readonly trustpoint: Reference<'cert-trustpoint'>;
      }
    | {
        readonly method: 'pre-share';
        readonly key: SecretRef;
      }
    | {
        readonly method: 'automatic';
        /**
         * Allowed: 1 to 127 characters.
         * @default 24
         */
        readonly length?: number;
      };
  /**
   * IPsec proposals in order of preference.
   * Allowed: at least 1.
   * FMC: `ikeV2IpsecProposal` of `ipsecsettings`.
   */
  readonly ipsecProposals: readonly Reference<'ipsec-transform-set'>[];
  /**
   * Tunnel or transport mode.
   * FMC: `ikeV2Mode` of `ipsecsettings`.
   * @default tunnel
   */
  readonly mode?: 'tunnel' | 'transport-preferred' | 'transport-require';
  /**
   * `dynamic`: peers whose address is not known. Policy-based only.
   * FMC: `cryptoMapType` of `ipsecsettings`.
   * @default static
   */
  readonly cryptoMap?: 'static' | 'dynamic';
  /**
   * A static route for what a peer protects.
   * FMC: `enableRRI` of `ipsecsettings`.
   * @default true
   */
  readonly reverseRoute?: boolean;
  /**
   * The IPsec SA may not be stronger than the IKE SA.
   * FMC: `enableSaStrengthEnforcement` of `ipsecsettings`.
   * @default false
   */
  readonly enforceSaStrength?: boolean;
  /**
   * Diffie-Hellman group for perfect forward secrecy.
   * FMC: `perfectForwardSecrecy.enabled` of `ipsecsettings`, `perfectForwardSecrecy.modulusGroup` of
   * `ipsecsettings`.
   * @default none
   */
  readonly pfs?: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24 | 31;
  /**
   * IPsec SA lifetime in seconds, 120 to 2147483647.
   * Allowed: 120 to 2147483647 seconds.
   * FMC: `lifetimeSeconds` of `ipsecsettings`.
   * @default 3600
   */
  readonly lifetimeSeconds?: number;
  /**
   * IPsec SA lifetime in kilobytes, 10 to 2147483647.
   * Allowed: 10 to 2147483647 kilobytes.
   * FMC: `lifetimeKilobytes` of `ipsecsettings`.
   * @default 4608000
   */
  readonly lifetimeKilobytes?: number;
  /**
   * ICMP errors are checked against the tunnel they are of.
   * FMC: `validateIncomingIcmpErrorMessage` of `ipsecsettings`.
   * @default false
   */
  readonly validateIcmpErrors?: boolean;
  /**
   * The DF bit of the outer header.
   * FMC: `doNotFragmentPolicy` of `ipsecsettings`.
   * @default `none`
   */
  readonly dontFragment?: 'set' | 'copy' | 'clear' | 'none';
  /**
   * Packets of no use among the others.
   * FMC: `tfcPackets.enabled` of `ipsecsettings`, `tfcPackets.burstBytes` of `ipsecsettings`,
   * `tfcPackets.payloadBytes` of `ipsecsettings`, `tfcPackets.timeoutSeconds` of `ipsecsettings`.
   * @default none
   */
  readonly tfc?: {
    /**
     * Packets in a burst, 1 to 16; 0: random.
     * Allowed: 0 to 16.
     */
    readonly burst: number;
    /** Bytes in a packet, 64 to 1024; 0: random. */
    readonly payload: number;
    /** Seconds between bursts, 10 to 60; 0: random. */
    readonly timeout: number;
  };
  /**
   * What the firewall says it is.
   * FMC: `advancedIkeSetting.identitySentToPeer` of `advancedsettings`.
   * @default 'auto-or-dn'
   */
  readonly identity?: 'auto-or-dn' | 'ip-address' | 'host-name';
  /**
   * Whether the peer's identity must be the one in its certificate.
   * FMC: `advancedIkeSetting.peerIdentityValidation` of `advancedsettings`.
   * @default `required`
   */
  readonly peerIdentity?: 'required' | 'if-supported-by-certificate' | 'not-checked';
  /**
   * Questions whether the peer is there.
   * Allowed: 'off', 'never-first' (it answers and never asks), or { threshold: 10, retry: 2 }.
   * FMC: `advancedIkeSetting.ikeKeepaliveSettings.ikeKeepalive` of `advancedsettings`,
   * `advancedIkeSetting.ikeKeepaliveSettings.threshold` of `advancedsettings`,
   * `advancedIkeSetting.ikeKeepaliveSettings.retryInterval` of `advancedsettings`.
   * @default after 10 s, again after 2 s
   */
  readonly keepAlive?:
    | 'off'
    | 'never-first'
    | {
        /**
         * Seconds without a word from the peer, 10 to 3600.
         * Allowed: 10 to 3600 seconds.
         */
        readonly threshold: number;
        /**
         * Seconds between questions then, 2 to 10.
         * Allowed: 2 to 10 seconds.
         */
        readonly retry: number;
      };
  /**
   * Peers are told when their tunnel goes.
   * FMC: `advancedIkeSetting.enableNotificationOnTunnelDisconnect` of `advancedsettings`.
   * @default false
   */
  readonly notifyOnDisconnect?: boolean;
  /**
   * When a peer must answer a cookie (RFC 7296 section 2.6).
   * FMC: `advancedIkeSetting.cookieChallenge` of `advancedsettings`.
   * @default `custom`
   */
  readonly cookieChallenge?: 'custom' | 'always' | 'never';
  /**
   * Percent of half-open SAs from which on, with `custom`, 1 to 100.
   * Allowed: 1 to 100 percent.
   * FMC: `advancedIkeSetting.thresholdToChallengeIncomingCookies` of `advancedsettings`.
   * @default 50
   */
  readonly cookieThreshold?: number;
  /**
   * Percent of SAs that may be in negotiation, 1 to 100.
   * Allowed: 1 to 100 percent.
   * FMC: `advancedIkeSetting.percentageOfSAsAllowedInNegotiation` of `advancedsettings`.
   * @default 100
   */
  readonly negotiationLimit?: number;
  /**
   * How many IKEv2 SAs there may be, 1 to 2147483647.
   * FMC: `advancedIkeSetting.maximumNumberOfSAsAllowed` of `advancedsettings`.
   * @default what the FMC does by itself, the limit of the device
   */
  readonly saLimit?: number;
  /**
   * Large packets are split before they are encrypted.
   * FMC: `advancedIpsecSetting.enableFragmentationBeforeEncryption` of `advancedsettings`.
   * @default true
   */
  readonly fragmentBeforeEncryption?: boolean;
  /**
   * Minutes after which the path MTU is found out anew, 10 to 30, or false.
   * FMC: `advancedIpsecSetting.maximumTransmissionUnitAging.enabled` of `advancedsettings`,
   * `advancedIpsecSetting.maximumTransmissionUnitAging.resetIntervalMinutes` of `advancedsettings`.
   * @default false
   */
  readonly mtuAgingMinutes?: false | number;
  /**
   * Spokes reach each other through the hub. Hub and spoke only.
   * FMC: `advancedTunnelSetting.enableSpokeToSpokeConnectivityThroughHub` of `advancedsettings`.
   * @default false
   */
  readonly spokeToSpoke?: boolean;
  /**
   * Seconds between messages that keep NAT open, 10 to 3600, or false.
   * FMC: `advancedTunnelSetting.natKeepaliveMessageTraversal.enabled` of `advancedsettings`,
   * `advancedTunnelSetting.natKeepaliveMessageTraversal.intervalSeconds` of `advancedsettings`.
   * @default 20
   */
  readonly natKeepAlive?: false | number;
  /**
   * Minutes without traffic after which a tunnel goes, 1 to 35791394, or false.
   * FMC: `advancedTunnelSetting.vpnIdleTimeout.enabled` of `advancedsettings`,
   * `advancedTunnelSetting.vpnIdleTimeout.timeoutMinutes` of `advancedsettings`.
   * @default 30
   */
  readonly idleTimeout?: false | number;
  /**
   * Traffic out of tunnels is not looked at by the access control policy.
   * FMC: `advancedTunnelSetting.bypassAccessControlTrafficForDecryptedTraffic` of `advancedsettings`.
   * @default false
   */
  readonly bypassAccessControl?: boolean;
  /**
   * By what a peer with a certificate is told from others: OU of its certificate, OU of its IKE identity, its
   * address. A certificate map at the endpoint cannot be set over REST (CSCwp08491).
   * Allowed: at least 1.
   * FMC: `advancedTunnelSetting.certificateMapSettings.useCertificateOuToDetermineTunnel` of `advancedsettings`,
   * `advancedTunnelSetting.certificateMapSettings.useIkeIdentityOuToDetermineTunnel` of `advancedsettings`,
   * `advancedTunnelSetting.certificateMapSettings.usePeerIpAddressToDetermineTunnel` of `advancedsettings`.
   * @default all three
   */
  readonly matchPeersBy?: readonly ('certificate-ou' | 'ike-identity-ou' | 'address')[];
}

/**
 * A site-to-site VPN topology of the FMC with its IKE, IPsec and advanced settings. Its ends are VPN endpoints.
 * FMC: `policy/ftds2svpns`.
 */
export class VpnTopology extends DeviceObject<'vpn-topology', VpnTopologyProps> implements IVpnTopology {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IVpnTopology {
    return new ExistingObject(scope, id, 'vpn-topology', name);
  }

  constructor(scope: Construct, id: string, props: VpnTopologyProps) {
    super(scope, id, 'vpn-topology', () => props);
  }
}
