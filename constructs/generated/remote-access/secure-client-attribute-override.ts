// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ISecureClientAttributeOverride } from '../references';

/** Props of `SecureClientAttributeOverride`. */
export interface SecureClientAttributeOverrideProps extends Placed {
  /**
   * The attribute, which is `overridable` and of the same type.
   * FMC: not in the body.
   */
  readonly object: Reference<'secure-client-attribute'>;
  /**
   * What it is about. `dynamic-split-tunnel`: domains that go through the tunnel, or past it. `defer-update`:
   * users may put an update off. `per-app`: which applications of a phone use the tunnel. `custom`: any other, by
   * its name. It cannot be changed.
   * FMC: `attributeType` (fixed at creation).
   */
  readonly type: 'dynamic-split-tunnel' | 'defer-update' | 'per-app' | 'custom';
  /**
   * Domains that go through the tunnel beside the networks of a split tunnel, with all names below them. With
   * `dynamic-split-tunnel`; needed there, or `exclude`.
   * Allowed: at least 1; each like example.net.
   * FMC: `dynamicSplitTunnel.includeDomains`.
   */
  readonly include?: readonly string[];
  /**
   * Domains that go past the tunnel, with all names below them. With `dynamic-split-tunnel`.
   * Allowed: at least 1; each like example.net.
   * FMC: `dynamicSplitTunnel.excludeDomains`.
   */
  readonly exclude?: readonly string[];
  /**
   * With `defer-update`.
   * FMC: `deferUpdate.promptType`, `deferUpdate.promptDismissTimeout`, `deferUpdate.defaultAction`,
   * `deferUpdate.minimumAnyConnectVersion`.
   */
  readonly deferUpdate?: {
    /** Whether users are asked: until they answer, until a time is over, or not at all. */
    readonly prompt: 'until-answered' | 'until-timeout' | 'none';
    /**
     * Seconds until it is over, 1 to 300. With `until-timeout`.
     * Allowed: 1 to 300 seconds.
     */
    readonly timeout?: number;
    /** What happens without an answer. */
    readonly action: 'defer' | 'update';
    /**
     * A client older than this is updated at once.
     * Allowed: like 5.1.0.
     */
    readonly minimumVersion: string;
  };
  /**
   * The name by which clients know it. With `custom`.
   * FMC: `userDefinedAttribute.name`.
   */
  readonly attribute?: string;
  /**
   * `custom`: its value. `per-app`: the policy in base64, from Cisco's selector of applications.
   * Allowed: at most 420 characters.
   * FMC: `perAppVpnBase64EncodedValue`, `userDefinedAttribute.value`.
   */
  readonly value?: string;
}

/**
 * What Secure Client is told by one firewall.
 * FMC: `object/anyconnectcustomattributes/{anyconnectcustomattributes:<object>}/overrides`.
 */
export class SecureClientAttributeOverride
  extends DeviceObject<'secure-client-attribute-override', SecureClientAttributeOverrideProps>
  implements ISecureClientAttributeOverride
{
  constructor(scope: Construct, id: string, props: SecureClientAttributeOverrideProps) {
    super(scope, id, 'secure-client-attribute-override', () => props);
  }
}
