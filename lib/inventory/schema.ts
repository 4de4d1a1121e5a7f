import { problem, type Problem } from '../kernel/problem';

/** What is wrong with a value, and where in it. */
export interface RowIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/**
 * A schema of any library that follows Standard Schema (standardschema.dev), as zod, Valibot and ArkType do. It checks a row
 * and gives it its types: `z.object({ name: z.string(), host: z.ipv4(), asn: z.coerce.number() })`.
 */
export interface RowSchema<Row> {
  readonly '~standard': {
    readonly validate: (value: unknown) => RowResult<Row> | Promise<RowResult<Row>>;
  };
}

/** What a schema says of a row: the row, or what is wrong with it. */
export type RowResult<Row> =
  { readonly value: Row; readonly issues?: undefined } | { readonly issues: readonly RowIssue[] };

/** Names of columns: `'host'` must have a value in every row, `'vrf?'` may be empty. */
export type Columns = readonly string[];

/** The row that columns make: text for each, undefined where one that may be empty is. */
export type RowOf<C extends Columns> = {
  readonly [K in C[number] as K extends `${string}?` ? never : K]: string;
} & { readonly [K in C[number] as K extends `${infer Name}?` ? Name : never]: string | undefined };

/** A row as it was read, and where: `branches.csv:12`. */
export interface ReadRow {
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Why its values cannot be told: then nothing else is said of it. */
  readonly fault?: Problem;
}

/** A row, or why it is none. */
export type Judged<Row> = { readonly row: Row } | { readonly problems: readonly Problem[] };

const keyOf = (part: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

/** Checks a row with a schema. */
export const byRowSchema =
  <Row>(schema: RowSchema<Row>) =>
  ({ at, values }: ReadRow): Judged<Row> => {
    const result = schema['~standard'].validate(values);
    if (result instanceof Promise)
      return {
        problems: [problem('inventory.schema', at, 'its schema checks asynchronously', 'use a schema that does not')],
      };
    if (!result.issues) return { row: result.value };
    return {
      problems: result.issues.map(({ message, path = [] }) =>
        problem('inventory.row', at, path.length === 0 ? message : `${path.map(keyOf).join('.')}: ${message}`),
      ),
    };
  };

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

const cell = (column: string, { at, values }: ReadRow): string | undefined | Problem => {
  const name = column.replace(/\?$/, '');
  const value = values[name];
  const text = textOf(value ?? '');
  if (text === undefined)
    return problem(
      'inventory.value',
      at,
      `${name} is not one value`,
      'write text or a number there, or give a schema in place of the names',
    );
  if (text !== '') return text;
  if (column.endsWith('?')) return undefined;
  return problem('inventory.empty', at, `${name} is empty`, `write it, or say that it may be empty: '${name}?'`);
};

const isProblem = (value: string | undefined | Problem): value is Problem => typeof value === 'object';

/** Takes the values of columns from a row, as text. */
export const byColumns =
  <const C extends Columns>(columns: C) =>
  (read: ReadRow): Judged<RowOf<C>> => {
    const cells = columns.map((column) => [column.replace(/\?$/, ''), cell(column, read)] as const);
    const problems = cells.map(([, value]) => value).filter(isProblem);
    return problems.length > 0 ? { problems } : { row: Object.fromEntries(cells) as RowOf<C> };
  };
