import type { Construct } from 'constructs';
import type { SecureClientFileProps } from '../../generated/remote-access/secure-client-file';
import type { ISecureClientFile } from '../../generated/references';
import { declare } from '../../../lib/synth/declaration';
import { digestOf } from '../../../lib/synth/digest';
import { isObject, objectOf } from '../../core/given';
import { DeviceObject, ExistingObject } from '../../core/device-object';

/**
 * A profile or a package of Secure Client that the FMC hands out. It is uploaded anew when its content changes.
 * FMC: Secure Client file.
 */
export class SecureClientFile
  extends DeviceObject<'secure-client-file', SecureClientFileProps>
  implements ISecureClientFile
{
  constructor(scope: Construct, id: string, props: SecureClientFileProps) {
    const { content } = objectOf(props) as Partial<SecureClientFileProps>;
    const sha256 = isObject(content) ? digestOf(content) : undefined;
    super(scope, id, 'secure-client-file', () => ({ ...objectOf(props), sha256: sha256 ?? '0'.repeat(64) }));
    if (sha256 === undefined && isObject(content) && 'file' in content)
      declare(this, {
        as: 'problem',
        code: 'file.missing',
        message: `content.file: '${content.file}' cannot be read`,
        hint: 'write its path from the directory in which the program runs',
      });
  }

  /** One that is on the FMC and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(
    scope: Construct,
    id: string,
    name: string,
    type: SecureClientFileProps['type'] = 'vpn-profile',
  ): ISecureClientFile {
    return new ExistingObject(scope, id, 'secure-client-file', name, { key: { type } });
  }
}
