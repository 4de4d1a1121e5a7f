import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type RaCertificateMappingProps = Omit<Props<'ra-certificate-mapping'>, 'name'>;

/** Which certificates lead to which connection profile. */
export class RaCertificateMapping extends DeviceObject<'ra-certificate-mapping'> {
  constructor(scope: Construct, id: string, props: RaCertificateMappingProps) {
    super(scope, id, 'ra-certificate-mapping', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
