import { bare, lineBeginning } from './streams';

/** What is copied from a terminal and typed again stays on one line, however long: a command, up to its end. */
const words = /\s*(?:(?:npx )?tunnelwright .*|\S+)/g;

/** How many columns a text takes, colours aside. */
const widthOf = (text: string): number => [...bare(text)].length;

const folded = (line: string, columns: number, parts = words): string => {
  if (widthOf(line) <= columns) return line;
  const indent = lineBeginning.exec(line)![0];
  const below = ' '.repeat(widthOf(indent) + (/\S/.test(bare(indent)) ? 0 : 2));
  const [first = '', ...more] = line.slice(indent.length).match(parts) ?? [];
  const rows = [`${indent}${first}`];
  for (const word of more) {
    const longer = `${rows.at(-1)!}${word}`;
    if (widthOf(longer) <= columns) rows[rows.length - 1] = longer;
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

/** Rows of a picture that is drawn again and again: each fits into the window, and nothing is cut off. */
export const rowsOf = (line: string, columns: number): readonly string[] =>
  folded(line, columns, /\s*\S+/g)
    .split('\n')
    .flatMap((row) => ([...row].length <= columns ? [row] : chunks(row, columns)));

const chunks = (row: string, columns: number): readonly string[] => {
  const signs = [...row];
  const size = Math.max(1, columns);
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, n) =>
    signs.slice(n * size, (n + 1) * size).join(''),
  );
};
