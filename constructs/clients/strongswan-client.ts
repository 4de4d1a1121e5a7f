import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';
import { offerOf, type HeadendOffer } from './headend';

export type StrongSwanClientProps = Props<'strongswan-client', 'proposals' | 'transformSets' | 'certificate'> & {
  /** The constructs of the headend that the connection must agree with. */
  readonly headend: Omit<HeadendOffer, 'trustpoint'> & Partial<Pick<HeadendOffer, 'trustpoint'>>;
};

/** A strongSwan client: a file `<name>.conf` for `/etc/swanctl/conf.d` on a ClientFiles, with the algorithms of its headend. */
export class StrongSwanClient extends DeviceObject<'strongswan-client'> {
  constructor(scope: Construct, id: string, props: StrongSwanClientProps) {
    const { headend, ...own } = props;
    super(scope, id, 'strongswan-client', () => ({ ...own, ...offerOf(headend) }));
  }
}
