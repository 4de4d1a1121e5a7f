// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoPolicy } from '../references';

/** Props of `DuoPolicy`. */
export interface DuoPolicyProps extends Placed {
  /**
   * Name in Duo. There must be no other policy of that name.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Users whom Duo does not know yet: they enrol at their first login (`enroll`), come in without a second factor
   * (`no-mfa`), or stay out (`deny`).
   * Duo: `sections.new_user.new_user_behavior`.
   * @default as the global policy says
   */
  readonly newUsers?: 'enroll' | 'no-mfa' | 'deny';
  /**
   * All users: they are asked for the second factor (`enforce`), come in without it (`bypass`), or stay out
   * (`deny`).
   * Duo: `sections.authentication_policy.user_auth_behavior`.
   * @default as the global policy says
   */
  readonly authentication?: 'enforce' | 'bypass' | 'deny';
  /**
   * Second factors that are not taken; all others are.
   * Allowed: at least 1.
   * Duo: `sections.authentication_methods.blocked_auth_list`.
   * @default as the global policy says
   */
  readonly blockedMethods?: readonly (
    | 'duo-push'
    | 'duo-passcode'
    | 'sms'
    | 'phonecall'
    | 'hardware-token'
    | 'webauthn-platform'
    | 'webauthn-roaming'
    | 'desktop'
  )[];
}

/**
 * A policy of Duo: whom an application lets in, and by which second factors. An application names it with
 * `policy`; what it does not say is said by the global policy. A section that is left out here stays as it is.
 * Duo: `admin/v2/policies`.
 */
export class DuoPolicy extends DeviceObject<'duo-policy', DuoPolicyProps> implements IDuoPolicy {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoPolicy {
    return new ExistingObject(scope, id, 'duo-policy', name);
  }

  constructor(scope: Construct, id: string, props: DuoPolicyProps = {}) {
    super(scope, id, 'duo-policy', () => props);
  }
}
