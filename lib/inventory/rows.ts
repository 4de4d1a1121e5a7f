import { problem, ProblemError, type Problem } from '../kernel/problem';
import { byColumns, byRowSchema, type Columns, type Judged, type ReadRow, type RowSchema } from './schema';

const nameOf = (row: unknown): string | undefined => {
  const name = typeof row === 'object' && row !== null && 'name' in row ? row.name : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** Rows of one name, which would be two devices of one id. */
const repeated = (rows: readonly (readonly [at: string, row: unknown])[]): readonly Problem[] => {
  const seen = new Map<string, string>();
  return rows.flatMap(([at, row]) => {
    const name = nameOf(row);
    if (name === undefined) return [];
    const before = seen.get(name);
    if (before === undefined) seen.set(name, at);
    return before === undefined
      ? []
      : [problem('inventory.name', at, `the name ${name} is at ${before} too`, 'give each a name of its own')];
  });
};

const nameOfColumn = (column: string): string => column.replace(/\?$/, '');

const missingColumns = (
  read: readonly ReadRow[],
  columns: Columns,
  file: string,
): readonly { readonly name: string; readonly problem: Problem }[] => {
  const [first] = read;
  if (first === undefined) return [];
  const has = Object.keys(first.values);
  return columns
    .map(nameOfColumn)
    .filter((name) => !has.includes(name))
    .map((name) => ({
      name,
      problem: problem('inventory.column', file, `has no column ${name}`, `its columns are ${has.join(', ')}`),
    }));
};

/** Every row checked. All that is wrong is said at once, with what is wrong with the table. */
export const checkedRows = <Row>(
  read: readonly ReadRow[],
  judge: (row: ReadRow) => Judged<Row>,
  before: readonly Problem[] = [],
): readonly Readonly<Row>[] => {
  const judged = read.map((row) => [row.at, row.fault === undefined ? judge(row) : { problems: [row.fault] }] as const);
  const good = judged.flatMap(([at, result]) => ('row' in result ? [[at, result.row] as const] : []));
  const bad = judged.flatMap(([, result]) => ('row' in result ? [] : result.problems));
  const problems = [...before, ...bad, ...repeated(good)];
  if (problems.length > 0) throw new ProblemError(problems);
  return good.map(([, row]) => Object.freeze(row));
};

/** The rows of a table of which every row has the same columns. */
export const tableRows = (
  read: readonly ReadRow[],
  shape: Columns | RowSchema<unknown>,
  file: string,
): readonly unknown[] => {
  if (!isColumns(shape)) return checkedRows(read, byRowSchema(shape));
  const missing = missingColumns(read, shape, file);
  const there = shape.filter((column) => !missing.some(({ name }) => name === nameOfColumn(column)));
  return checkedRows(
    read,
    byColumns(there),
    missing.map(({ problem: each }) => each),
  );
};

/** The rows of a document in which each says its own members. */
export const documentRows = (read: readonly ReadRow[], shape: Columns | RowSchema<unknown>): readonly unknown[] =>
  isColumns(shape) ? checkedRows(read, byColumns(shape)) : checkedRows(read, byRowSchema(shape));

const isColumns = (shape: Columns | RowSchema<unknown>): shape is Columns => Array.isArray(shape);
