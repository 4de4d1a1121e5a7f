import { readFileSync } from 'node:fs';
import { fileFault } from '../../../kernel/fault';
import { fail } from '../../../kernel/problem';

/** How a database is reached, as the driver takes it. */
export interface PostgresAddress {
  /** For messages: `db.example.net:5432/ledgers`, without user and password. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** False: in clear, on this machine or because it was asked for. */
  readonly ssl: false | { readonly rejectUnauthorized: true; readonly ca?: string; readonly servername?: string };
}

const example = 'postgres://ledger@db.example.net/ledgers';
const isHere = (host: string): boolean => host.startsWith('/') || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/** Parameters of an address that mean something here; any other is refused. */
const known = ['sslmode', 'sslrootcert', 'host'];

const authority = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const fault = fileFault(error, file);
    return fail(
      'store.url',
      file,
      fault?.message ?? 'cannot be read',
      'give a file with certificates in PEM: sslrootcert=',
    );
  }
};

/** The certificate of a server elsewhere is always verified; `sslmode=disable` gives TLS up altogether. */
const sslOf = (host: string, mode: string | null, root: string | null): PostgresAddress['ssl'] => {
  if (mode !== null && mode !== 'disable' && mode !== 'verify-full')
    return fail(
      'store.url',
      'sslmode',
      `'${mode}' does not verify who the server is`,
      'leave it out: the certificate is verified (verify-full). Give the authority as sslrootcert=FILE; on a network that you trust write sslmode=disable',
    );
  if (mode === 'disable' || (mode === null && root === null && isHere(host))) return false;
  return { rejectUnauthorized: true, ...(root === null ? {} : { ca: authority(root) }) };
};

const urlOf = (text: string): URL => {
  try {
    const url = new URL(text);
    if (url.protocol === 'postgres:' || url.protocol === 'postgresql:') return url;
  } catch {
    // Said below; the text may hold a password.
  }
  return fail('store.url', 'the URL of the ledgers', 'is not one of a PostgreSQL database', `Example: ${example}`);
};

/**
 * Reads `postgres://user:password@host:5432/database?sslrootcert=FILE`. A password that is not in it is looked for where
 * libpq looks: PGPASSWORD, `.pgpass`.
 */
export const postgresAddress = (text: string): PostgresAddress => {
  const url = urlOf(text);
  for (const name of url.searchParams.keys())
    if (!known.includes(name))
      fail('store.url', name, 'is not a parameter that is known here', `there are: ${known.join(', ')}`);
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname.replace(/^\[|\]$/g, ''));
  const database = decodeURIComponent(url.pathname.slice(1));
  if (host === '' || database === '')
    fail('store.url', 'the URL of the ledgers', 'has no host or no database', `Example: ${example}`);
  const port = url.port === '' ? 5432 : Number(url.port);
  return {
    shown: `${host}:${port}/${database}`,
    host,
    port,
    database,
    user: url.username === '' ? undefined : decodeURIComponent(url.username),
    password: url.password === '' ? undefined : decodeURIComponent(url.password),
    ssl: sslOf(host, url.searchParams.get('sslmode'), url.searchParams.get('sslrootcert')),
  };
};
