/** What is copied from a terminal and typed again stays on one line, however long: a command, up to its end. */
const words = /\s*(?:(?:npx )?tunnelwright .*|\S+)/g;

const folded = (line: string, columns: number): string => {
  if ([...line].length <= columns) return line;
  const indent = /^\s*(?:→ )?/.exec(line)![0];
  const below = ' '.repeat(indent.length + (indent.includes('→') ? 0 : 2));
  const [first = '', ...more] = line.slice(indent.length).match(words) ?? [];
  const rows = [`${indent}${first}`];
  for (const word of more) {
    const longer = `${rows.at(-1)!}${word}`;
    if ([...longer].length <= columns) rows[rows.length - 1] = longer;
    else rows.push(`${below}${word.trimStart()}`);
  }
  return rows.join('\n');
};

/** Sentences broken between words, where a terminal would break them in the middle of one. `columns`: undefined elsewhere. */
export const wrapped = (text: string, columns: number | undefined): string =>
  columns === undefined || columns < 40
    ? text
    : text
        .split('\n')
        .map((line) => folded(line, columns))
        .join('\n');
