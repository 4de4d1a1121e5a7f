import type { Construct } from 'constructs';
import type { RaCertificateMappingProps } from '../../generated/remote-access/ra-certificate-mapping';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** Which certificates lead to which connection profile. */
export class RaCertificateMapping extends DeviceObject<'ra-certificate-mapping', RaCertificateMappingProps> {
  constructor(scope: Construct, id: string, props: RaCertificateMappingProps) {
    super(scope, id, 'ra-certificate-mapping', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
