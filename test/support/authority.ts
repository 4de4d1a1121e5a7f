import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { newAuthority } from '../../lib/lab/server/x509';

const pem = (label: string, der: Buffer): string =>
  [`-----BEGIN ${label}-----`, ...der.toString('base64').match(/.{1,64}/g)!, `-----END ${label}-----`, ''].join('\n');
const derOf = (text: string): Buffer => Buffer.from(text.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''), 'base64');

/** An authority of a test's own: nothing of the lab knows it. */
export const testAuthority = async (name = 'Test CA') => {
  const authority = await newAuthority(name);
  const print = (hash: string): string => createHash(hash).update(authority.certificate).digest('hex').toUpperCase();
  return {
    pem: pem('CERTIFICATE', authority.certificate),
    sha1: print('sha1'),
    md5: print('md5'),
    sha256: print('sha256'),
    /** Signs a request in PEM or bare base64. */
    sign: async (request: string, days?: number): Promise<string> =>
      pem('CERTIFICATE', await authority.grant(derOf(request), days)),
  };
};
export type TestAuthority = Awaited<ReturnType<typeof testAuthority>>;

export const asRequest = (base64: string): string => pem('CERTIFICATE REQUEST', derOf(base64));

/** What `openssl` says to an input, or undefined where there is none on this machine. */
export const openssl = (args: readonly string[], input: string): string | undefined => {
  const ran = spawnSync('openssl', [...args], { input, encoding: 'utf8' });
  return ran.error ? undefined : `${ran.stdout}${ran.stderr}`;
};
export const hasOpenssl = openssl(['version'], '') !== undefined;
