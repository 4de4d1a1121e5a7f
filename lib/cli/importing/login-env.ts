import { loginVariables, type LoginKeys } from '../../import/read/imported-device';
import { fail } from '../../kernel/problem';
import type { LoginProps } from '../../model/targets';

/** The login that two environment variables hold: those of `EDGE` are `EDGE_USERNAME` and `EDGE_PASSWORD`. */
export const loginOf = (loginEnv: string | undefined, example: string, keys?: LoginKeys): LoginProps => {
  const named = (login: string) => loginVariables({ login, ...(keys === undefined ? {} : { keys }) });
  if (loginEnv === undefined || !/^[A-Za-z_]\w*$/.test(loginEnv))
    return fail(
      'import.login',
      '--login-env',
      'does not say where the login is',
      `write ${example} for the environment variables ${named(example).join(' and ')}`,
    );
  const [username, password] = named(loginEnv) as [string, string];
  return { username: { secret: 'env', name: username }, password: { secret: 'env', name: password } };
};
