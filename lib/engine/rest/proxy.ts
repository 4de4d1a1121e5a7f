import type { HttpProxyProps } from '../../model/targets';
import type { SecretRef } from '../../model/secret';
import type { HttpProxy } from '../../wire/http-proxy';

type Declared = HttpProxyProps | 'none' | undefined;

/** A declared proxy with the values of its login. */
export const proxyOf = async (
  declared: Declared,
  value: (ref: string | SecretRef) => Promise<string>,
): Promise<HttpProxy | 'none' | undefined> => {
  if (declared === undefined || declared === 'none') return declared;
  const { host, port = 3128, username, password } = declared;
  if (username === undefined) return { host, port };
  const login = { username: await value(username), password: password === undefined ? '' : await value(password) };
  return { host, port, login };
};
