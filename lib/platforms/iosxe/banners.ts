import type { Quoting } from '../../desired/cli/quoting';

const etx = String.fromCharCode(3);

/**
 * The commands of IOS-XE whose text goes on until a delimiter, the character that follows them; a device prints its own as
 * `^C`. Only behind these does `^C` delimit anything: in a description or a key it is text. Besides a banner a file that a
 * person wrote is not read with delimiters of their choice: `menu M title #` is rare, and `#` in a line is not.
 */
const delimited: readonly RegExp[] = [
  new RegExp(`^banner (?:exec|incoming|login|motd|prompt-timeout|slip-ppp|config-save) (\\^C|\\S|${etx})`),
  new RegExp(`^menu \\S+ (?:title|prompt|status-line) (\\^C|${etx})`),
  new RegExp(`^aaa authentication (?:banner|fail-message) (\\^C|${etx})`),
  new RegExp(`^ip (?:admission|auth-proxy) auth-proxy-banner \\S+ (\\^C|${etx})`),
  new RegExp(`^busy-message \\S+ (\\^C|${etx})`),
  // Inside a block: of an authorization policy, a client group, a web authentication, a terminal line.
  new RegExp(`^\\s+(?:banner(?: text)?|vacant-message|refuse-message) (\\^C|${etx})`),
];

/** A macro is printed line by line, and ends with an `@` alone. */
const macro = /^macro name \S/;

/** Text of several lines as IOS-XE prints it. */
export const quoting: Quoting = (line) => {
  if (!/banner|-message|menu|macro|auth-proxy/.test(line)) return undefined;
  if (macro.test(line)) return (next, isFirst) => !isFirst && next.trimEnd() === '@';
  for (const opens of delimited) {
    const found = opens.exec(line);
    if (found === null) continue;
    const delimiter = found[1]!;
    return (next, isFirst) => (isFirst ? next.slice(found[0].length) : next).includes(delimiter);
  }
  return undefined;
};

export interface Apart {
  /** The text with empty lines in place of the banners, so that the numbers of all other lines stay. */
  readonly text: string;
  /** Each line of a banner as it stands, `banner` and delimiters among them. */
  readonly banners: readonly { readonly line: number; readonly text: string }[];
  /** A line within such a text that opens another one: the end of the first was not printed, or not seen. */
  readonly unclosed?: string;
}

/**
 * Text of several lines at the top level can look like commands; it is not configuration of ours. What `noise` knows, like
 * log lines, is taken out wherever it stands outside of such a text: inside a block one keeps all of its lines.
 */
export const bannersApart = (text: string, noise: (line: string) => boolean = () => false): Apart => {
  let ends: ReturnType<Quoting>;
  let isTop = false;
  let unclosed: string | undefined;
  const banners: { line: number; text: string }[] = [];
  const kept = text.split('\n').map((line, at) => {
    const begins = ends === undefined;
    if (begins) {
      ends = quoting(line);
      if (ends === undefined) return noise(line) ? '' : line;
      isTop = !/^\s/.test(line);
    } else if (isTop && quoting(line) !== undefined && !/^\s/.test(line)) unclosed ??= line;
    const inTop = isTop;
    if (ends!(line, begins)) ends = undefined;
    if (inTop) banners.push({ line: at + 1, text: line });
    return inTop ? '' : line;
  });
  return { text: kept.join('\n'), banners, ...(unclosed === undefined ? {} : { unclosed }) };
};
