import { quotedText } from '../../../kernel/limits';
import { problem, ProblemError, type Problem } from '../../../kernel/problem';
import type { PostgresAddress } from './address';

type Words = readonly [code: string, message: string, hint: string];

const whenBack =
  'start it, or wait for it, then run this again: what is on the devices is found by a look at them, and what was done stays done';

/** What the network says: the connection did not come about, or has broken. */
const network: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection: no PostgreSQL listens there',
  ENOTFOUND: 'has a name that is not known here',
  EAI_AGAIN: 'has a name that could not be looked up',
  ETIMEDOUT: 'does not answer',
  EHOSTUNREACH: 'cannot be reached: there is no route to it',
  ENETUNREACH: 'cannot be reached: there is no route to it',
  ECONNRESET: 'has broken the connection off',
  EPIPE: 'has broken the connection off',
  ENOENT: 'has no socket there',
};

/** What PostgreSQL says, by its SQLSTATE (appendix A of its manual). */
const server = ({ user, database }: PostgresAddress): Readonly<Record<string, Words>> => {
  const who = user === undefined ? 'this user' : `the user ${user}`;
  return {
    '28P01': [
      'store.login',
      `refuses the password of ${who}`,
      'set the right one: PGPASSWORD, or the variable that holds the URL',
    ],
    '28000': [
      'store.login',
      `lets ${who} not in from here`,
      'add a line for the user, the database and this address to pg_hba.conf, or create the role',
    ],
    '3D000': ['store.missing', `has no database ${database}`, `create it: CREATE DATABASE ${database}`],
    '42501': [
      'store.rights',
      `forbids ${who} what is needed`,
      'GRANT CREATE ON DATABASE for the first run, which makes the tables; afterwards SELECT, INSERT, UPDATE and DELETE on the schema tunnelwright',
    ],
    '53300': ['store.unreachable', 'has no connection left', 'raise max_connections, or run fewer commands at once'],
    '57P01': ['store.unreachable', 'was stopped while this ran', whenBack],
    '57P02': ['store.unreachable', 'has crashed while this ran', whenBack],
    '57P03': ['store.unreachable', 'is starting up or shutting down', whenBack],
    '57014': ['store.slow', 'did not answer in time', 'look at what it is busy with, then run this again'],
    '25006': ['store.read-only', 'takes no writes: it is a standby', 'give the address of the primary'],
  };
};

const tls = /certificate|CERT_|self[- ]signed|ALTNAME|SSL|TLS/i;
const broken =
  /Connection terminated|connection timeout|timeout exceeded|Client has encountered a connection error|not queryable/i;

const tlsWords = (said: string): Words =>
  /does not support SSL/i.test(said)
    ? [
        'store.tls',
        'does not speak TLS',
        'turn ssl on in postgresql.conf; on a network that you trust write ?sslmode=disable',
      ]
    : [
        'store.tls',
        `shows a certificate that is not trusted: ${quotedText(said)}`,
        'give the authority that issued it, ?sslrootcert=FILE, and the name that stands in it as the host',
      ];

/** Whether the same may be tried again: the connection is gone, and nothing is known of what was asked. */
export const isBroken = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  return code in network || /^(57P0[123]|53300|08\d\d\d)$/.test(code) || (code === '' && broken.test(message));
};

/** What an error of the driver means, in words for a person. */
export const postgresFault = (error: unknown, address: PostgresAddress): Problem => {
  const { code = '', message = String(error) } = error as { readonly code?: string; readonly message?: string };
  const at = `PostgreSQL ${address.shown}`;
  const unreachable =
    network[code] ??
    (code === '' && broken.test(message) ? 'has broken the connection off, or does not answer' : undefined);
  const known = server(address)[code];
  if (known !== undefined)
    return problem(known[0], at, `${known[1]}${code === '28000' ? `: ${quotedText(message)}` : ''}`, known[2]);
  if (unreachable !== undefined)
    return problem('store.unreachable', at, unreachable, `check host and port; if it was stopped, ${whenBack}`);
  const words: Words = tls.test(`${code} ${message}`)
    ? tlsWords(message)
    : ['store.fault', `says: ${quotedText(message)}${code === '' ? '' : ` (${code})`}`, 'look into its log'];
  return problem(words[0], at, words[1], words[2]);
};

/** Does something at the database; an error of the driver becomes a problem. */
export const asProblem = (error: unknown, address: PostgresAddress): never => {
  throw error instanceof ProblemError ? error : new ProblemError([postgresFault(error, address)]);
};
