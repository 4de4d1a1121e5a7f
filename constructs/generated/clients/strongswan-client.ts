// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { SecretRef } from '../../../lib/model/secret';
import { type Placed } from '../../core/device-object';

/** Props of `StrongSwanClient`. */
export interface StrongSwanClientFields extends Placed {
  /**
   * Name of the connection, and of the file without `.conf`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Address or name of the headend.
   * Allowed: like 192.0.2.1 or hub.example.net.
   */
  readonly address: string;
  /**
   * Group for perfect forward secrecy, where the IPsec profile of the headend has one.
   * @default none
   */
  readonly pfs?: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24;
  /**
   * Who the headend says it is. A router with `identity local dn` says its subject: `CN=vpn.example.net`.
   * Allowed: at most 255 characters.
   * @default its address, which must then be a name of its certificate
   */
  readonly remoteId?: string;
  /**
   * Files in `x509ca` that may have issued the certificate of the headend.
   * Allowed: at least 1; each at most 255 characters.
   * @default all that are there
   */
  readonly authorities?: readonly string[];
  /** How the client proves who it is. The headend needs `queryIdentity` with EAP. */
  readonly authentication:
    | {
        readonly method: 'pubkey';
        /** Allowed: at most 255 characters. */
        readonly certificate: string;
        /**
         * Who the client says it is.
         * Allowed: at most 255 characters.
         * @default the subject of the certificate
         */
        readonly identity?: string;
      }
    | {
        readonly method: 'eap';
        readonly type: 'mschapv2' | 'md5' | 'gtc' | 'tls';
        /**
         * The user name. With `tls` it must be an alternative name in the user's certificate, by which strongSwan finds
         * it.
         * Allowed: at most 255 characters.
         */
        readonly user: string;
        /** Only ever a `Secret`. Without it the user is asked (`swanctl --initiate` with a prompt, or NetworkManager). */
        readonly password?: SecretRef;
        /**
         * Who the client says it is.
         * Allowed: at most 255 characters.
         * @default the subject of the certificate
         */
        readonly identity?: string;
        /** Allowed: at most 255 characters. */
        readonly certificate?: string;
        /**
         * With `tls`: who the RADIUS server says it is, a name of its certificate.
         * Allowed: at most 255 characters.
         * @default who the headend says it is
         */
        readonly serverName?: string;
      }
    | {
        readonly method: 'pre-share';
        /**
         * Who the client says it is.
         * Allowed: at most 255 characters.
         * @default the subject of the certificate
         */
        readonly identity: string;
        /** Only ever a `Secret`. */
        readonly key: SecretRef;
      };
  /**
   * Networks that are reached through the tunnel.
   * Allowed: at least 1; each like 10.20.0.0/16.
   * @default everything; the headend may narrow it
   */
  readonly networks?: readonly string[];
  /**
   * Seconds between probes of a silent headend, 10 to 3600.
   * Allowed: 10 to 3600 seconds.
   * @default 60
   */
  readonly dpdSeconds?: number;
}
