import { problem, ProblemError } from '../../../kernel/problem';
import { isTrust, distrusted, statusOf, type HttpClient } from '../../../wire/https';
import { readDomains, type Account } from './login';
import { mostAttempts, pauseBetween } from './refusals';
import type { Login } from './shared';
import type { Token, Tokens } from './tokens';
import { serviceOf, wording } from './wording';

// A cloud-delivered FMC takes the token of an API user of Security Cloud Control in place of a login of its own.
// That it answers all else as an FMC of one's own does is not proven.

/** What a request shows of who asks. */
export const proofOf = ({ token }: Account, { access }: Pick<Token, 'access'>): Readonly<Record<string, string>> =>
  token === undefined ? { 'x-auth-access-token': access } : { authorization: `Bearer ${access}` };

const ended = ({ target, username }: Account): ProblemError =>
  new ProblemError([
    problem(
      'fmc.login',
      target,
      `the FMC refuses the token of ${username}: it has ended, was revoked, or is of another tenant`,
      'make a new one for the API user in Security Cloud Control and put it where login refers to; what was written stays, and the next run goes on from there',
    ),
  ]);

/** Cisco's gateway to all cloud-delivered FMCs of a region: the tenant is that of the token. */
const gateway = /^api\.([a-z0-9-]+\.)?security\.cisco\.com$/;
/** What comes before the paths of the API. */
export const baseOf = (host: string): string => (gateway.test(host) ? '/firewall/v1/cdfmc/api' : '/api');

/**
 * The token for every request. There is no other. A good one is refused now and then (CiscoDevNet/terraform-provider-fmc),
 * at any of the many requests of a run: it has ended where one and the same request is refused again and again, which is
 * said to all then.
 */
export const holdBearer = (first: Token, ended: () => Error): Tokens => {
  let over: Error | undefined;
  return {
    current: () => (over === undefined ? Promise.resolve(first) : Promise.reject(over)),
    renew: () => undefined,
    refused: () => (over ??= ended()),
  };
};

const domainsWith = async (http: HttpClient, account: Account, held: Token): Promise<Login['domains']> => {
  for (let attempt = 1; ; attempt++)
    try {
      const answer = await http.get('/fmc_platform/v1/info/domain', { headers: proofOf(account, held) });
      return readDomains(((answer.data ?? {}) as { readonly items?: unknown }).items);
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      if (attempt === mostAttempts) throw ended(account);
      await pauseBetween(account.settings, attempt);
    }
};

/** The domains that the token opens. */
export const enter = async (http: HttpClient, account: Account, token: string): Promise<Login> => {
  const held: Token = { access: token, refresh: '', refreshed: 0, since: Date.now() };
  try {
    return {
      domains: await domainsWith(http, account, held),
      tokens: holdBearer(held, () => ended(account)),
    };
  } catch (error) {
    if (isTrust(error))
      throw new ProblemError([await distrusted(error, serviceOf(account.target, account.settings, account.proxy))]);
    if (error instanceof ProblemError) throw error;
    throw new ProblemError([wording(error, account.target, account.settings, 'read domains')]);
  }
};
