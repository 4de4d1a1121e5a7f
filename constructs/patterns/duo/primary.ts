import type { SecretRef } from '../../../lib/model/secret';
import type { DuoAdClientProps } from '../../generated/duo/duo-ad-client';
import type { PrimaryAuthenticator } from './props';

/** What checks the password before Duo is asked. */
export const PrimaryAuth = {
  /**
   * RADIUS servers, by address: ISE or others. `secret`: what they have for the proxy as a network device. `attributes`:
   * which of their answer the device gets too, default none. Needed for EAP and MS-CHAPv2.
   */
  radius: (
    hosts: readonly (string | { readonly address: string; readonly port?: number })[],
    secret: SecretRef,
    options: { readonly attributes?: 'all' | readonly string[] } = {},
  ): PrimaryAuthenticator => ({ by: 'radius', hosts, secret, ...options }),
  /** A directory. Not for EAP and MS-CHAPv2. */
  directory: (props: Omit<DuoAdClientProps, 'name'>): PrimaryAuthenticator => ({ by: 'directory', props }),
  /** No server: the device has checked it elsewhere. */
  duoOnly: (): PrimaryAuthenticator => ({ by: 'duo-only' }),
};
