import { setTimeout as pause } from 'node:timers/promises';

/** Requests that this session may send: at most so many in any minute. Who comes too early waits. */
export interface Budget {
  turn(): Promise<void>;
  /** How many were sent, retries and logins too. */
  readonly used: () => number;
}

const minute = 60_000;

export const makeBudget = (perMinute: number, now: () => number = Date.now, wait: typeof pause = pause): Budget => {
  const sent: number[] = [];
  let used = 0;
  const turn = async (): Promise<void> => {
    for (;;) {
      while (sent.length > 0 && sent[0]! <= now() - minute) sent.shift();
      if (sent.length < perMinute) break;
      await wait(Math.max(1, sent[0]! + minute - now()));
    }
    sent.push(now());
    used += 1;
  };
  return { turn, used: () => used };
};

/** 300 requests a minute from 7.4.1, 120 before. */
export const requestsPerMinute = (version: string): number => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major > 7 || (major === 7 && (minor > 4 || (minor === 4 && patch >= 1))) ? 300 : 120;
};
