// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoRadiusClient } from '../references';

/** Props of `DuoRadiusClient`. */
export interface DuoRadiusClientProps extends Placed {
  /**
   * Name of the section: radius_client, radius_client2.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Servers in the order in which they are asked. One address each: the proxy resolves no names here.
   * Allowed: at least 1.
   * Duo Authentication Proxy: `host, host_2, …` and `port, port_2, …`.
   */
  readonly hosts: readonly {
    /**
     * Address of the server.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly address: string;
    /**
     * UDP port.
     * Allowed: 1 to 65535.
     * @default 1812
     */
    readonly port?: number;
  }[];
  /**
   * Shared secret: what ISE has for the proxy as network device. Only ever a `Secret`.
   * Duo Authentication Proxy: `secret`.
   */
  readonly secret: SecretRef;
  /**
   * How often to ask again.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `retries`.
   * @default 3
   */
  readonly retries?: number;
  /**
   * Seconds before it asks again.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `retry_wait`.
   * @default 2
   */
  readonly retryWait?: number;
  /**
   * What the proxy says its NAS-IP-Address is.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * Duo Authentication Proxy: `nas_ip`.
   * @default its own address
   */
  readonly nasIp?: string;
  /**
   * Attributes of the request that the server gets too.
   * Allowed: at least 1; each its name like Framed-IP-Address.
   * Duo Authentication Proxy: `pass_through_attr_names`.
   */
  readonly passThroughAttributes?: readonly string[];
  /**
   * Hand all attributes of the request on.
   * Duo Authentication Proxy: `pass_through_all`.
   * @default false
   */
  readonly passThroughAll?: boolean;
  /**
   * Python's name of the encoding of passwords.
   * Allowed: at most 32 characters.
   * Duo Authentication Proxy: `pw_codec`.
   * @default utf-8
   */
  readonly passwordCodec?: string;
  /**
   * Log more, also passwords that arrive in clear.
   * Duo Authentication Proxy: `debug`.
   * @default false
   */
  readonly debug?: boolean;
  /**
   * A file of certificate authorities for Duo's service.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `http_ca_certs_file`.
   * @default those that come with the proxy
   */
  readonly httpCaCertsFile?: string;
}

/**
 * A RADIUS server that checks passwords for the Duo proxy: ISE or another. The only kind that EAP and MS-CHAPv2
 * are passed on to.
 * Duo Authentication Proxy: `[radius_client]`.
 */
export class DuoRadiusClient
  extends DeviceObject<'duo-radius-client', DuoRadiusClientProps>
  implements IDuoRadiusClient
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoRadiusClient {
    return new ExistingObject(scope, id, 'duo-radius-client', name);
  }

  constructor(scope: Construct, id: string, props: DuoRadiusClientProps) {
    super(scope, id, 'duo-radius-client', () => props);
  }
}
