import { drop, linesAt, put, within, type Config, type Line } from './config';
import { matchGlobal, matchIn, type Level, type Match } from './modes';
import { refusalOf, remarkOn, removalRefusal } from './semantics';

/** What a line in configuration mode leads to. */
export type Typed =
  | { readonly form: 'done'; readonly config: Config; readonly levels: readonly Level[]; readonly words?: string }
  | { readonly form: 'refused'; readonly words: string }
  | { readonly form: 'ask'; readonly trustpoint: string; readonly config: Config }
  | { readonly form: 'miss'; readonly why: 'invalid' | 'incomplete'; readonly at: number };

const words = (text?: string): { readonly words?: string } => (text === undefined ? {} : { words: text });

/** `clear configure X NAME`: all lines of one name at once. */
const cleared = (config: Config, rest: string): Typed => {
  const gone = config.filter(({ text }) => text === rest || text.startsWith(`${rest} `));
  if (gone.length === 0) return { form: 'done', config, levels: [] };
  const refused = removalRefusal(config, gone);
  return refused === undefined
    ? { form: 'done', config: drop(config, gone), levels: [] }
    : { form: 'refused', words: refused };
};

const targets = (held: Config, text: string, match: Match | undefined): readonly Line[] => {
  const exact = held.filter((line) => line.text === text);
  if (exact.length > 0) return exact;
  return held.filter(
    (line) =>
      (line.slot === text && (line.lines !== undefined || line.slot !== line.text || match === undefined)) ||
      (line.slot === text && match?.retype === true) ||
      (line.key !== undefined && line.slot === text) ||
      (match !== undefined && match.retype === true && line.slot === match.line.slot),
  );
};

const negated = (config: Config, levels: readonly Level[], text: string, enrolled: readonly string[]): Typed => {
  const level = levels[levels.length - 1];
  const path = level?.path ?? [];
  const held = linesAt(config, path);
  const found = level === undefined ? matchGlobal(text) : matchIn(level, text);
  const match = 'miss' in found ? undefined : found;
  const gone = targets(held, text, match);
  if (gone.length === 0) {
    if (match === undefined) return { form: 'miss', why: 'invalid', at: 1 };
    // What is hidden is there all the same; what is not there is passed over.
    return { form: 'done', config, levels };
  }
  const refused = level === undefined ? removalRefusal(config, gone) : undefined;
  if (refused !== undefined) return { form: 'refused', words: refused };
  const next = within(config, path, (lines) => drop(lines, gone));
  const trustpoint = /^crypto ca trustpoint (\S+)$/.exec(gone[0]!.text)?.[1];
  if (level === undefined && trustpoint !== undefined && enrolled.includes(trustpoint))
    return { form: 'ask', trustpoint, config: next };
  return { form: 'done', config: next, levels };
};

/** Flat lines of another kind under one name (a pool, a route) are not typed over. */
const standsInWay = (config: Config, match: Match): string | undefined => {
  if (match.kind !== 'address-pool' && match.kind !== 'static-route') return undefined;
  const other = config.find((line) => line.slot === match.line.slot && line.text !== match.line.text);
  return other && `ERROR: \`${other.text}\` is there already: remove it first`;
};

const typedAt = (config: Config, levels: readonly Level[], text: string, enrolled: readonly string[]): Typed => {
  const level = levels[levels.length - 1];
  if (text.startsWith('clear configure ')) return cleared(config, text.slice('clear configure '.length));
  const match = level === undefined ? matchGlobal(text) : matchIn(level, text);
  if (!('miss' in match)) {
    const refused = refusalOf(config, match) ?? standsInWay(config, match);
    if (refused !== undefined) return { form: 'refused', words: refused };
    const next = within(config, level?.path ?? [], (lines) =>
      match.hidden ? lines.filter((line) => line.slot !== match.line.slot) : put(lines, match.line),
    );
    return {
      form: 'done',
      config: next,
      levels: match.level ? [...levels, match.level] : levels,
      ...words(remarkOn(config, next, match.line.text)),
    };
  }
  const wholeData = /^no (anyconnect-custom-data \S+ \S+)$/.exec(text)?.[1];
  if (wholeData !== undefined) return cleared(config, wholeData);
  if (text.startsWith('no ')) return negated(config, levels, text.slice(3), enrolled);
  return { form: 'miss', why: match.miss, at: match.at };
};

/**
 * One line typed in configuration mode: it is tried in the mode itself, then in the ones around it up to the top level,
 * whose lines leave the block.
 */
export const typeLine = (
  config: Config,
  levels: readonly Level[],
  text: string,
  enrolled: readonly string[] = [],
): Typed => {
  let furthest: Typed = { form: 'miss', why: 'invalid', at: 0 };
  if (levels[levels.length - 1]?.loose && !('miss' in matchGlobal(text))) return typedAt(config, [], text, enrolled);
  for (let depth = levels.length; depth >= 0; depth--) {
    const outcome = typedAt(config, levels.slice(0, depth), text, enrolled);
    if (outcome.form !== 'miss') return outcome;
    if (outcome.at > furthest.at || depth === levels.length) furthest = outcome;
  }
  return furthest;
};
