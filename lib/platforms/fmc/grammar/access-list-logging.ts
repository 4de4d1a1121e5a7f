import type { JsonObject } from '../../../kernel/json';

const levels = [
  ['emergencies', 'EMERGENCY'],
  ['alerts', 'ALERT'],
  ['critical', 'CRITICAL'],
  ['errors', 'ERROR'],
  ['warnings', 'WARNING'],
  ['notifications', 'NOTIFICATION'],
  ['informational', 'INFORMATIONAL'],
  ['debugging', 'DEBUGGING'],
] as const;
interface Logged {
  readonly logging: 'DEFAULT' | 'DISABLED' | 'PER_ACCESS_LIST_ENTRY';
  readonly logLevel: string;
  readonly logInterval: number;
}
/**
 * `log`, `log warnings interval 60`, `log disable` and `log default`, as a line of an ASA has them; undefined for other
 * words. An interval of its own goes with a line that logs for itself only.
 */
export const loggedBy = (options: string | undefined): Logged | undefined => {
  const quiet = { logLevel: 'INFORMATIONAL', logInterval: 300 };
  if (options === undefined || options === 'log default') return { logging: 'DEFAULT', ...quiet };
  if (options === 'log disable') return { logging: 'DISABLED', ...quiet };
  const found = /^log(?: ([a-z]+|[0-7]))??(?: interval (\d{1,3}))?$/.exec(options);
  const level = levels.find(([word], i) => word === (found?.[1] ?? 'informational') || String(i) === found?.[1]);
  const interval = Number(found?.[2] ?? 300);
  if (!found || !level || interval < 1 || interval > 600) return undefined;
  return { logging: 'PER_ACCESS_LIST_ENTRY', logLevel: level[1], logInterval: interval };
};

/** The words at the end of a line; undefined where no line of ours has them. */
export const loggedIn = ({ logging, logLevel, logInterval }: JsonObject): { readonly options?: string } | undefined => {
  if (logging === 'DEFAULT') return {};
  if (logging === 'DISABLED') return { options: 'log disable' };
  const level = levels.find(([, theirs]) => theirs === logLevel)?.[0];
  const every = Number(logInterval) === 300 ? '' : ` interval ${Number(logInterval)}`;
  return level && { options: `log${level === 'informational' ? '' : ` ${level}`}${every}` };
};
