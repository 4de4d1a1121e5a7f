// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIpsecTransformSet } from '../references';

/** Props of `IpsecTransformSet`. */
export interface IpsecTransformSetProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Integrity by AH besides ESP, or alone. IOS-XE only.
   * IOS-XE: in the header.
   * Not on ASA: an ASA has no AH: leave ah out.
   * Not on FMC: the FMC has no AH: leave ah out.
   * @default none
   */
  readonly ah?: 'sha512' | 'sha384' | 'sha256' | 'sha1' | 'md5';
  /**
   * ESP encryption. `gmac-…` (RFC 4543) and `null` do not encrypt: for traffic that only must not be changed.
   * `seal` (software-optimized encryption, 160 bits) is of IOS-XE alone. It may be left out with `ah`.
   * IOS-XE: in the header.
   * ASA: `protocol esp encryption …`.
   * FMC: `encryptionAlgorithms`.
   */
  readonly encryption?:
    | 'aes-gcm-256'
    | 'aes-gcm-192'
    | 'aes-gcm-128'
    | 'aes-cbc-256'
    | 'aes-cbc-192'
    | 'aes-cbc-128'
    | '3des'
    | 'des'
    | 'gmac-256'
    | 'gmac-192'
    | 'gmac-128'
    | 'null'
    | 'seal';
  /**
   * ESP integrity; needed with CBC and null, forbidden with GCM and GMAC, which authenticate by themselves.
   * IOS-XE: in the header.
   * ASA: `protocol esp integrity …`.
   * FMC: `integrityAlgorithms`.
   */
  readonly integrity?: 'sha512' | 'sha384' | 'sha256' | 'sha1' | 'md5';
  /**
   * ESP encryptions that are offered besides `encryption`. ASA and FMC, which prefer the strongest of all.
   * Allowed: at least 1.
   * Not on IOS-XE: a transform set of IOS-XE is one of each: write another IpsecTransformSet.
   * ASA: in the header.
   * FMC: not in the body.
   */
  readonly furtherEncryption?: readonly (
    | 'aes-gcm-256'
    | 'aes-gcm-192'
    | 'aes-gcm-128'
    | 'aes-cbc-256'
    | 'aes-cbc-192'
    | 'aes-cbc-128'
    | '3des'
    | 'des'
    | 'gmac-256'
    | 'gmac-192'
    | 'gmac-128'
    | 'null'
    | 'seal'
  )[];
  /**
   * ESP integrities that are offered besides `integrity`. ASA and FMC, which prefer the strongest of all. `null`:
   * none, which an ASA offers beside others.
   * Allowed: at least 1.
   * Not on IOS-XE: a transform set of IOS-XE is one of each: write another IpsecTransformSet.
   * ASA: in the header.
   * FMC: not in the body.
   */
  readonly furtherIntegrity?: readonly ('sha512' | 'sha384' | 'sha256' | 'sha1' | 'md5' | 'null')[];
  /**
   * Compression before encryption (LZS, RFC 2395). IOS-XE only.
   * IOS-XE: in the header.
   * Not on ASA: an ASA has no compression here: leave compression out.
   * Not on FMC: the FMC has no compression: leave compression out.
   * @default none
   */
  readonly compression?: 'lzs';
  /**
   * Tunnel or transport mode; `transport-require` takes nothing else from the peer. On the FMC the topology says
   * it.
   * IOS-XE: `mode …`.
   * ASA: in the header.
   * FMC: not in the body.
   * @default 'tunnel'
   */
  readonly mode?: 'tunnel' | 'transport' | 'transport-require';
  /**
   * 64-bit sequence numbers (RFC 4303 section 2.2.1). IOS-XE only.
   * IOS-XE: `esn` or `no esn` (not shown at false).
   * Not on ASA: an ASA has no such setting: leave esn out.
   * Not on FMC: the FMC has no such setting: leave esn out.
   * @default off
   */
  readonly esn?: true;
}

/**
 * How ESP (RFC 4303) and AH (RFC 4302) protect traffic. On the FMC this is an IKEv2 IPsec proposal.
 * IOS-XE: `crypto ipsec transform-set <name> <ah> <encryption> <integrity> <compression>`.
 * ASA: `crypto ipsec ikev2 ipsec-proposal <name> <furtherEncryption> <furtherIntegrity> <mode>`; needs
 * `encryption`.
 * FMC: `object/ikev2ipsecproposals`; needs `encryption`.
 */
export class IpsecTransformSet
  extends DeviceObject<'ipsec-transform-set', IpsecTransformSetProps>
  implements IIpsecTransformSet
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIpsecTransformSet {
    return new ExistingObject(scope, id, 'ipsec-transform-set', name);
  }

  constructor(scope: Construct, id: string, props: IpsecTransformSetProps = {}) {
    super(scope, id, 'ipsec-transform-set', () => props);
  }
}
