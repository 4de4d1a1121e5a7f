// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import { type Placed } from '../../core/device-object';

/** Props of `WindowsVpnClient`. */
export interface WindowsVpnClientFields extends Placed {
  /**
   * Name of the script without `.ps1`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What the connection is called in Windows.
   * Allowed: at most 255 characters.
   * @default the name
   */
  readonly connection?: string;
  /**
   * Address or name of the headend: a name of its certificate.
   * Allowed: like 192.0.2.1 or hub.example.net.
   */
  readonly address: string;
  /**
   * Group for perfect forward secrecy, where the IPsec profile of the headend has one.
   * @default none
   */
  readonly pfs?: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24;
  /** How users prove who they are. The headend needs `queryIdentity` with EAP. */
  readonly authentication:
    | {
        readonly method: 'machine-certificate';
      }
    | {
        readonly method: 'eap-mschapv2';
      }
    | {
        readonly method: 'eap-tls';
        /**
         * Names that the certificate of the EAP server must have (the common name of the RADIUS server, not of the
         * headend).
         * Allowed: at least 1; each like 192.0.2.1 or hub.example.net.
         */
        readonly serverNames: readonly string[];
        /**
         * Roots that may have issued it, by SHA-1 thumbprint as Windows shows it.
         * Allowed: at least 1.
         */
        readonly trustedRoots: readonly string[];
      }
    | {
        readonly method: 'eap-peap';
        /** @default 'mschapv2' */
        readonly inner?: 'mschapv2' | 'tls';
        /**
         * Names that the certificate of the EAP server must have (the common name of the RADIUS server, not of the
         * headend).
         * Allowed: at least 1; each like 192.0.2.1 or hub.example.net.
         */
        readonly serverNames: readonly string[];
        /**
         * Roots that may have issued it, by SHA-1 thumbprint as Windows shows it.
         * Allowed: at least 1.
         */
        readonly trustedRoots: readonly string[];
      };
  /**
   * Networks that are reached through the tunnel. Windows takes no routes from the headend, so they are written
   * here.
   * Allowed: at least 1; each like 10.20.0.0/16.
   * @default everything
   */
  readonly routes?: readonly string[];
  /**
   * DNS suffix of the connection.
   * Allowed: like 192.0.2.1 or hub.example.net.
   * @default none
   */
  readonly dnsSuffix?: string;
  /**
   * For every user of the machine, and before the login.
   * @default false
   */
  readonly allUserConnection?: boolean;
  /**
   * Windows keeps the user name and the password.
   * @default false
   */
  readonly rememberCredential?: boolean;
}
