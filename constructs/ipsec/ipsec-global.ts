import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type IpsecGlobalProps = Omit<Props<'ipsec-global'>, 'name'>;

/** Settings of IPsec for the whole device. IOS-XE: `crypto ipsec security-association …` and the like. */
export class IpsecGlobal extends DeviceObject<'ipsec-global'> {
  constructor(scope: Construct, id: string, props: IpsecGlobalProps) {
    super(scope, id, 'ipsec-global', () => ({ ...props, name: 'ipsec-global' }));
  }
}
