import { problemsOf } from '../../../kernel/problem';
import type { TargetSettings } from '../../../model/targets';
import type { Ports } from '../../../contract/session';
import { makeBudget, requestsPerMinute, shareBudget, type Budget, type Rate } from './budget';
import { makeLanes, type Lanes } from './queue';
import type { Tokens } from './tokens';

/** What a login gives: tokens, and the domains of the account. */
export interface Login {
  readonly tokens: Tokens;
  readonly domains: readonly { readonly name: string; readonly uuid: string }[];
}

/** One FMC, whoever is logged in. */
interface Service {
  readonly rate: Rate;
  readonly budget: Budget;
  readonly lanes: Lanes;
  users: number;
}
/** One account of it. */
interface Account {
  login?: Promise<Login>;
  /** The FMC said no: whoever comes a moment later is told the same without asking again. */
  refused?: true;
  users: number;
}
/** How long a refusal is remembered: targets of one command do not begin at the same instant, and accounts get locked. */
const refusalMs = 1_000;
const isRefusal = (error: unknown): boolean => problemsOf(error, '').some(({ code }) => code === 'fmc.login');

const services = new Map<string, Service>();
const accounts = new Map<string, Account>();

/** What is under a key, made by whoever comes first, with one user more. */
const used = <T extends { users: number }>(all: Map<string, T>, key: string, make: () => T): T => {
  const one = all.get(key) ?? make();
  one.users += 1;
  all.set(key, one);
  return one;
};
/** Whether nobody uses it any more; then it is forgotten. */
const unused = <T extends { users: number }>(all: Map<string, T>, key: string, one: T): boolean =>
  one.users === 0 && all.get(key) === one && all.delete(key);

/** What all targets at one FMC share for as long as one of them is open; the login, those under one account. */
export interface Shared {
  readonly budget: Budget;
  readonly lanes: Lanes;
  /** Logs in, unless another target has done so. */
  login(begin: () => Promise<Login>): Promise<Login>;
  leave(): Promise<void>;
}

const serviceOf = (at: string, rate: Rate, { exchange, progress }: Pick<Ports, 'exchange' | 'progress'>): Service => {
  const own = makeBudget(rate);
  const failed = (error: unknown): void => {
    const words = problemsOf(error, at).map(({ message }) => message);
    progress(`its request rate is not shared with other machines for now: ${words.join('; ')}`);
  };
  const budget = exchange === undefined ? own : shareBudget(own, rate, { exchange, name: `fmc=${at}`, failed });
  return { rate, budget, lanes: makeLanes(), users: 0 };
};

/**
 * The FMC has one session for each account, one writer at a time and one request rate: two stacks that a command works on
 * at once, or two domains, must not end each other's session, so they share it. `account`: what tells accounts apart.
 */
export const share = (
  settings: Pick<TargetSettings<'fmc'>, 'host' | 'port' | 'version' | 'requestsPerMinute'>,
  account: string,
  ports: Pick<Ports, 'exchange' | 'progress'>,
): Shared => {
  const at = `${settings.host}:${settings.port}`;
  const perMinute = settings.requestsPerMinute ?? requestsPerMinute(settings.version);
  const service = used(services, at, () => serviceOf(at, { perMinute }, ports));
  service.rate.perMinute = Math.min(service.rate.perMinute, perMinute);
  const key = `${at} ${account}`;
  const entry = used<Account>(accounts, key, () => ({ users: 0 }));
  let here = true;
  return {
    budget: service.budget,
    lanes: service.lanes,
    login: (begin) =>
      (entry.login ??= begin().catch((error: unknown) => {
        if (isRefusal(error)) entry.refused = true;
        throw error;
      })),
    leave: async () => {
      if (!here) return;
      here = false;
      entry.users -= 1;
      if (entry.refused) setTimeout(() => unused(accounts, key, entry), refusalMs).unref();
      else unused(accounts, key, entry);
      service.users -= 1;
      if (unused(services, at, service)) await service.budget.giveBack();
    },
  };
};
