/** Where the types that a page names are explained: a line of links below each table of props. */

/** The cells of a row; a bar with a backslash is of its cell. */
const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

const namesIn = (type: string): readonly string[] => type.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? [];

/** The names in the column `Type` of the table that begins at a line. */
const namedIn = (rows: readonly string[]): readonly string[] => {
  const [head = ''] = rows;
  const at = cellsOf(head).indexOf('Type');
  return at === -1 ? [] : rows.slice(2).flatMap((row) => namesIn(cellsOf(row)[at] ?? ''));
};

/** `linkTo`: the address of a type as seen from the page; undefined where it has none, or is the page itself. */
export const withTypeLinks = (
  lines: readonly string[],
  linkTo: (name: string) => string | undefined,
): readonly string[] => {
  let table: string[] = [];
  return lines.flatMap((line): readonly string[] => {
    if (line.startsWith('|')) {
      table.push(line);
      return [line];
    }
    const names = [...new Set(namedIn(table))].sort();
    table = [];
    const links = names.flatMap((name) => {
      const address = linkTo(name);
      return address === undefined ? [] : [`[${name}](${address})`];
    });
    return links.length === 0 ? [line] : [line, `Types: ${links.join(', ')}.`, ''];
  });
};
