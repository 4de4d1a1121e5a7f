import { problemsOf } from '../../kernel/problem';
import { makeBudget, type Budget } from './budget';
import { makeLanes, type Lanes } from './queue';
import type { Tokens } from './tokens';

/** What a login gives: tokens, and the domains of the account. */
export interface Login {
  readonly tokens: Tokens;
  readonly domains: readonly { readonly name: string; readonly uuid: string }[];
}

interface Entry {
  readonly budget: Budget;
  readonly lanes: Lanes;
  login?: Promise<Login>;
  /** The FMC said no: whoever comes a moment later is told the same without asking again. */
  refused?: true;
  users: number;
}
/** How long a refusal is remembered: targets of one command do not begin at the same instant, and accounts get locked. */
const refusalMs = 1_000;
const isRefusal = (error: unknown): boolean => problemsOf(error, '').some(({ code }) => code === 'fmc.login');

const open = new Map<string, Entry>();

/** What all targets at one FMC under one account share for as long as one of them is open. */
export interface Shared {
  readonly budget: Budget;
  readonly lanes: Lanes;
  /** Logs in, unless another target has done so. */
  login(begin: () => Promise<Login>): Promise<Login>;
  leave(): void;
}

/**
 * The FMC has one session for each account, one writer at a time and one request rate: two stacks that a command works on
 * at once, or two domains, must not end each other's session, so they share it.
 */
export const share = (key: string, perMinute: number): Shared => {
  const entry = open.get(key) ?? { budget: makeBudget(perMinute), lanes: makeLanes(), users: 0 };
  entry.users += 1;
  open.set(key, entry);
  let here = true;
  return {
    budget: entry.budget,
    lanes: entry.lanes,
    login: (begin) =>
      (entry.login ??= begin().catch((error: unknown) => {
        if (isRefusal(error)) entry.refused = true;
        throw error;
      })),
    leave: () => {
      if (!here) return;
      here = false;
      entry.users -= 1;
      const forget = (): void => void (entry.users === 0 && open.get(key) === entry && open.delete(key));
      if (entry.refused) setTimeout(forget, refusalMs).unref();
      else forget();
    },
  };
};
