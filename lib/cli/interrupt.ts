import type { Armed } from '../contract/interrupted';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export const isInterrupt = (signal: string): boolean => signals.some((one) => one === signal);
/** Of the problem that says so, where a program of the user was interrupted with us. */
export const interruptedCode = 'run.interrupted';
/** One Ctrl-C can arrive twice: from the terminal, and passed on by the npm that started us. */
const sameKeyMs = 250;

/**
 * Hears Ctrl-C, a termination and a terminal that goes away. The process does not end by itself meanwhile. Gives what
 * ends the hearing.
 */
export const onInterrupt = (heard: (times: number) => void): (() => void) => {
  let times = 0;
  let last = -Infinity;
  const listener = (): void => {
    const now = performance.now();
    if (now - last < sameKeyMs) return;
    last = now;
    times += 1;
    heard(times);
  };
  for (const signal of signals) process.on(signal, listener);
  return () => signals.forEach((signal) => process.off(signal, listener));
};

const two = (value: number): string => String(value).padStart(2, '0');
/** On the clock of the person who waits. */
const clock = (ms: number): string => {
  const at = new Date(ms);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
};

/** How each target would be if the run ended now. */
export const openWords = (open: ReadonlyMap<string, Armed>): readonly string[] =>
  open.size === 0
    ? ['  Nothing is armed, staged or half written on any device.']
    : [...open].map(
        ([target, { words, until }]) => `  ${target}: ${words}${until === undefined ? '' : ` (by ${clock(until)})`}`,
      );
