import type * as CsvParse from 'csv-parse/sync';
import { fail, problem } from '../kernel/problem';
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
const headings = (file: string, cells: readonly string[]): readonly string[] => {
  const twice = cells.find((name, i) => cells.indexOf(name) < i);
  if (cells.includes(''))
    return fail('inventory.heading', file, 'a column has no heading', 'write a name above each column');
  if (twice !== undefined)
    return fail('inventory.heading', file, `two columns are called ${twice}`, 'give each a name of its own');
  return cells;
};

/** A line by its headings. One of another length may have any of its values in a wrong column. */
const rowOf = (at: string, names: readonly string[], cells: readonly string[]): ReadRow => {
  const values = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  if (cells.length === names.length) return { at, values };
  const length = `has ${cells.length === 1 ? '1 cell' : `${cells.length} cells`} for ${names.length} columns`;
  const remedy = 'write a separator for each empty cell, and quotes around a value that has one in it';
  return { at, values, fault: problem('inventory.length', at, length, remedy) };
};

interface Record {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The rows of a CSV text (RFC 4180): the first line names the columns, lines that begin with # are comments. */
export const readCsv = (file: string): readonly ReadRow[] => {
  const text = readText(file);
  const { parse, CsvError } = driver<typeof CsvParse>('csv-parse', file, 'csv-parse/sync');
  try {
    const [first, ...rows] = parse(text, {
      delimiter: delimiterOf(text),
      comment: '#',
      comment_no_infix: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    }) as unknown as readonly Record[];
    const names = headings(file, first?.record ?? []);
    return rows.map(({ record, info }) => rowOf(`${file}:${info.lines}`, names, record));
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
