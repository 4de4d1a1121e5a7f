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
  users: number;
}
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
    login: (begin) => (entry.login ??= begin()),
    leave: () => {
      if (!here) return;
      here = false;
      entry.users -= 1;
      if (entry.users === 0) open.delete(key);
    },
  };
};
