// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIpsecProfile } from '../references';

/** Props of `IpsecProfile`. */
export interface IpsecProfileProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that the device keeps; one line.
   * Allowed: at most 200 characters.
   * IOS-XE: `description …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly description?: string;
  /**
   * Transform sets in order of preference, at most six.
   * Allowed: 1 to 6 items.
   * IOS-XE: `set transform-set …`.
   * ASA: `set ikev2 ipsec-proposal …`.
   */
  readonly transformSets: readonly Reference<'ipsec-transform-set'>[];
  /**
   * IPsec SA lifetime in seconds, 120 to 2592000.
   * Allowed: 120 to 2592000 seconds.
   * IOS-XE: `set security-association lifetime seconds …` (not shown at 3600).
   * ASA: `set security-association lifetime seconds …`.
   * @default 3600
   */
  readonly lifetimeSeconds?: number;
  /**
   * IPsec SA lifetime in days, 1 to 30. Instead of `lifetimeSeconds`.
   * Allowed: 1 to 30 days.
   * IOS-XE: `set security-association lifetime days …`.
   * Not on ASA: write lifetimeSeconds.
   */
  readonly lifetimeDays?: number;
  /**
   * IPsec SA lifetime in kilobytes, 2560 to 4294967295, or `disable`: time alone counts.
   * IOS-XE: `set security-association lifetime kilobytes …` (not shown at 4608000).
   * ASA: `set security-association lifetime kilobytes …`.
   * @default 4608000
   */
  readonly lifetimeKilobytes?: number | 'disable';
  /**
   * Seconds without traffic after which an SA goes, 60 to 86400.
   * Allowed: 60 to 86400 seconds.
   * IOS-XE: `set security-association idle-time …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default never
   */
  readonly idleTime?: number;
  /**
   * Packets of the replay window, or `disable`.
   * Allowed: 64, 128, 256, 512, 1024 or disable.
   * IOS-XE: `set security-association replay …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default the global one (64)
   */
  readonly replayWindow?: 64 | 128 | 256 | 512 | 1024 | 'disable';
  /**
   * The DF bit of the outer header.
   * IOS-XE: `set security-association dfbit …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default `copy` from the inner one
   */
  readonly dfBit?: 'clear' | 'copy' | 'set';
  /**
   * Packets that hide how much is said (dummy traffic): how many in a second (0 to 25000), or one in so many
   * seconds.
   * IOS-XE: `set security-association dummy …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly dummy?:
    | {
        /** Allowed: 0 to 25000 packets a second. */
        readonly pps: number;
      }
    | {
        /** Allowed: 1 to 3600 seconds. */
        readonly seconds: number;
      };
  /**
   * One SA for each pair of hosts.
   * IOS-XE: `set security-association level per-host` or `no set security-association level per-host` (not shown
   * at false).
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly perHost?: true;
  /**
   * How many SAs the profile may have at once, 1 to 50000.
   * IOS-XE: `set security-policy limit …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default no limit
   */
  readonly policyLimit?: number;
  /**
   * Perfect forward secrecy: the Diffie-Hellman group, or with post-quantum key exchange besides it (ML-KEM,
   * IOS-XE 26.1 and later), or true: in the group that the device chooses, which is a weak one on old releases.
   * Allowed: one of 14, 15, 16, 19, 20, 21 (weak: 1, 2, 5, 24), or { group: 19, pqc: ['mlkem768'] }.
   * IOS-XE: `set pfs …`.
   * ASA: `set pfs …`.
   * @default none
   */
  readonly pfs?:
    | 1
    | 2
    | 5
    | 14
    | 15
    | 16
    | 19
    | 20
    | 21
    | 24
    | true
    | {
        readonly group: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24;
        /** Allowed: at least 1. */
        readonly pqc: readonly ('mlkem512' | 'mlkem768' | 'mlkem1024')[];
      };
  /**
   * What becomes of congestion marks of the outer header: dropped, or told to the inner one.
   * IOS-XE: `set security-association ecn …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default the device's
   */
  readonly ecn?: 'discard' | 'propagate';
  /**
   * The IKEv2 profile of the peers that it protects. Required on IOS-XE; an ASA has tunnel groups instead.
   * IOS-XE: `set ikev2-profile …`.
   * Not on ASA: an ASA has no IKEv2 profiles: write TunnelGroup.
   */
  readonly ikev2Profile?: Reference<'ikev2-profile'>;
  /**
   * The certificate that the device shows. ASA only; elsewhere the IKEv2 profile says it.
   * Allowed: the CertTrustpoint construct, or { trustpoint, chain: true }.
   * Not on IOS-XE: on IOS-XE the IKEv2 profile says it: write trustpoints on IkeV2Profile.
   * ASA: `set trustpoint …`.
   */
  readonly trustpoint?:
    | Reference<'cert-trustpoint'>
    | {
        readonly trustpoint: Reference<'cert-trustpoint'>;
        readonly chain: true;
      };
  /**
   * An IKEv1 profile as a device shows it: read, never written.
   * Allowed: at most 64 characters.
   * IOS-XE: `set isakmp-profile …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly isakmpProfile?: string;
  /**
   * IPv4 in IPv6 and the other way round.
   * IOS-XE: `set mixed-mode` or `no set mixed-mode` (not shown at false).
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly mixedMode?: true;
  /**
   * Never open a connection: wait for the peer.
   * IOS-XE: `responder-only` or `no responder-only` (not shown at false).
   * ASA: `responder-only` or `no responder-only` (not shown at false).
   */
  readonly responderOnly?: true;
  /**
   * A static route for what the peer protects.
   * IOS-XE: `reverse-route` or `no reverse-route` (not shown at false).
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly reverseRoute?: true;
  /**
   * Administrative distance of that route, 1 to 255.
   * IOS-XE: `set reverse-route distance …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default 1
   */
  readonly reverseRouteDistance?: number;
  /**
   * Tag of that route, 1 to 4294967295.
   * IOS-XE: `set reverse-route tag …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default none
   */
  readonly reverseRouteTag?: number;
  /**
   * Next hop of that route.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `set reverse-route gateway …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   * @default the peer
   */
  readonly reverseRouteGateway?: string;
  /**
   * HSRP group by whose state the SAs move; `stateful`: they are kept in step.
   * IOS-XE: `redundancy …`.
   * Not on ASA: on an ASA this is not a setting of an IPsec profile: leave it out.
   */
  readonly redundancy?: {
    readonly group: string;
    readonly stateful?: true;
  };
}

/**
 * What protects a tunnel interface: transform sets, lifetimes, perfect forward secrecy, and the IKEv2 profile.
 * IOS-XE: `crypto ipsec profile <name>`; needs `ikev2Profile`.
 * ASA: `crypto ipsec profile <name>`.
 */
export class IpsecProfile extends DeviceObject<'ipsec-profile', IpsecProfileProps> implements IIpsecProfile {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIpsecProfile {
    return new ExistingObject(scope, id, 'ipsec-profile', name);
  }

  constructor(scope: Construct, id: string, props: IpsecProfileProps) {
    super(scope, id, 'ipsec-profile', () => props);
  }
}
