import type { SecretRef } from '../model/secret';
import type { HttpProxyProps } from '../model/targets';

/** Which devices of which NetBox. */
export interface NetBoxQuery {
  /** The URL of NetBox: `https://netbox.example.net`, with a path where it is below one. */
  readonly url: string;
  /** An API token that may read devices. Of NetBox 4.5 and later it is whole: `nbt_KEY.SECRET`. */
  readonly token: SecretRef;
  /**
   * Whom to believe: `Trust.caFile('ca.pem')`.
   * @default the authorities of the system
   */
  readonly trust?: {
    readonly fingerprint?: string | undefined;
    readonly file?: string | undefined;
    readonly insecure?: boolean | undefined;
  };
  /**
   * The HTTP proxy through which it is reached, or `none`. A proxy sees only encrypted data.
   * @default what HTTPS_PROXY and NO_PROXY of the environment say
   */
  readonly proxy?: HttpProxyProps | 'none';
  /**
   * Filters of NetBox's list, by their names in its API: `{ role: 'vpn-router', status: 'active', site: ['mumbai', 'pune'] }`.
   * Several values of one are alternatives.
   * @default all devices
   */
  readonly filter?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
  /**
   * What is listed: devices, or virtual machines, which virtual routers and firewalls may be.
   * @default 'devices'
   */
  readonly kind?: 'devices' | 'virtual-machines';
}
