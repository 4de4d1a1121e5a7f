/** What a login gives: an access token for 30 minutes, three times to be refreshed. */
export interface Token {
  readonly access: string;
  readonly refresh: string;
  readonly refreshed: number;
  /** When it was given, in milliseconds. */
  readonly since: number;
  /** It came by a login after the FMC had refused one that was young. */
  readonly again?: true;
}

export interface TokenSource {
  /** `refused`: the FMC does not know the session any more. `lost`: no answer came. */
  refresh(held: Token): Promise<Token | 'refused' | 'lost'>;
  login(): Promise<Token>;
  /** The words for a session that another login has ended. */
  taken(): Error;
}

export interface Tokens {
  readonly current: () => Promise<Token>;
  /** One renewal at a time, whoever asks. */
  renew(stale: Token): void;
  /** The words for a request that was refused each time; absent: those of the FMC. */
  refused?(): Error;
}

const mostRefreshes = 3;
const life = 30 * 60_000;

/**
 * One session for a run. The FMC has one for each account. When it refuses a token that is still young and its refresh
 * too, it has forgotten our session, or another login has ended it: we log in again. When that session does not last
 * either, another program works with this account, and to log in once more would only end theirs in turn.
 */
export const holdTokens = (first: Token, source: TokenSource): Tokens => {
  let current = Promise.resolve(first);
  const renewed = async (held: Token): Promise<Token> => {
    if (held.refreshed >= mostRefreshes) return source.login();
    const answer = await source.refresh(held);
    if (typeof answer === 'object') return answer;
    const young = answer === 'refused' && Date.now() - held.since < life;
    if (young && held.again) throw source.taken();
    const next = await source.login();
    return young ? { ...next, again: true } : next;
  };
  return {
    current: () => current,
    renew: (stale) => {
      current = current.then((held) => (held.access === stale.access ? renewed(held) : held));
      /** Who waits for it is told; there may be none yet. */
      current.catch(() => undefined);
    },
  };
};
