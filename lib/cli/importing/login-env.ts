import { fail } from '../../kernel/problem';
import type { LoginProps } from '../../model/targets';

/** The login that two environment variables hold: those of `EDGE` are `EDGE_USERNAME` and `EDGE_PASSWORD`. */
export const loginOf = (loginEnv: string | undefined, example: string): LoginProps =>
  loginEnv !== undefined && /^[A-Za-z_]\w*$/.test(loginEnv)
    ? {
        username: { secret: 'env', name: `${loginEnv}_USERNAME` },
        password: { secret: 'env', name: `${loginEnv}_PASSWORD` },
      }
    : fail(
        'import.login',
        '--login-env',
        'does not say where the login is',
        `write ${example} for the environment variables ${example}_USERNAME and ${example}_PASSWORD`,
      );
