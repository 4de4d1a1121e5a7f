/**
 * Characters that a terminal acts on, or that make a text look like another: control characters (C0 without tab and line
 * feed, DEL, C1), what turns the direction of writing, what has no width, separators of lines and paragraphs, tags,
 * noncharacters and halves of surrogate pairs.
 */
const hiddenSet =
  '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufdd0-\\ufdef\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}\\p{Cs}';
const hidden = new RegExp(`[${hiddenSet}]`, 'u');
/** A carriage return before a line feed is half of a line break, as some devices and files write it. */
const shown = new RegExp(`(?!\\r\\n)[${hiddenSet}]`, 'gu');

const escaped = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/** The text with what is hidden in it written out: `\u{1b}` for an escape. Tabs and line breaks stay. */
export const visible = (text: string): string => text.replace(shown, escaped);

/** One line of text without anything hidden in it. */
export const plainLine = new RegExp(`^[^${hiddenSet}\\t\\n]*$`, 'u');
/** The same over several lines. */
export const plainLines = new RegExp(`^(?:\\r\\n|[^${hiddenSet}])*$`, 'u');
export const isPlainLine = (text: string): boolean => plainLine.test(text);

/** A word that becomes a part of the name of a file and of a command: the id of a stack or of a target. */
export const fileWord = /^[\p{L}\p{N}_][\p{L}\p{N}_.:+@-]{0,99}$/u;
export const fileWordRemedy = '1 to 100 letters, digits or _ . : + @ -, beginning with a letter, a digit or _';

const inJson = new RegExp(`[${hiddenSet}]`, 'gu');
const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
/** JSON text with what is hidden in its strings as JSON escapes: the same value, and nothing that a terminal acts on. */
export const visibleJson = (json: string): string =>
  hidden.test(json)
    ? json.replace(inJson, (character) =>
        Array.from({ length: character.length }, (_, i) => unit(character.charCodeAt(i))).join(''),
      )
    : json;
