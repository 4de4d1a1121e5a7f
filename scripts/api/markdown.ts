/** Text inside a table cell: one line, and no bar that would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** A table; columns that are empty in every row are left out. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  if (rows.length === 0) return [];
  const used = head.map((_title, i) => rows.some((row) => (row[i] ?? '') !== ''));
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_text, i) => used[i])
      .map(cell)
      .join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
};

export const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/** The anchor that GitHub gives a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

export const link = (name: string): string => `[${name}](#${anchor(name)})`;

/** `Default: 10.` out of a doc comment, and what is left of it. */
export const splitDefault = (doc: string): { readonly text: string; readonly fallback: string } => {
  const found = /\s*\bDefault: ((?:[^.]|\.(?!\s|$))*)\.?(?=\s|$)/.exec(doc);
  if (found === null) return { text: doc.trim(), fallback: '' };
  const text = `${doc.slice(0, found.index)}${doc.slice(found.index + found[0].length)}`;
  return { text: text.trim(), fallback: found[1]!.trim() };
};

/** Headings within the page of a class. */
const parts: ReadonlySet<string> = new Set(['Example', 'Examples', 'Props', 'Members']);

/** Headings and table rows that say nothing about what they name; parts of a prop (`dpd.mode`) may stay silent. */
export const undocumented = (lines: readonly string[]): readonly string[] => {
  let section = '';
  return lines.flatMap((line, i) => {
    const heading = /^##? (\w+)$/.exec(line)?.[1];
    if (heading !== undefined && !parts.has(heading)) {
      section = heading;
      // Props of a class are explained where the class is.
      return !heading.endsWith('Props') && /^(\||#|```)/.test(lines[i + 2] ?? '') ? [section] : [];
    }
    const name = /^\| `(\w+|[\w.]+(?=\())(?:\([^`]*)?` \|(?:.*\|)?  \|$/.exec(line)?.[1];
    return name === undefined || !/^\| (Prop|Member)/.test(headOf(lines, i)) ? [] : [`${section}.${name}`];
  });
};

const headOf = (lines: readonly string[], at: number): string =>
  lines[lines.slice(0, at).findLastIndex((line) => line === '') + 1]!;
