import type { Construct } from 'constructs';
import type { RadiusAuthorizationProps } from '../../generated/clients/radius-authorization';
import {
  mergedAttributes,
  type AuthorizationAttributes,
  type Merging,
} from '../../../lib/model/shared/authorization-attributes';
import { DeviceObject } from '../../core/device-object';

/**
 * What users and groups are given by a RADIUS server: a FreeRADIUS `users` file on a ClientFiles. LocalAuthorization
 * takes the same attributes for the router itself.
 */
export class RadiusAuthorization extends DeviceObject<'radius-authorization', RadiusAuthorizationProps> {
  constructor(scope: Construct, id: string, props: RadiusAuthorizationProps) {
    super(scope, id, 'radius-authorization', () => props);
  }

  /** What a peer has in the end, of what came with its password, its own attributes and those of its group. */
  static merged(merging: Merging): AuthorizationAttributes {
    return mergedAttributes(merging);
  }
}
