import type { Ref, Referable } from '../../lib/model/noun';

/** A user identity group of ISE. It must be there; ISE is asked at plan. */
export class IseIdentityGroup implements Referable<'ise-identity-group'> {
  readonly ref: Ref<'ise-identity-group'>;

  private constructor(name: string) {
    this.ref = { ref: 'ise-identity-group', name, external: true };
  }

  /** By its name in ISE: `Employee`. */
  static fromExisting(name: string): IseIdentityGroup {
    return new IseIdentityGroup(name);
  }
}
