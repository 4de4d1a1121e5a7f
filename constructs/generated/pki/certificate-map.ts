// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ICertificateMap } from '../references';

/** Props of `CertificateMap`. */
export interface CertificateMapProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Number of the only sequence, 1 to 65535. IOS-XE only.
   * IOS-XE: as the sequence of the only alternative.
   * ASA: as the sequence of the only alternative.
   * FMC: not in the body.
   * @default 10
   */
  readonly sequence?: number;
  /**
   * What must be true of a certificate; all of them. Instead of `alternatives`.
   * Allowed: at least 1.
   * IOS-XE: as the rules of the only alternative.
   * ASA: as the rules of the only alternative.
   * FMC: `rules`.
   */
  readonly rules?: readonly {
    /**
     * Which part of the certificate; `name` is any part of the subject. IOS-XE only: `name`,
     * `unstructured-subject-name`, `serial-number`, `valid-start`, `expires-on`. ASA and FMC only:
     * `extended-key-usage`.
     */
    readonly field:
      | 'subject-name'
      | 'issuer-name'
      | 'alt-subject-name'
      | 'name'
      | 'unstructured-subject-name'
      | 'serial-number'
      | 'valid-start'
      | 'expires-on'
      | 'extended-key-usage';
    /**
     * Which part of that name is compared. ASA and FMC only; `user-principal-name`: ASA only.
     * @default all of it
     */
    readonly component?:
      | 'country'
      | 'common-name'
      | 'dn-qualifier'
      | 'email-address'
      | 'generational-qualifier'
      | 'given-name'
      | 'initials'
      | 'locality'
      | 'name'
      | 'organization'
      | 'organizational-unit'
      | 'serial-number'
      | 'surname'
      | 'state-province'
      | 'title'
      | 'user-id'
      | 'unstructured-name'
      | 'ip-address'
      | 'domain-component'
      | 'user-principal-name';
    /** Equals, contains, does not equal, does not contain; of dates on IOS-XE also before (`lt`), not before (`ge`). */
    readonly operator: 'eq' | 'co' | 'ne' | 'nc' | 'lt' | 'ge';
    /**
     * Compared without regard to case, for example `o = example`.
     * Allowed: at most 255 characters.
     */
    readonly value: string;
  }[];
  /**
   * Several sequences: a certificate is picked when all rules of any of them hold. IOS-XE only.
   * Allowed: at least 1.
   * IOS-XE: `<sequence>`, a block each: in the header, `…`, a line each.
   * ASA: `<sequence>`, a block each: in the header, `…`, a line each.
   * Not on FMC: a certificate map of an FMC is one list of rules: write rules, and another map for each other
   * list.
   */
  readonly alternatives?: readonly {
    /** Place among the alternatives, 1 to 65535. */
    readonly sequence: number;
    /**
     * What must be true of a certificate; all of them.
     * Allowed: at least 1.
     */
    readonly rules: readonly {
      /**
       * Which part of the certificate; `name` is any part of the subject. IOS-XE only: `name`,
       * `unstructured-subject-name`, `serial-number`, `valid-start`, `expires-on`. ASA and FMC only:
       * `extended-key-usage`.
       */
      readonly field:
        | 'subject-name'
        | 'issuer-name'
        | 'alt-subject-name'
        | 'name'
        | 'unstructured-subject-name'
        | 'serial-number'
        | 'valid-start'
        | 'expires-on'
        | 'extended-key-usage';
      /**
       * Which part of that name is compared. ASA and FMC only; `user-principal-name`: ASA only.
       * @default all of it
       */
      readonly component?:
        | 'country'
        | 'common-name'
        | 'dn-qualifier'
        | 'email-address'
        | 'generational-qualifier'
        | 'given-name'
        | 'initials'
        | 'locality'
        | 'name'
        | 'organization'
        | 'organizational-unit'
        | 'serial-number'
        | 'surname'
        | 'state-province'
        | 'title'
        | 'user-id'
        | 'unstructured-name'
        | 'ip-address'
        | 'domain-component'
        | 'user-principal-name';
      /** Equals, contains, does not equal, does not contain; of dates on IOS-XE also before (`lt`), not before (`ge`). */
      readonly operator: 'eq' | 'co' | 'ne' | 'nc' | 'lt' | 'ge';
      /**
       * Compared without regard to case, for example `o = example`.
       * Allowed: at most 255 characters.
       */
      readonly value: string;
    }[];
  }[];
}

/**
 * Picks certificates by what they say. Rules of one sequence must all hold; sequences are alternatives, lowest
 * first.
 * IOS-XE: lines at the top level.
 * ASA: lines at the top level.
 * FMC: `object/certificatemaps`; needs `rules`.
 */
export class CertificateMap extends DeviceObject<'certificate-map', CertificateMapProps> implements ICertificateMap {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ICertificateMap {
    return new ExistingObject(scope, id, 'certificate-map', name);
  }

  constructor(scope: Construct, id: string, props: CertificateMapProps = {}) {
    super(scope, id, 'certificate-map', () => props);
  }
}
