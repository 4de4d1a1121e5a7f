import { fail } from '../../kernel/problem';

/** What stands in a section: a key with its value, or a comment or blank line, which has neither. */
export interface IniLine {
  /** As it stands, with the lines that continue its value. */
  readonly text: string;
  /** In small letters, as Python's configparser reads it. */
  readonly key?: string;
  readonly value?: string;
  /** Its first line in the file, from 1. */
  readonly line: number;
}

/** A section of an INI file. What stands before the first has no name. */
export interface IniBlock {
  readonly name: string | undefined;
  /** The header as it stands. */
  readonly header: string | undefined;
  readonly lines: readonly IniLine[];
}

/** A line that the reader of the file would stop at. */
export interface IniFault {
  readonly line: number;
  readonly words: string;
}

interface Open {
  readonly name: string | undefined;
  readonly header: string | undefined;
  readonly lines: IniLine[];
}

const isNote = (text: string): boolean => /^\s*([#;]|$)/.test(text);

const lineOf = (text: string, line: number): IniLine => {
  const [, key, value] = /^\s*([^\s:=][^:=]*?)\s*[:=]\s*(.*?)\s*$/s.exec(text) ?? [];
  return key === undefined ? { text, line } : { text, line, key: key.toLowerCase(), value: value! };
};

/**
 * Reads an INI file in the dialect of Python's configparser, which the Duo proxy reads its file with: `#` and `;` begin a
 * comment only at the start of a line, so that a secret may hold them; keys are without case; an indented line goes on
 * with the value above it.
 */
export const parseIni = (
  text: string,
): { readonly blocks: readonly IniBlock[]; readonly faults: readonly IniFault[] } => {
  const blocks: Open[] = [{ name: undefined, header: undefined, lines: [] }];
  const faults: IniFault[] = [];
  text.split('\n').forEach((raw, at) => {
    const line = at + 1;
    const block = blocks[blocks.length - 1]!;
    const last = block.lines[block.lines.length - 1];
    const bare = raw.replace(/\r$/, '');
    const header = /^\[([^\]]+)\]/.exec(bare);
    if (isNote(bare)) block.lines.push({ text: raw, line });
    else if (/^\s/.test(bare) && last?.key !== undefined)
      block.lines[block.lines.length - 1] = {
        ...last,
        text: `${last.text}\n${raw}`,
        value: `${last.value}\n${bare.trim()}`,
      };
    else if (header) {
      const name = header[1]!;
      if (blocks.some((other) => other.name?.toLowerCase() === name.toLowerCase()))
        faults.push({ line, words: `the section [${name}] occurs twice` });
      blocks.push({ name, header: raw, lines: [] });
    } else {
      const entry = lineOf(raw, line);
      if (entry.key === undefined || block.name === undefined)
        faults.push({ line, words: block.name === undefined ? 'it is in no section' : 'it is not key=value' });
      else if (block.lines.some(({ key }) => key === entry.key))
        faults.push({ line, words: `the key ${entry.key} occurs twice in [${block.name}]` });
      block.lines.push(entry);
    }
  });
  return { blocks, faults };
};

/** The file of which these are the blocks: what was read comes back to the byte. */
export const renderIni = (blocks: readonly IniBlock[]): string =>
  blocks
    .flatMap(({ header, lines }) => [...(header === undefined ? [] : [header]), ...lines.map(({ text }) => text)])
    .join('\n');

/** The blocks of a file, or a refusal: nothing is planned on what its own reader would not take. */
export const soundIni = (text: string, target: string, file: string): readonly IniBlock[] => {
  const { blocks, faults } = parseIni(text);
  const [first] = faults;
  if (first === undefined) return blocks;
  return fail(
    'device.unparseable',
    target,
    `line ${first.line} of ${file} cannot be read: ${first.words}. Nothing is planned on such a reading`,
    'correct the file by hand; the service would not start with it',
  );
};
