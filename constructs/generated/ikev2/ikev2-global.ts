// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIkeV2Global } from '../references';

/** Props of `IkeV2Global`. */
export interface IkeV2GlobalProps extends Placed {
  /**
   * Dead peer detection: seconds between probes (10 to 3600), between retries (2 to 60), and when.
   * IOS-XE: `crypto ikev2 dpd …`.
   * @default off
   */
  readonly dpd?: {
    /** Allowed: 10 to 3600 seconds. */
    readonly interval: number;
    /** Allowed: 2 to 60 seconds. */
    readonly retry: number;
    readonly mode: 'on-demand' | 'periodic';
  };
  /**
   * Seconds between keepalives through NAT, 5 to 3600.
   * Allowed: 5 to 3600 seconds.
   * IOS-XE: `crypto ikev2 nat keepalive …`.
   * @default none
   */
  readonly natKeepalive?: number;
  /**
   * Split large IKE messages (RFC 7383): true (576 bytes), or bytes of a packet (68 to 1500).
   * IOS-XE: `crypto ikev2 fragmentation …`.
   * @default off
   */
  readonly fragmentation?:
    | true
    | {
        /** Allowed: 68 to 1500 bytes. */
        readonly mtu: number;
      };
  /**
   * Whether peers may give a URL for their certificate. AnyConnect needs false (Cisco Live BRKSEC-2881).
   * IOS-XE: `crypto ikev2 http-url cert` or `no crypto ikev2 http-url cert` (not shown at true).
   * @default true
   */
  readonly httpUrlCert?: boolean;
  /**
   * Half-open SAs from which a peer must show that it is there, 0 to 1000.
   * IOS-XE: `crypto ikev2 cookie-challenge …`.
   * @default never
   */
  readonly cookieChallenge?: number;
  /**
   * How many SAs there may be, 1 to 1000000.
   * IOS-XE: `crypto ikev2 limit max-sa …`.
   */
  readonly maxSa?: number;
  /**
   * How many may be in negotiation, and of which direction.
   * IOS-XE: `crypto ikev2 limit max-in-negotation-sa …`.
   */
  readonly maxInNegotiation?: {
    /** Allowed: 1 to 1000000. */
    readonly count: number;
    readonly direction?: 'incoming' | 'outgoing';
  };
  /**
   * How many first messages may wait, 1 to 1000000.
   * IOS-XE: `crypto ikev2 limit queue sa-init …`.
   */
  readonly queueSaInit?: number;
  /**
   * How many certificates are kept, 1 to 2000.
   * IOS-XE: `crypto ikev2 certificate-cache …`.
   */
  readonly certificateCache?: number;
  /**
   * How many requests may be under way at once, 1 to 200.
   * IOS-XE: `crypto ikev2 window …` (not shown at 5).
   * @default 5
   */
  readonly window?: number;
  /**
   * How many errors are kept for `show crypto ikev2 diagnose error`, 1 to 1000.
   * IOS-XE: `crypto ikev2 diagnose error …`.
   */
  readonly diagnoseError?: number;
  /**
   * End sessions of peers whose certificate is revoked.
   * IOS-XE: `crypto ikev2 disconnect-revoked-peers` or `no crypto ikev2 disconnect-revoked-peers` (not shown at
   * false).
   */
  readonly disconnectRevokedPeers?: true;
  /**
   * TrustSec tags in IKEv2.
   * IOS-XE: `crypto ikev2 cts sgt` or `no crypto ikev2 cts sgt` (not shown at false).
   */
  readonly ctsSgt?: true;
  /**
   * Follow redirects of a gateway: true, or how many at most (1 to 255).
   * IOS-XE: `crypto ikev2 redirect client …`.
   * @default not
   */
  readonly redirectClient?:
    | true
    | {
        /** Allowed: 1 to 255. */
        readonly maxRedirects: number;
      };
  /**
   * Send redirects: at the first message, or after authentication.
   * IOS-XE: `crypto ikev2 redirect gateway …`.
   * @default none
   */
  readonly redirectGateway?: 'init' | 'auth';
  /**
   * Keys by which the gateways of a cluster know each other's sessions again. Each only ever a `Secret`.
   * Allowed: at least 1.
   * IOS-XE: `crypto ikev2 reconnect key …`, a line each.
   */
  readonly reconnectKeys?: readonly {
    readonly index: 1 | 2;
    readonly active?: true;
    readonly key: SecretRef;
  }[];
}

/**
 * Settings of IKEv2 for the whole device. Others that it has stay.
 * IOS-XE: lines at the top level.
 */
export class IkeV2Global extends DeviceObject<'ikev2-global', IkeV2GlobalProps> implements IIkeV2Global {
  constructor(scope: Construct, id: string, props: IkeV2GlobalProps = {}) {
    super(scope, id, 'ikev2-global', () => props);
  }
}
