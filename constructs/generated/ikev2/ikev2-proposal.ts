// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIkeV2Proposal } from '../references';

/** Props of `IkeV2Proposal`. */
export interface IkeV2ProposalProps extends Placed {
  /**
   * Name on the device. On an ASA its place among the policies, 1 to 65535, lowest first: `10`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Encryption algorithms, first is preferred. `aes-gcm-192`: firewalls only.
   * Allowed: at least 1.
   * IOS-XE: `encryption …`.
   * ASA: `encryption …`.
   */
  readonly encryption: readonly (
    'aes-gcm-256' | 'aes-gcm-192' | 'aes-gcm-128' | 'aes-cbc-256' | 'aes-cbc-192' | 'aes-cbc-128' | '3des' | 'des'
  )[];
  /**
   * Integrity algorithms; only with CBC.
   * Allowed: at least 1.
   * IOS-XE: `integrity …`.
   * ASA: `integrity …`.
   */
  readonly integrity?: readonly ('sha512' | 'sha384' | 'sha256' | 'sha1' | 'md5')[];
  /**
   * Pseudo-random functions; required with GCM, else the integrity algorithms serve.
   * Allowed: at least 1.
   * IOS-XE: `prf …`.
   * ASA: `prf …`.
   */
  readonly prf?: readonly ('sha512' | 'sha384' | 'sha256' | 'sha1' | 'md5')[];
  /**
   * Diffie-Hellman groups, first is preferred. 31 (Curve25519): firewalls only.
   * Allowed: at least 1.
   * IOS-XE: `group …`.
   * ASA: `group …`.
   */
  readonly group: readonly (1 | 2 | 5 | 14 | 15 | 16 | 19 | 20 | 21 | 24 | 31)[];
  /**
   * Post-quantum key exchange (ML-KEM, RFC 9370) besides the group, first is preferred. IOS-XE 26.1 and later.
   * IOS-XE: `pqc …`.
   * Not on ASA: an ASA has no post-quantum key exchange here: leave pqc out.
   * @default none
   */
  readonly pqc?: {
    /**
     * ML-KEM parameter sets.
     * Allowed: at least 1.
     */
    readonly kems: readonly ('mlkem512' | 'mlkem768' | 'mlkem1024')[];
    /**
     * A peer without it is taken all the same.
     * @default it is refused
     */
    readonly optional?: true;
  };
  /**
   * IKE SA lifetime in seconds, 120 to 2147483647, or `none`: the peer alone asks for a new SA. ASA only:
   * elsewhere it stands in profile or policy.
   * Not on IOS-XE: on IOS-XE the IKE lifetime belongs to the profile: write lifetime on IkeV2Profile.
   * ASA: `lifetime …`.
   * @default 86400
   */
  readonly lifetime?: number | 'none';
}

/**
 * What one end offers to protect the IKE SA (RFC 7296 section 3.3). GCM authenticates by itself and so takes a
 * PRF and no integrity; CBC takes an integrity. The two do not mix.
 * IOS-XE: `crypto ikev2 proposal <name>`.
 * ASA: `crypto ikev2 policy <name>`.
 * FMC: written inside the objects that refer to it.
 */
export class IkeV2Proposal extends DeviceObject<'ikev2-proposal', IkeV2ProposalProps> implements IIkeV2Proposal {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2Proposal {
    return new ExistingObject(scope, id, 'ikev2-proposal', name);
  }

  constructor(scope: Construct, id: string, props: IkeV2ProposalProps) {
    super(scope, id, 'ikev2-proposal', () => props);
  }
}
