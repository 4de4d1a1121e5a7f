import { randomUUID } from 'node:crypto';
import { errorBody, type Answer } from '../answer';
import { global, type Domain } from '../world';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** A token of an API user, as a cloud-delivered FMC takes it. Default: none. */
  readonly bearer?: string;
  /** Those that the account may enter. Default: Global. */
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

/** Tokens: one session for one account, three refreshes, then a full login. */
export class Auth {
  private session: Session | undefined;
  private revoked = false;

  constructor(private readonly credentials: Credentials) {}

  login(headers: Headers): Answer {
    const { username, password } = this.credentials;
    const given = Buffer.from((headers['authorization'] ?? '').replace(/^Basic /, ''), 'base64').toString('utf8');
    if (given !== `${username}:${password}`) return unauthorised('User authentication failed');
    this.session = { user: username, access: '', refresh: '', expires: 0, refreshes: 0 };
    return this.renew(this.session);
  }

  refresh(headers: Headers): Answer {
    const one = this.session;
    if (!one || headers['x-auth-access-token'] !== one.access || headers['x-auth-refresh-token'] !== one.refresh)
      return unauthorised('Invalid refresh token');
    if (one.refreshes >= mostRefreshes) return unauthorised('Invalid refresh token');
    one.refreshes += 1;
    return this.renew(one);
  }

  /** The user of a request, or the refusal. */
  check(headers: Headers): string | Answer {
    const { session } = this;
    const { bearer, username } = this.credentials;
    if (bearer !== undefined && headers['authorization'] === `Bearer ${bearer}` && !this.revoked) return username;
    const token = headers['x-auth-access-token'];
    if (!session || token === undefined || token !== session.access) return unauthorised('Invalid access token');
    return Date.now() > session.expires ? unauthorised('Access token invalid') : session.user;
  }

  /** The token of the API user is good no more. */
  revoke(): void {
    this.revoked = true;
  }

  /** The access token is too old from now on; it can be refreshed. */
  expire(): void {
    if (this.session) this.session.expires = 0;
  }

  /** Another program has logged in with this account. */
  kick(): void {
    this.session = undefined;
  }

  private renew(one: Session): Answer {
    one.access = randomUUID();
    one.refresh = randomUUID();
    one.expires = Date.now() + this.credentials.tokenMs;
    return granted(one, this.credentials.domains ?? [global]);
  }
}
