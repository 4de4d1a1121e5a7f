// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IWebvpn } from '../references';

/** Props of `Webvpn`. */
export interface WebvpnProps extends Placed {
  /**
   * Interfaces that it listens on, by their logical names.
   * Allowed: at least 1; each object name.
   * ASA: `enable …`, a line each.
   */
  readonly enable?: readonly string[];
  /**
   * AnyConnect may connect.
   * ASA: `anyconnect enable …`.
   */
  readonly anyconnectEnable?: true;
  /**
   * Client packages on the ASA, and the order in which they are tried.
   * Allowed: at least 1.
   * ASA: `anyconnect image …`, a line each.
   */
  readonly anyconnectImages?: readonly {
    /** Allowed: at most 255 characters. */
    readonly file: string;
    /** Allowed: 1 to 65535. */
    readonly order: number;
  }[];
  /**
   * Client profiles on the ASA, by the name under which group policies know them.
   * Allowed: at least 1.
   * ASA: `anyconnect profiles …`, a line each.
   */
  readonly anyconnectProfiles?: readonly {
    readonly name: string;
    /** Allowed: at most 255 characters. */
    readonly file: string;
  }[];
  /**
   * Client attributes that the ASA knows. The AsaClientAttribute construct gives one a value.
   * Allowed: at least 1.
   * ASA: `anyconnect-custom-attr …`, a line each.
   */
  readonly customAttributes?: readonly {
    /**
     * Its name, as clients know it.
     * Allowed: like dynamic-split-exclude-domains or DeferredUpdateAllowed.
     */
    readonly attribute: string;
    /**
     * What it is for.
     * Allowed: at most 200 characters.
     * @default nothing is said
     */
    readonly description?: string;
  }[];
  /**
   * SAML identity providers, by their entity IDs. Tunnel groups name the one that asks their users.
   * Allowed: at least 1.
   * ASA: `saml idp <entityId>`, a block each: in the header, `url sign-in …`, `url sign-out …`, `base-url …`,
   * `trustpoint idp …`, `trustpoint sp …`, `signature …`.
   */
  readonly samlProviders?: readonly {
    /**
     * Its entity ID, letter for letter.
     * Allowed: its URL or URN, without blanks and question marks.
     */
    readonly entityId: string;
    /**
     * Where users log in.
     * Allowed: like https://sso.example.net/login; an ASA takes no question mark in it.
     */
    readonly signInUrl: string;
    /**
     * Where they log out.
     * Allowed: like https://sso.example.net/login; an ASA takes no question mark in it.
     * @default nowhere
     */
    readonly signOutUrl?: string;
    /**
     * Where users reach the ASA, without a path: `https://vpn.example.net`.
     * Allowed: like https://sso.example.net/login; an ASA takes no question mark in it.
     * @default the name of the ASA
     */
    readonly baseUrl?: string;
    /** The certificate that it signs with: a trustpoint with `caCheck: false` that holds it as its authority. */
    readonly certificate: Reference<'cert-trustpoint'>;
    /**
     * The ASA's own certificate, which its metadata shows.
     * @default none
     */
    readonly ownCertificate?: Reference<'cert-trustpoint'>;
    /**
     * Requests are signed with it.
     * @default they are not
     */
    readonly signature?: 'rsa-sha1' | 'rsa-sha256' | 'rsa-sha384' | 'rsa-sha512';
  }[];
  /**
   * The login page shows the tunnel groups by their aliases.
   * ASA: `tunnel-group-list enable …`.
   */
  readonly tunnelGroupList?: true;
}

/**
 * The TLS side of an ASA, which AnyConnect fetches its profile and updates from.
 * ASA: `webvpn`; other lines of the block are left alone.
 */
export class Webvpn extends DeviceObject<'webvpn', WebvpnProps> implements IWebvpn {
  constructor(scope: Construct, id: string, props: WebvpnProps = {}) {
    super(scope, id, 'webvpn', () => props);
  }
}
