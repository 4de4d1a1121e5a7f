import type { PropsOf } from '../../../lib/model/nouns';
import { objectOf } from '../../core/given';

/** How the IPsec SA is protected: the props of an `IpsecTransformSet` without its name and mode. */
export type EspSuite = Omit<PropsOf<'ipsec-transform-set'>, 'name' | 'mode'>;
/** A suite is for all ends alike, so that it has no group 31, which only firewalls know. */
type Group = Exclude<PropsOf<'ikev2-proposal'>['group'][number], 31>;
/** How the IKE SA is protected: the props of an `IkeV2Proposal` without its name. */
export type IkeSuite = Omit<PropsOf<'ikev2-proposal'>, 'name' | 'group'> & { readonly group: Group[] };

/** What protects a VPN, declared once and so equal at all its ends. */
export interface CryptoSuiteProps {
  /** IKE SA: encryption, PRF or integrity, Diffie-Hellman groups. */
  readonly ike: IkeSuite;
  /** IPsec SA: ESP encryption, and integrity with CBC. */
  readonly esp: EspSuite;
  /** Diffie-Hellman group for perfect forward secrecy. Default: the first group of `ike`. */
  readonly pfs?: Group;
}

/** A crypto suite: one of those below, or your own. */
export class CryptoSuite {
  readonly ike: IkeSuite;
  readonly esp: EspSuite;
  readonly pfs: Group;

  constructor(props: CryptoSuiteProps) {
    const { ike, esp, pfs } = objectOf(props);
    this.ike = ike;
    this.esp = esp;
    // What is not there, or of another type, is a problem of the construct that is given this.
    const [first] = (objectOf(ike) as Partial<IkeSuite>).group ?? [];
    this.pfs = pfs ?? first!;
  }

  /** AES-GCM-256 for IKE and ESP, PRF SHA-384. `group`: 19, 20 or 21 (RFC 5903); default 19. */
  static aes256Gcm(options: { readonly group?: Group } = {}): CryptoSuite {
    const group = options.group ?? 19;
    return new CryptoSuite({
      ike: { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [group] },
      esp: { encryption: 'aes-gcm-256' },
    });
  }

  /**
   * What NSA and CISA ask for in IPsec: AES-256, integrity and PRF SHA-512, group 15 (RFC 3526); ESP with AES-256 and
   * SHA-512. The remote access whitepaper calls it NSA.
   */
  static nsa(): CryptoSuite {
    return new CryptoSuite({
      ike: { encryption: ['aes-cbc-256'], integrity: ['sha512'], prf: ['sha512'], group: [15] },
      esp: { encryption: 'aes-cbc-256', integrity: 'sha512' },
    });
  }

  /** AES-CBC-256 with SHA-384 for IKE and ESP, for peers without GCM. `group`: default 19. */
  static aes256Cbc(options: { readonly group?: Group } = {}): CryptoSuite {
    const group = options.group ?? 19;
    return new CryptoSuite({
      ike: { encryption: ['aes-cbc-256'], integrity: ['sha384'], group: [group] },
      esp: { encryption: 'aes-cbc-256', integrity: 'sha384' },
    });
  }
}
