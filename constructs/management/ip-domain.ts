import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../device-object';

export type IpDomainProps = Omit<Props<'ip-domain'>, 'name'>;

/** The domain that the router is in, of which the names of its keys and certificates are made. IOS-XE: `ip domain name`. */
export class IpDomain extends DeviceObject<'ip-domain'> {
  constructor(scope: Construct, id: string, props: IpDomainProps) {
    super(scope, id, 'ip-domain', () => ({ ...props, name: 'ip-domain' }));
  }
}
