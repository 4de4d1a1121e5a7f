import { randomUUID } from 'node:crypto';
import { errorBody, type Answer } from '../answer';
import { global, type Domain } from '../world';

export interface LabAccount {
  readonly username: string;
  readonly password: string;
}

export interface Credentials {
  /** The first is that of the token, if there is one. */
  readonly accounts: readonly LabAccount[];
  /** A token of an API user, as a cloud-delivered FMC takes it. Default: none. */
  readonly bearer?: string;
  /** Those that every account may enter. Default: Global. */
  readonly domains?: readonly Domain[];
  /** How long an access token lives, in milliseconds. */
  readonly tokenMs: number;
}

interface Session {
  readonly user: string;
  access: string;
  refresh: string;
  expires: number;
  refreshes: number;
}

type Headers = Readonly<Record<string, string | undefined>>;

const unauthorised = (text: string): Answer => ({ status: 401, body: errorBody('FRAMEWORK', text) });
const mostRefreshes = 3;

const granted = ({ access, refresh }: Session, domains: readonly Domain[]): Answer => ({
  status: 204,
  headers: {
    'X-auth-access-token': access,
    'X-auth-refresh-token': refresh,
    DOMAIN_UUID: global.id,
    DOMAIN_ID: global.id,
    DOMAINS: JSON.stringify(domains.map(({ id, name }) => ({ name, uuid: id }))),
    USER_UUID: '68d03c42-d9bd-11dc-89f2-b7961d42c462',
    'global-domain': 'Global',
  },
});

/** Tokens: one session for each account, three refreshes, then a full login. */
export class Auth {
  private readonly sessions = new Map<string, Session>();
  private revoked = false;

  constructor(private readonly credentials: Credentials) {}

  login(headers: Headers): Answer {
    const given = Buffer.from((headers['authorization'] ?? '').replace(/^Basic /, ''), 'base64').toString('utf8');
    const account = this.credentials.accounts.find(({ username, password }) => given === `${username}:${password}`);
    if (account === undefined) return unauthorised('User authentication failed');
    const session = { user: account.username, access: '', refresh: '', expires: 0, refreshes: 0 };
    this.sessions.set(session.user, session);
    return this.renew(session);
  }

  refresh(headers: Headers): Answer {
    const one = this.sessionOf(headers);
    if (!one || headers['x-auth-refresh-token'] !== one.refresh) return unauthorised('Invalid refresh token');
    if (one.refreshes >= mostRefreshes) return unauthorised('Invalid refresh token');
    one.refreshes += 1;
    return this.renew(one);
  }

  /** The user of a request, or the refusal. */
  check(headers: Headers): string | Answer {
    const { bearer, accounts } = this.credentials;
    if (bearer !== undefined && headers['authorization'] === `Bearer ${bearer}` && !this.revoked)
      return accounts[0]!.username;
    const session = this.sessionOf(headers);
    if (!session) return unauthorised('Invalid access token');
    return Date.now() > session.expires ? unauthorised('Access token invalid') : session.user;
  }

  /** The token of the API user is good no more. */
  revoke(): void {
    this.revoked = true;
  }

  /** The access tokens are too old from now on; they can be refreshed. */
  expire(): void {
    for (const session of this.sessions.values()) session.expires = 0;
  }

  /** Other programs have logged in with these accounts. */
  kick(): void {
    this.sessions.clear();
  }

  private sessionOf(headers: Headers): Session | undefined {
    const token = headers['x-auth-access-token'];
    return [...this.sessions.values()].find(({ access }) => access === token);
  }

  private renew(one: Session): Answer {
    one.access = randomUUID();
    one.refresh = randomUUID();
    one.expires = Date.now() + this.credentials.tokenMs;
    return granted(one, this.credentials.domains ?? [global]);
  }
}
