import type { SecretRef } from '../../../lib/model/secret';
import type { Device } from '../../core/device';
import type { DuoProxyHost } from '../../devices/duo-proxy-host';
import type { DuoAdClientProps } from '../../generated/duo/duo-ad-client';
import type { DuoRadiusServerAutoProps } from '../../generated/duo/duo-radius-server-auto';
import type { DuoRadiusServerDuoOnlyProps } from '../../generated/duo/duo-radius-server-duo-only';
import type { LoopbackInterface } from '../../generated/interfaces/loopback-interface';

/** What checks the password before Duo is asked. */
export type PrimaryAuthenticator =
  | {
      readonly by: 'radius';
      readonly hosts: readonly (string | { readonly address: string; readonly port?: number })[];
      readonly secret: SecretRef;
      readonly attributes?: 'all' | readonly string[];
    }
  | { readonly by: 'directory'; readonly props: Omit<DuoAdClientProps, 'name'> }
  | { readonly by: 'duo-only' };

/** A device that asks the proxy. */
export interface DuoCaller {
  /** Address that its requests come from. Left out where `sourceInterface` is a LoopbackInterface of this program. */
  readonly from?: string;
  /** Interface whose address its requests come from. */
  readonly sourceInterface?: LoopbackInterface | string;
  /** Shared secret of the device and the proxy. Only ever a `Secret`. */
  readonly secret: SecretRef;
  /** Name of the RADIUS server on the device. Default: `id`; with several proxies `id-2` for the second. */
  readonly server?: string;
  /** Name of the group of servers on the device. Default: the id. */
  readonly name?: string;
  /** The device, where it is not the scope: inside a composite. Default: the device of the scope. */
  readonly device?: Device;
}

export interface DuoProxyProps {
  /** Where the proxy runs. With two, devices ask the second when the first does not answer. */
  readonly hosts: readonly DuoProxyHost[];
  /** The application of Duo: what `Protect an Application`, RADIUS shows. */
  readonly application: Pick<DuoRadiusServerAutoProps, 'ikey' | 'skey' | 'apiHost'>;
  /** What checks the password. */
  readonly primary: PrimaryAuthenticator;
  /** What happens when Duo's service cannot be reached: refuse (`secure`), or let in with the password alone (`safe`). Default: secure. */
  readonly failmode?: 'safe' | 'secure';
  /** UDP port. Default: 1812. */
  readonly port?: number;
  /** Seconds that devices wait for the proxy, which must outlast a push. Default: 120. */
  readonly timeout?: number;
  /** Further settings of the RADIUS server: `factors`, `exemptUsernames`. */
  readonly settings?: Omit<
    DuoRadiusServerDuoOnlyProps & Pick<DuoRadiusServerAutoProps, 'factors' | 'allowConcat' | 'delimiter'>,
    'name' | 'callers' | 'ikey' | 'skey' | 'apiHost' | 'failmode' | 'port'
  >;
  /** Addresses that devices reach the hosts at, where those of their targets are names or others. In the order of `hosts`. */
  readonly addresses?: readonly string[];
}
