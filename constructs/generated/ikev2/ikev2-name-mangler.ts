// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIkeV2NameMangler } from '../references';

/** Props of `IkeV2NameMangler`. */
export interface IkeV2NameManglerProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Of a distinguished name.
   * IOS-XE: `dn …`.
   */
  readonly dn?: 'common-name' | 'country' | 'domain' | 'locality' | 'organization' | 'organization-unit' | 'state';
  /**
   * Of a domain name: all of it, the domain, or the host.
   * IOS-XE: `fqdn …`.
   */
  readonly fqdn?: 'all' | 'domain' | 'hostname';
  /**
   * Of a mail address: all of it, the domain, or the user.
   * IOS-XE: `email …`.
   */
  readonly email?: 'all' | 'domain' | 'username';
  /**
   * Of an EAP identity: all of it, a field of a distinguished name, or what stands before or after a delimiter.
   * IOS-XE: `eap …`.
   */
  readonly eap?:
    | 'all'
    | {
        readonly dn: 'common-name' | 'country' | 'domain' | 'locality' | 'organization' | 'organization-unit' | 'state';
      }
    | {
        readonly prefix: '.' | '@' | '/';
      }
    | {
        readonly suffix: '.' | '@' | '/';
      };
}

/**
 * What of a peer's identity is the name to ask AAA for. An identity that is an address cannot be mangled.
 * IOS-XE: `crypto ikev2 name-mangler <name>`.
 */
export class IkeV2NameMangler
  extends DeviceObject<'ikev2-name-mangler', IkeV2NameManglerProps>
  implements IIkeV2NameMangler
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2NameMangler {
    return new ExistingObject(scope, id, 'ikev2-name-mangler', name);
  }

  constructor(scope: Construct, id: string, props: IkeV2NameManglerProps = {}) {
    super(scope, id, 'ikev2-name-mangler', () => props);
  }
}
