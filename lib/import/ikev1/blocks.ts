/** A block of a configuration: its line, and those below it, without indents and comments. */
export interface Block {
  readonly line: string;
  readonly below: readonly string[];
}

/** The blocks of a file, from the top. */
export const blocksOf = (source: readonly string[]): readonly Block[] => {
  const blocks: { line: string; below: string[] }[] = [];
  for (const raw of source) {
    const text = raw.trim();
    if (text === '' || text.startsWith('!')) continue;
    if (/^\s/.test(raw)) blocks.at(-1)?.below.push(text);
    else blocks.push({ line: text, below: [] });
  }
  return blocks;
};

/** What follows these words on the first of the lines that begins with them. */
export const after = (lines: readonly string[], lead: string): string | undefined =>
  lines
    .find((line) => line.startsWith(`${lead} `))
    ?.slice(lead.length + 1)
    .trim();

export const allAfter = (lines: readonly string[], lead: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`${lead} `)).map((line) => line.slice(lead.length + 1).trim());

export const numberIn = (text: string | undefined): number | undefined => {
  const digits = /\d+/.exec(text ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
};
