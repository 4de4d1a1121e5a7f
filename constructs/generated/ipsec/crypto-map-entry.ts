// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ICryptoMapEntry } from '../references';

/** Props of `CryptoMapEntry`. */
export interface CryptoMapEntryProps extends Placed {
  /**
   * Name of the crypto map. An interface has one, so entries of several VPNs share it.
   * ASA: in the header.
   */
  readonly map: string;
  /**
   * Place in the map, 1 to 65535, lowest first. An entry with a dynamic map comes last.
   * ASA: in the header.
   */
  readonly sequence: number;
  /**
   * The dynamic map that it hands over to, instead of all the rest.
   * ASA: `ipsec-isakmp dynamic …`.
   */
  readonly dynamic?: Reference<'dynamic-map'>;
  /**
   * What is protected: an extended list, from the networks here to the networks there.
   * ASA: `match address …`.
   */
  readonly match?: Reference<'access-list'>;
  /**
   * Peers, the first that answers.
   * Allowed: 1 to 10 items; each four numbers of 0 to 255, like 192.0.2.1.
   * ASA: `set peer …`.
   */
  readonly peers?: readonly string[];
  /**
   * IPsec proposals in order of preference, at most eleven. Needed here, because a static entry names its own.
   * Allowed: 1 to 11 items.
   * ASA: `set ikev2 ipsec-proposal …`.
   */
  readonly proposals?: readonly Reference<'ipsec-transform-set'>[];
  /**
   * Diffie-Hellman group for perfect forward secrecy.
   * ASA: `set pfs …`.
   * @default none
   */
  readonly pfs?: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24;
  /**
   * IPsec SA lifetime in seconds, 120 to 2147483647.
   * Allowed: 120 to 2147483647 seconds.
   * ASA: `set security-association lifetime seconds …`.
   * @default 28800
   */
  readonly lifetimeSeconds?: number;
  /**
   * IPsec SA lifetime in kilobytes, 10 to 2147483647, or `disable`: time alone counts.
   * ASA: `set security-association lifetime kilobytes …`.
   * @default 4608000
   */
  readonly lifetimeKilobytes?: number | 'disable';
  /**
   * Routes to what the peer protects, while the tunnel is up.
   * ASA: `set reverse-route …`.
   * @default off
   */
  readonly reverseRoute?: true;
  /**
   * The certificate that the ASA shows.
   * Allowed: the CertTrustpoint construct, or { trustpoint, chain: true }.
   * ASA: `set trustpoint …`.
   */
  readonly trustpoint?:
    | Reference<'cert-trustpoint'>
    | {
        readonly trustpoint: Reference<'cert-trustpoint'>;
        readonly chain: true;
      };
  /**
   * Who opens the connection.
   * ASA: `set connection-type …` (not shown at bidirectional).
   * @default bidirectional
   */
  readonly connectionType?: 'bidirectional' | 'answer-only' | 'originate-only';
}

/**
 * One peer, or one dynamic map, of the crypto map of an interface: `crypto map MAP SEQUENCE …`.
 * ASA: lines at the top level.
 */
export class CryptoMapEntry extends DeviceObject<'crypto-map-entry', CryptoMapEntryProps> implements ICryptoMapEntry {
  /**
   * One that is on the device and that this program does not manage: it is referred to, never written, and must be
   * there.
   * `name`: its map and sequence, `map/sequence`.
   */
  static fromExisting(scope: Construct, id: string, name: string): ICryptoMapEntry {
    return new ExistingObject(scope, id, 'crypto-map-entry', name);
  }

  constructor(scope: Construct, id: string, props: CryptoMapEntryProps) {
    super(scope, id, 'crypto-map-entry', () => props);
  }
}
