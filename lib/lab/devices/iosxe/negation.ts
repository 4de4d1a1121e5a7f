import { keyedHeader, matchGlobal, matchIn, type Level, type Match } from './modes';
import { afterRemoval, removalRefusal } from './semantics';
import { drop, linesAt, put, within, type Config, type Line } from './tree';

export type Negated =
  | { readonly form: 'done'; readonly config: Config; readonly removed?: Line }
  | { readonly form: 'refused'; readonly words: string }
  | { readonly form: 'miss'; readonly why: 'invalid' | 'incomplete'; readonly at: number };

const removeBlock = (config: Config, line: Line): Negated => {
  const refused = removalRefusal(config, line);
  if (refused !== undefined) return { form: 'refused', words: refused };
  return { form: 'done', config: afterRemoval(drop(config, line.slot), line), removed: line };
};

const isRoute = (slot: string): boolean => /^(ip|ipv6) route /.test(slot);

const noSuch = (config: Config, match: Match): Negated =>
  isRoute(match.line.slot) ? { form: 'refused', words: '%No matching route to delete' } : { form: 'done', config };

/**
 * `no` and the text behind it. A line of one value goes by its lead alone or by its full text; with another value
 * nothing happens (unproven: a device may be less strict). What is not there is passed over in silence, but for routes.
 */
export const negate = (config: Config, level: Level | undefined, text: string, listed: boolean): Negated => {
  const shown = (listed && !hasValue(level, text)) || isShownFlag(level, text);
  const path = level?.path ?? [];
  const held = linesAt(config, path);
  const remove = (line: Line): Negated => ({
    form: 'done',
    config: within(config, path, (lines) => drop(lines, line.slot)),
    removed: line,
  });
  const header = level === undefined ? keyedHeader(text) : undefined;
  const block = header === undefined ? undefined : config.find((line) => line.slot === header);
  if (block !== undefined) return removeBlock(config, block);
  const byLead = held.find(
    (line) => (line.slot === text || line.slot === text.toLowerCase()) && line.text.startsWith(line.slot),
  );
  if (byLead !== undefined && !shown) return remove(byLead);
  const butSecret = held.find((line) => line.secret !== undefined && line.text.startsWith(`${text} `));
  if (butSecret !== undefined && text.length > butSecret.slot.length) return remove(butSecret);
  const match = level ? matchIn(level, text) : matchGlobal(text);
  if ('miss' in match) {
    if (header !== undefined) return { form: 'done', config };
    const leadOnly = level !== undefined && isLead(level, text);
    return leadOnly ? { form: 'done', config } : { form: 'miss', why: match.miss, at: match.at };
  }
  const { line } = match;
  if (shown) {
    const negative = { ...line, text: `no ${line.text}` };
    return { form: 'done', config: within(config, path, (lines) => put(lines, negative)) };
  }
  const there = held.find((each) => each.slot === line.slot);
  if (there === undefined) return noSuch(config, match);
  if (there.lines !== undefined && level === undefined) return removeBlock(config, there);
  const route = isRoute(there.slot);
  const same = there.text === line.text && sameSecret(there, line);
  return same || route || there.lines !== undefined ? remove(there) : { form: 'done', config };
};

const sameSecret = (a: Line, b: Line): boolean => a.secret?.text === b.secret?.text;

/** A line with its value is taken away; only the lead alone, or a flag, is switched off. */
const hasValue = (level: Level | undefined, text: string): boolean => {
  const match = level ? matchIn(level, text) : matchGlobal(text);
  return !('miss' in match) && match.known?.field.form === 'line' && match.line.text !== match.line.slot;
};

/** A flag that the device does not hide when it is off. */
const isShownFlag = (level: Level | undefined, text: string): boolean => {
  const match = level ? matchIn(level, text) : matchGlobal(text);
  const field = 'miss' in match ? undefined : match.known?.field;
  return field?.form === 'flag' && field.standard !== false;
};

const isLead = (level: Level, text: string): boolean =>
  Object.values(level.fields).some((field) => field.form === 'line' && field.lead.join(' ') === text.toLowerCase());
