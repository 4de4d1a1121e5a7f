import type { z } from 'zod';
import type { JumpHostProps, login, managerLogin } from '../../lib/model/targets';
import { Secret, type SecretRef } from '../../lib/model/secret';

/** What `Login` gives; written out where user name, password or key come from different places. */
export type LoginProps = z.input<typeof login>;

/** What `Login.withToken` gives. Fmc only. */
export type TokenLoginProps = z.input<typeof managerLogin>;

export type { JumpHostProps };

/** How to log in to a device. Only references are kept; the values are read when the connection is made. */
export const Login = {
  /**
   * User name and password from `<PREFIX>_USERNAME` and `<PREFIX>_PASSWORD`; with `enable`, the enable secret from
   * `<PREFIX>_ENABLE`.
   */
  fromEnv: (prefix: string, options: { readonly enable?: boolean } = {}): LoginProps => ({
    username: Secret.fromEnv(`${prefix}_USERNAME`),
    password: Secret.fromEnv(`${prefix}_PASSWORD`),
    ...(options.enable ? { enable: Secret.fromEnv(`${prefix}_ENABLE`) } : {}),
  }),
  /** A private key in OpenSSH or PEM form (SSH only). */
  withKey: (
    username: string,
    keyFile: string,
    options: { readonly passphrase?: SecretRef; readonly enable?: SecretRef } = {},
  ): LoginProps => ({
    username,
    privateKey: Secret.fromFile(keyFile),
    ...options,
  }),
  /**
   * A token, for an FMC that is delivered from the cloud. `username`: the API user whose token it is, as the FMC shows who
   * changed what. The token is not renewed from here: when it ends, a run says so.
   */
  withToken: (username: string, token: SecretRef): TokenLoginProps => ({ username, token }),
};
