// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIpsecGlobal } from '../references';

/** Props of `IpsecGlobal`. */
export interface IpsecGlobalProps extends Placed {
  /**
   * IPsec SA lifetime in seconds, 120 to 2592000.
   * Allowed: 120 to 2592000 seconds.
   * IOS-XE: `crypto ipsec security-association lifetime seconds …` (not shown at 3600).
   * @default 3600
   */
  readonly lifetimeSeconds?: number;
  /**
   * IPsec SA lifetime in kilobytes, 2560 to 4294967295, or `disable`.
   * IOS-XE: `crypto ipsec security-association lifetime kilobytes …` (not shown at 4608000).
   * @default 4608000
   */
  readonly lifetimeKilobytes?: number | 'disable';
  /**
   * Seconds without traffic after which an SA goes, 60 to 86400.
   * Allowed: 60 to 86400 seconds.
   * IOS-XE: `crypto ipsec security-association idle-time …`.
   * @default never
   */
  readonly idleTime?: number;
  /**
   * Packets of the replay window, or `disable`.
   * Allowed: 64, 128, 256, 512, 1024 or disable.
   * IOS-XE: `crypto ipsec security-association replay …` (not shown at 64).
   * @default 64
   */
  readonly replayWindow?: 64 | 128 | 256 | 512 | 1024 | 'disable';
  /**
   * The DF bit of the outer header.
   * IOS-XE: `crypto ipsec df-bit …`.
   * @default `copy`
   */
  readonly dfBit?: 'clear' | 'copy' | 'set';
  /**
   * When large packets are split.
   * IOS-XE: `crypto ipsec fragmentation …`.
   * @default the device's
   */
  readonly fragmentation?: 'before-encryption' | 'after-encryption';
  /**
   * UDP encapsulation where there is NAT.
   * IOS-XE: `crypto ipsec nat-transparency udp-encapsulation` or `no crypto ipsec nat-transparency
   * udp-encapsulation` (not shown at true).
   * @default true
   */
  readonly natTransparency?: boolean;
}

/**
 * Settings of IPsec for the whole device; what a profile says wins. Others that it has stay.
 * IOS-XE: lines at the top level.
 */
export class IpsecGlobal extends DeviceObject<'ipsec-global', IpsecGlobalProps> implements IIpsecGlobal {
  constructor(scope: Construct, id: string, props: IpsecGlobalProps = {}) {
    super(scope, id, 'ipsec-global', () => props);
  }
}
