// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISecureClientAttribute } from '../references';

/** Props of `SecureClientAttribute`. */
export interface SecureClientAttributeProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that the FMC keeps; one line.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
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
  /**
   * Whether single firewalls may have another value under this name: a `SecureClientAttributeOverride` gives it.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * What Secure Client is told besides: a custom attribute, which group policies name. On an ASA:
 * `AsaClientAttribute`.
 * FMC: `object/anyconnectcustomattributes`.
 */
export class SecureClientAttribute
  extends DeviceObject<'secure-client-attribute', SecureClientAttributeProps>
  implements ISecureClientAttribute
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(
    scope: Construct,
    id: string,
    name: string,
    type: SecureClientAttributeProps['type'],
  ): ISecureClientAttribute {
    return new ExistingObject(scope, id, 'secure-client-attribute', name, { key: { type } });
  }

  constructor(scope: Construct, id: string, props: SecureClientAttributeProps) {
    super(scope, id, 'secure-client-attribute', () => props);
  }
}
