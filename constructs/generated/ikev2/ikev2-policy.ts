// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `IkeV2Policy`. */
export interface IkeV2PolicyProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Proposals in order of preference. The FMC keeps a proposal inside the policy, so it takes exactly one.
   * Allowed: at least 1.
   * IOS-XE: `proposal …`, a line each.
   * FMC: `encryptionAlgorithms`, `integrityAlgorithms`, `prfIntegrityAlgorithms`, `diffieHellmanGroups`.
   */
  readonly proposals: readonly Reference<'ikev2-proposal'>[];
  /**
   * Only for this front VRF, or `any`. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `match fvrf …`.
   * Not on FMC: the FMC has no front VRF here: leave fvrf out.
   * @default the global VRF
   */
  readonly fvrf?: Reference<'vrf'> | string;
  /**
   * Only for these local addresses, IPv4 or IPv6. IOS-XE only.
   * Allowed: at least 1; each four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `match address local …`, a line each.
   * Not on FMC: the FMC chooses by topology: leave localAddresses out.
   * @default all
   */
  readonly localAddresses?: readonly string[];
  /**
   * Only for connections that peers open. IOS-XE 17.9 and later.
   * IOS-XE: `match inbound-only` or `no match inbound-only` (not shown at false).
   * Not on FMC: the FMC has no such match: leave matchInboundOnly out.
   * @default for all
   */
  readonly matchInboundOnly?: true;
  /**
   * Only for tunnels that one of the device's own applications builds. IOS-XE only.
   * IOS-XE: `match application …`.
   * Not on FMC: the FMC has no such match: leave matchApplication out.
   * @default for all
   */
  readonly matchApplication?: 'sdwan' | 'autovpn';
  /**
   * Lower is tried first, 1 to 65535. FMC only, required there.
   * Not on IOS-XE: IOS-XE has no priority: the policy is chosen by its match lines.
   * FMC: `priority`.
   */
  readonly priority?: number;
  /**
   * IKE SA lifetime in seconds, 120 to 2147483647. FMC only: on IOS-XE it stands in the IKEv2 profile.
   * Allowed: 120 to 2147483647 seconds.
   * Not on IOS-XE: on IOS-XE the IKE lifetime belongs to the profile: write lifetime on IkeV2Profile.
   * FMC: `lifetimeInSeconds`.
   * @default 86400
   */
  readonly lifetime?: number;
}
