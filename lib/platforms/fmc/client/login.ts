import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { fail, problem, ProblemError } from '../../../kernel/problem';
import { domainPath } from '../../../model/manager/domain-path';
import type { TargetSettings } from '../../../model/targets';
import { distrusted, isTrust, statusOf, type HttpAnswer, type HttpClient, type RestService } from '../../../wire/https';
import { isUuid } from '../../../wire/rest-path';
import type { Login } from './shared';
import { holdTokens, type Token, type TokenSource } from './tokens';
import { serviceOf, wording } from './wording';

type Settings = TargetSettings<'fmc'>;

const tokenFrom = (response: HttpAnswer, refreshed: number): Token => ({
  access: String(response.headers['x-auth-access-token'] ?? ''),
  refresh: String(response.headers['x-auth-refresh-token'] ?? ''),
  refreshed,
  since: Date.now(),
});

const hasToken = (response: HttpAnswer): boolean => tokenFrom(response, 0).access !== '';

const domainShape = z.array(z.object({ name: z.string(), uuid: z.string().refine(isUuid) }));
/** Domains with their ids, which become part of every path. */
export const readDomains = (domains: unknown): Login['domains'] => {
  const read = domainShape.safeParse(domains);
  if (read.success) return read.data;
  throw new Error('the answer does not name domains with their UUIDs: nothing is asked there');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The domains of the account, from the header of a login. */
const domainsIn = (response: HttpAnswer): Login['domains'] => {
  if (!hasToken(response))
    throw new Error('the answer holds no token: nothing is asked there. Check that host and port are those of the FMC');
  return readDomains(parsed(String(response.headers['domains'] ?? '[]')));
};

/** The UUID of the declared domain. */
export const domainId = (domains: Login['domains'], settings: Settings, target: string): string => {
  const found = domains.find(({ name }) => domainPath(name) === domainPath(settings.domain));
  if (found) return found.uuid;
  return fail(
    'fmc.domain',
    target,
    `the FMC has no domain ${settings.domain}`,
    `it has: ${domains.map((d) => d.name).join(', ') || 'none for this user'}`,
  );
};

/** Who logs in where. */
export interface Account {
  readonly target: string;
  readonly settings: Settings;
  readonly username: string;
  readonly password: string;
  /** In place of the password. */
  readonly token?: string;
  /** The proxy on the way there. */
  readonly proxy: RestService['proxy'];
}

const refusedLogin = ({ target, username }: Account): ProblemError =>
  new ProblemError([
    problem(
      'fmc.login',
      target,
      `the FMC refuses the login of ${username}`,
      'check the user name and the secret that login refers to; use an account of its own for the API, since a second login of the same account ends the first',
    ),
  ]);

/** Another login has ended the session of this account. */
const endedElsewhere = ({ target, username }: Account): ProblemError =>
  new ProblemError([
    problem(
      'fmc.session',
      target,
      `another login of ${username} has ended this session: the FMC has one for each account`,
      'give Tunnelwright an account of its own, then run again; it finishes what is left',
    ),
  ]);

const mostLogins = 3;

/** A login may be answered 204 without tokens: it is asked for again. */
const askForToken = async (http: HttpClient, account: Account): Promise<HttpAnswer> => {
  const { target, settings, username, password } = account;
  const auth = { username, password };
  try {
    for (let attempt = 1; ; attempt++) {
      const answer = await http.post('/fmc_platform/v1/auth/generatetoken', undefined, { auth });
      if (hasToken(answer) || answer.status !== 204 || attempt === mostLogins) return answer;
      await pause(settings.retrySeconds * 1000 * attempt);
    }
  } catch (error) {
    if (isTrust(error)) throw new ProblemError([await distrusted(error, serviceOf(target, settings, account.proxy))]);
    if (statusOf(error) === 401) throw refusedLogin(account);
    throw new ProblemError([wording(error, target, settings, 'log in')]);
  }
};

const refresh = (http: HttpClient, held: Token): ReturnType<TokenSource['refresh']> =>
  http
    .post('/fmc_platform/v1/auth/refreshtoken', undefined, {
      headers: { 'x-auth-access-token': held.access, 'x-auth-refresh-token': held.refresh },
    })
    .then(
      (answer) =>
        hasToken(answer)
          ? { ...tokenFrom(answer, held.refreshed + 1), ...(held.again ? { again: true as const } : {}) }
          : 'lost',
      (error: unknown) => (statusOf(error) === 401 ? 'refused' : 'lost'),
    );

/** Logs in, with a clear word on trust, reach and credentials; the tokens renew themselves. */
export const logIn = async (http: HttpClient, account: Account): Promise<Login> => {
  const first = await askForToken(http, account);
  try {
    const domains = domainsIn(first);
    const tokens = holdTokens(tokenFrom(first, 0), {
      login: async () => tokenFrom(await askForToken(http, account), 0),
      refresh: (held) => refresh(http, held),
      taken: () => endedElsewhere(account),
    });
    return { tokens, domains };
  } catch (error) {
    throw new ProblemError([wording(error, account.target, account.settings, 'log in')]);
  }
};
