import type * as CsvParse from 'csv-parse/sync';
import { fail } from '../kernel/problem';
import { quotedText } from '../kernel/limits';
import { driver } from './driver';
import { readText } from './read-text';
import type { ReadRow } from './schema';

/** What separates the columns, by the first line: spreadsheets of some countries write semicolons. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/** Headings, each once and with a name. */
const headings =
  (file: string) =>
  (cells: readonly string[]): string[] => {
    const names = cells.map((name) => name.trim());
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (names.includes(''))
      return fail('inventory.heading', file, 'a column has no heading', 'write a name above each column');
    if (twice !== undefined)
      return fail('inventory.heading', file, `two columns are called ${twice}`, 'give each a name of its own');
    return names;
  };

/** The rows of a CSV text (RFC 4180): the first line names the columns, lines that begin with # are comments. */
export const readCsv = (file: string): readonly ReadRow[] => {
  const text = readText(file);
  const { parse, CsvError } = driver<typeof CsvParse>('csv-parse', file, 'csv-parse/sync');
  try {
    const rows = parse(text, {
      columns: headings(file),
      delimiter: delimiterOf(text),
      comment: '#',
      comment_no_infix: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    }) as unknown as readonly { record: Record<string, string>; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ at: `${file}:${info.lines}`, values: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `:${error['lines']}` : '';
    return fail(
      'inventory.csv',
      `${file}${line}`,
      quotedText(error.message),
      'correct the line; RFC 4180 says how CSV is quoted',
    );
  }
};
