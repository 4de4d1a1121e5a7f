// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseAllowedProtocols } from '../references';

/** Props of `IseAllowedProtocols`. */
export interface IseAllowedProtocolsProps extends Placed {
  /**
   * Name in ISE.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * What is allowed. PEAP is with MS-CHAPv2 inside. EAP-FAST, EAP-TTLS, TEAP and LEAP stay off.
   * Allowed: at least 1.
   * ISE: `allowPapAscii`, `allowChap`, `allowMsChapV1`, `allowMsChapV2`, `allowEapMd5`, `allowEapTls`,
   * `allowPeap`, `eapTls.allowEapTlsAuthOfExpiredCerts`, `eapTls.eapTlsEnableStatelessSessionResume`,
   * `peap.allowPeapEapMsChapV2`, `peap.allowPeapEapMsChapV2PwdChange`,
   * `peap.allowPeapEapMsChapV2PwdChangeRetries`, `peap.allowPeapEapGtc`, `peap.allowPeapEapTls`,
   * `peap.requireCryptobinding`, `peap.allowPeapV0`.
   */
  readonly protocols: readonly ('pap' | 'chap' | 'ms-chap-v1' | 'ms-chap-v2' | 'eap-md5' | 'eap-tls' | 'peap')[];
  /**
   * Take only requests with a Message-Authenticator (RFC 3579; CVE-2024-3596).
   * ISE: `requireMessageAuth`.
   * @default false
   */
  readonly requireMessageAuthenticator?: boolean;
}

/**
 * By which protocols passwords and certificates are checked (Policy > Results > Authentication > Allowed
 * Protocols). All that is not named is off. A headend that sends AnyConnect's password asks by PAP or MS-CHAPv2.
 * ISE: `allowedprotocols`.
 */
export class IseAllowedProtocols
  extends DeviceObject<'ise-allowed-protocols', IseAllowedProtocolsProps>
  implements IIseAllowedProtocols
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseAllowedProtocols {
    return new ExistingObject(scope, id, 'ise-allowed-protocols', name);
  }

  constructor(scope: Construct, id: string, props: IseAllowedProtocolsProps) {
    super(scope, id, 'ise-allowed-protocols', () => props);
  }
}
