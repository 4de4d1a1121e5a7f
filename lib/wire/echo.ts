import { isBroadcast, isLogLine } from './device-words';

/** What the device printed after one line, its echo removed. */
export interface Answer {
  readonly line: string;
  readonly output: string;
  /** What stands in the parentheses of the prompt behind it: `config-ikev2-profile`; empty outside configuration. */
  readonly mode: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of its name a device prints at least these characters in the prompt of a configuration mode. */
const shortest = 20;

/**
 * The prompts of a device by what stands before their last character: the exact name, and with a mode behind it also the
 * cut one. Nothing else that begins like them is a prompt: `edge# staff only`, `edge-core#1`.
 */
export const promptsOf = (...names: readonly string[]): RegExp => {
  const each = names.map((name) => {
    const cut = Array.from({ length: Math.max(0, name.length - shortest) }, (_, i) => name.slice(0, shortest + i));
    const all = [name, ...cut.reverse()].map(escaped).join('|');
    return `${escaped(name)}[>#]|(?:${all})\\(([^)\\r\\n]*)\\)[>#]`;
  });
  return new RegExp(`(?:^|[\\r\\n])(?:${each.join('|')}) ?`, 'g');
};

const isBreak = (c: string | undefined): boolean => c === '\r' || c === '\n';
/** Control characters move the cursor, and are not text. */
const isBlank = (c: string | undefined): boolean => c !== undefined && c <= ' ' && !isBreak(c);

/** A line that is longer than the terminal is wide is drawn anew as it scrolls: only its end can be told. */
const scrolled = (text: string, at: number, typed: string): number | undefined => {
  const stop = text.slice(at).search(/[\r\n]/);
  const shown = stop === -1 ? '' : text.slice(at, at + stop);
  const tail = typed.replace(/\s/g, '').slice(-8);
  return typed.length > 60 && /[$<\b]/.test(shown) && shown.replace(/[\s\b]/g, '').endsWith(tail)
    ? at + stop
    : undefined;
};

/**
 * Where the echo of a typed line that begins at `at` ends, which is at a line break. `partial`: that much of it is there.
 * Blanks do not count, nor breaks within it: a terminal wraps.
 */
export const echoAt = (text: string, at: number, typed: string): number | 'partial' | undefined => {
  let i = at;
  for (const c of typed) {
    if (/\s/.test(c)) continue;
    while (isBlank(text[i]) || (i > at && isBreak(text[i]))) i++;
    if (i >= text.length) return 'partial';
    // A character beyond ASCII may be shown as anything.
    if (c > '~') {
      while (i < text.length && text[i]! > '~') i++;
      continue;
    }
    if (text[i] !== c) return scrolled(text, at, typed);
    i++;
  }
  while (isBlank(text[i])) i++;
  if (i >= text.length) return 'partial';
  return isBreak(text[i]) ? i : scrolled(text, at, typed);
};

interface Prompt {
  readonly from: number;
  readonly end: number;
  readonly mode: string;
}

/** One after the other: a device that floods us with prompts must not have all of them held at once. */
function* promptsIn(text: string, prompts: RegExp): Generator<Prompt> {
  for (const match of text.matchAll(prompts))
    yield {
      from: match.index,
      end: match.index + match[0].length,
      mode: match.slice(1).find((group) => group !== undefined) ?? '',
    };
}

const firstPrompt = (text: string, prompts: RegExp, is: (prompt: Prompt) => boolean): Prompt | undefined => {
  for (const prompt of promptsIn(text, prompts)) if (is(prompt)) return prompt;
  return undefined;
};

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** What stands behind a prompt that the device printed once more: the beginning of what is typed, and words to all. */
const isRedrawn = (rest: string, next: string, prompts: RegExp): boolean => {
  const typed = squeezed(next);
  return rest
    .replace(prompts, '\n')
    .split(/[\r\n]+/)
    .every((line) => isLogLine(line) || isBroadcast(line) || typed.startsWith(squeezed(line)));
};

/** An answer without the prompt that came once more behind it. */
const outputOf = (text: string, next: string, prompts: RegExp): string => {
  const again = firstPrompt(text, prompts, ({ end }) => isRedrawn(text.slice(end), next, prompts));
  const own = again === undefined ? text : text.slice(0, again.from);
  return own.replaceAll('\r', '').replace(/^\n/, '').trimEnd();
};

/** Where an echo may stand: at the beginning, and behind each prompt. */
function* startsIn(text: string, prompts: RegExp): Generator<Prompt> {
  yield { from: 0, end: 0, mode: '' };
  yield* promptsIn(text, prompts);
}

export interface Answered {
  /** The answers that are there whole. */
  readonly value: readonly Answer[];
  readonly used: number;
  /** What the first line without an answer has printed so far, its echo removed; undefined where it was not echoed yet. */
  readonly rest: string | undefined;
}

/**
 * The answers to lines that were typed at once. Each stands behind the echo of its own line and before the prompt at which
 * the next one is echoed; behind the last one the prompt stands alone at the end of what has come.
 */
export const answersIn = (lines: readonly string[], text: string, prompts: RegExp): Answered => {
  const value: Answer[] = [];
  let used = 0;
  /** The end of the echo of the line that is being answered. */
  let from = -1;
  for (const prompt of startsIn(text, prompts)) {
    const next = lines[from === -1 ? 0 : value.length + 1];
    if (from !== -1 && prompt.from < from) continue;
    const echo = next === undefined ? undefined : echoAt(text, prompt.end, next);
    if (typeof echo === 'number') {
      if (from !== -1) {
        value.push({
          line: lines[value.length]!,
          output: outputOf(text.slice(from, prompt.from), next!, prompts),
          mode: prompt.mode,
        });
        used = prompt.end;
      }
      from = echo;
      continue;
    }
    if (from === -1 || next !== undefined || prompt.end !== text.length) continue;
    value.push({
      line: lines[value.length]!,
      output: outputOf(text.slice(from, prompt.from), '', prompts),
      mode: prompt.mode,
    });
    return { value, used: prompt.end, rest: undefined };
  }
  return { value, used, rest: from === -1 ? undefined : text.slice(from) };
};

/** The answer to a reply: it is not echoed where it is hidden, so what stands on its line is left out, whatever it is. */
export const repliedIn = (line: string, text: string, prompts: RegExp): { value: Answer; used: number } | undefined => {
  const last = firstPrompt(text, prompts, ({ end }) => end === text.length);
  if (last === undefined) return undefined;
  const before = text.slice(0, last.from);
  const start = before.search(/[\r\n]/);
  return {
    value: { line, output: outputOf(start === -1 ? '' : before.slice(start), '', prompts), mode: last.mode },
    used: last.end,
  };
};
