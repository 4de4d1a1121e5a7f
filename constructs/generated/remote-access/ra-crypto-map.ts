// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IRaCryptoMap } from '../references';

/** Props of `RaCryptoMap`. */
export interface RaCryptoMapProps extends Placed {
  /**
   * The policy that it belongs to.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'>;
  /**
   * The zone of the access interface.
   * FMC: `interfaceObject`.
   */
  readonly zone: Reference<'security-zone'>;
  /**
   * IPsec proposals in order of preference.
   * Allowed: at least 1.
   * FMC: `ikev2IpsecProposals`.
   * @default the FMC's `AES-GCM`
   */
  readonly ipsecProposals?: readonly Reference<'ipsec-transform-set'>[];
  /**
   * A static route for each client.
   * FMC: `enableRRI`.
   * @default true
   */
  readonly reverseRoute?: boolean;
  /**
   * Client services: profiles, updates and posture over TLS. While they are on, the interface listens on TLS
   * whatever the protocols are.
   * FMC: `enableClientServices`.
   * @default false
   */
  readonly clientServices?: boolean;
  /**
   * TCP port of client services, 1 to 65535.
   * FMC: `clientServicesPort`.
   * @default 443
   */
  readonly clientServicesPort?: number;
  /**
   * Diffie-Hellman group for perfect forward secrecy.
   * FMC: `perfectForwardSecracy.enabled`, `perfectForwardSecracy.modulusGroup`.
   * @default none
   */
  readonly pfs?: 1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24 | 31;
  /**
   * IPsec SA lifetime in seconds, 120 to 2147483647.
   * Allowed: 120 to 2147483647 seconds.
   * FMC: `lifeTimeSeconds`.
   * @default 28800
   */
  readonly lifetimeSeconds?: number;
  /**
   * IPsec SA lifetime in kilobytes, 10 to 2147483647.
   * Allowed: 10 to 2147483647 kilobytes.
   * FMC: `lifeTimeKilobytes`.
   * @default 4608000
   */
  readonly lifetimeKilobytes?: number;
  /**
   * ICMP errors are checked against the tunnel they are of.
   * FMC: `validateIncomingIcmpErrorMessage`.
   * @default false
   */
  readonly validateIcmpErrors?: boolean;
  /**
   * The DF bit of the outer header.
   * FMC: `doNotFragmentPolicy`.
   * @default `none`
   */
  readonly dontFragment?: 'set' | 'copy' | 'clear' | 'none';
  /**
   * Packets of no use among the others.
   * FMC: `tfcPackets.enabled`, `tfcPackets.burstBytes`, `tfcPackets.payloadBytes`, `tfcPackets.timeoutSeconds`.
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
}

/**
 * IPsec of remote access on one access interface. The FMC makes one for each: it is changed, never created.
 * FMC: `policy/ravpns/{ravpns:<policy>}/ipseccryptomaps`.
 */
export class RaCryptoMap extends DeviceObject<'ra-crypto-map', RaCryptoMapProps> implements IRaCryptoMap {
  constructor(scope: Construct, id: string, props: RaCryptoMapProps) {
    super(scope, id, 'ra-crypto-map', () => props);
  }
}
