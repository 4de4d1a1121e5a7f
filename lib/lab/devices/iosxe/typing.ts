import { interfaceName } from '../../../platforms/iosxe/grammar/interface-name';
import { expand, openLead } from '../../../desired/cli/abbreviate';
import { negativesShown } from './grammar/global';
import { negate } from './negation';
import { fieldLeads, globalLeads, inTurn, keyedHeader, matchGlobal, matchIn, type Level, type Match } from './modes';
import { refusalOf, sideEffects } from './semantics';
import { drop, linesAt, put, within, type Config } from './tree';

/** What a line in configuration mode leads to. */
export type Typed =
  | { readonly form: 'done'; readonly config: Config; readonly levels: readonly Level[]; readonly words?: string }
  | { readonly form: 'refused'; readonly words: string }
  | { readonly form: 'ask'; readonly trustpoint: string; readonly config: Config; readonly levels: readonly Level[] }
  | { readonly form: 'miss'; readonly why: 'invalid' | 'incomplete' | 'ambiguous'; readonly at: number };

const globalWords = globalLeads.map(openLead);

const stored = (config: Config, level: Level | undefined, match: Match): Config =>
  within(config, level?.path ?? [], (lines) =>
    match.hidden ? drop(lines, match.line.slot) : put(lines, inTurn(lines, match)),
  );

const isShownNegative = (text: string): boolean =>
  negativesShown.some((lead) => text === lead || text.startsWith(`${lead} `));

/** The trustpoints that hold a certificate: asked only where one is removed, for it takes a walk through the configuration. */
type Enrolled = () => readonly string[];

const typedAt = (config: Config, levels: readonly Level[], given: readonly string[], enrolled: Enrolled): Typed => {
  const level = levels[levels.length - 1];
  const sign = ['no', 'default'].includes(given[0]?.toLowerCase() ?? '') && given.length > 1;
  const bare = sign ? given.slice(1) : given;
  const expanded = expand(level ? fieldLeads(level.fields).map(openLead) : globalWords, bare);
  const offset = sign ? 1 : 0;
  if (expanded.ambiguous !== undefined) return { form: 'miss', why: 'ambiguous', at: expanded.ambiguous + offset };
  const text = expanded.words.join(' ');
  if (given[0]?.toLowerCase() === 'default' && level === undefined) {
    const restored = keyedHeader(`${text} default`);
    if (restored !== undefined) return { form: 'done', config: drop(config, restored), levels };
  }
  if (sign) {
    const outcome = negate(config, level, text, given[0]!.toLowerCase() === 'no' && isShownNegative(text));
    if (outcome.form === 'miss') return { ...outcome, at: outcome.at + 1 };
    if (outcome.form === 'refused') return outcome;
    const destroyed = outcome.removed?.address?.replace(/^cert-trustpoint\//, '');
    if (destroyed !== undefined && outcome.removed?.mode === 'crypto pki trustpoint' && enrolled().includes(destroyed))
      return { form: 'ask', trustpoint: destroyed, config: outcome.config, levels };
    const { removed } = outcome;
    const next = removed ? sideEffects(outcome.config, config, level, removed) : { config: outcome.config };
    return { form: 'done', levels, ...next };
  }
  const match = level ? matchIn(level, text) : matchGlobal(text);
  if ('miss' in match) return { form: 'miss', why: match.miss, at: match.at };
  const refused = refusalOf(config, level, match.line);
  if (refused !== undefined) return { form: 'refused', words: refused };
  const next = sideEffects(stored(config, level, match), config, level, match.line);
  return {
    form: 'done',
    config: next.config,
    levels: match.level ? [...levels, match.level] : levels,
    ...(next.words === undefined ? {} : { words: next.words }),
  };
};

/** `int tu 100` is `interface Tunnel100`. */
const joined = (words: readonly string[]): readonly string[] => {
  const at = words[0]?.toLowerCase() === 'no' ? 1 : 0;
  const [keyword = '', kind = '', number = '', ...more] = words.slice(at);
  if (keyword.length < 3 || !'interface'.startsWith(keyword.toLowerCase()) || kind === '') return words;
  const apart = /^[a-z-]+$/i.test(kind) && /^\d[\d/.]*$/.test(number);
  const rest = apart ? more : words.slice(at + 2);
  return [...words.slice(0, at), 'interface', interfaceName(apart ? kind + number : kind), ...rest];
};

/** Data lines (certificates) are kept as they are, until `quit`. */
const dataLine = (config: Config, levels: readonly Level[], text: string): Typed => {
  const level = levels[levels.length - 1]!;
  if (text === 'quit') return { form: 'done', config, levels: levels.slice(0, -1) };
  const slot = String(linesAt(config, level.path).length);
  return { form: 'done', config: within(config, level.path, (lines) => [...lines, { slot, text }]), levels };
};

/**
 * One line typed in configuration mode: it is tried in the mode itself, then in the ones around it up to the top level,
 * whose lines leave the block. `words` are those of the line, `enrolled` the trustpoints that hold a certificate.
 */
export const typeLine = (
  config: Config,
  levels: readonly Level[],
  words: readonly string[],
  enrolled: Enrolled = () => [],
): Typed => {
  const level = levels[levels.length - 1];
  if (level?.data) return dataLine(config, levels, words.join(' '));
  const given = joined(words);
  if (level?.loose) {
    const outside = typedAt(config, [], given, enrolled);
    if (outside.form !== 'miss' && outside.form !== 'ask' && (outside.form === 'refused' || outside.levels.length > 0))
      return outside;
  }
  let furthest: Typed = { form: 'miss', why: 'invalid', at: 0 };
  for (let depth = levels.length; depth >= 0; depth--) {
    const outcome = typedAt(config, levels.slice(0, depth), given, enrolled);
    if (outcome.form !== 'miss') return outcome;
    if (outcome.at > furthest.at || depth === levels.length) furthest = outcome;
  }
  return furthest;
};
