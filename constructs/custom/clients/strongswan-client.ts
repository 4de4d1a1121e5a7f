import type { Construct } from 'constructs';
import type { StrongSwanClientFields } from '../../generated/clients/strongswan-client';
import { DeviceObject } from '../../core/device-object';
import { headendProfileOf, type HeadendProfile } from './headend';
import { objectOf } from '../../core/given';

export interface StrongSwanClientProps extends StrongSwanClientFields {
  /** The constructs of the headend that the connection must agree with. */
  readonly headend: Omit<HeadendProfile, 'trustpoint'> & Partial<Pick<HeadendProfile, 'trustpoint'>>;
}

/** A strongSwan client: a file `<name>.conf` for `/etc/swanctl/conf.d` on a ClientFiles, with the algorithms of its headend. */
export class StrongSwanClient extends DeviceObject<'strongswan-client', StrongSwanClientProps> {
  constructor(scope: Construct, id: string, props: StrongSwanClientProps) {
    const { headend, ...own } = objectOf(props);
    super(scope, id, 'strongswan-client', () => ({ ...own, ...headendProfileOf(headend) }));
  }
}
