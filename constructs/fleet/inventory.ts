import { createRequire } from 'node:module';
import { readCsv } from '../../lib/inventory/csv';
import type { NetBoxDevice } from '../../lib/inventory/netbox-device';
import type { NetBoxQuery } from '../../lib/inventory/netbox-query';
import { checkedRows, documentRows, tableRows } from '../../lib/inventory/rows';
import type { Columns, ReadRow, RowOf, RowSchema } from '../../lib/inventory/schema';
import { forProgram, forProgramLater } from '../../lib/kernel/uncaught';
import { readYaml } from '../../lib/inventory/yaml';

export type { Columns, NetBoxDevice, NetBoxQuery, RowOf, RowSchema };

// Connections are loaded when a NetBox is asked.
const load = createRequire(__filename);

/**
 * The rows of a table from which a program makes its devices: `for (const site of sites) new IosXeRouter(stack, site.name,
 * …)`. Every row is checked when it is read, and all that is wrong is said at once, with file and line: it is thrown, and
 * where the program does not catch it, printed like other problems. Where rows have a `name`, no two have the same.
 */
export class Inventory<Row extends object> implements Iterable<Readonly<Row>> {
  private constructor(
    /** All rows in their order, frozen. */
    readonly rows: readonly Readonly<Row>[],
  ) {}

  /**
   * The rows of a CSV file (RFC 4180, in UTF-8; comma, semicolon or tab). Its first line names the columns; empty lines and
   * lines that begin with `#` are left out. `columns` are those that the program reads, and with a `?` those that may be
   * empty: `['name', 'host', 'vrf?']`. Values are text. The path is relative to where the program runs. Needs the package
   * `csv-parse`.
   */
  static fromCsv<const C extends Columns>(file: string, columns: C): Inventory<RowOf<C>>;
  /** The same, of rows that are what a schema makes of them: one of zod, or of another library that follows Standard Schema. */
  static fromCsv<Row extends object>(file: string, schema: RowSchema<Row>): Inventory<Row>;
  static fromCsv(file: string, shape: Columns | RowSchema<object>): Inventory<object> {
    return new Inventory(forProgram(() => tableRows(readCsv(file), shape, file)) as readonly object[]);
  }

  /**
   * The rows of a YAML file: a list of mappings, or a mapping of names to mappings, where `name` is the key. Values of
   * columns are text, numbers or booleans, and become text. Needs the package `yaml`.
   */
  static fromYaml<const C extends Columns>(file: string, columns: C): Inventory<RowOf<C>>;
  /** The same, of rows that are what a schema makes of them; it is given the values as YAML has them. */
  static fromYaml<Row extends object>(file: string, schema: RowSchema<Row>): Inventory<Row>;
  static fromYaml(file: string, shape: Columns | RowSchema<object>): Inventory<object> {
    return new Inventory(forProgram(() => documentRows(readYaml(file), shape)) as readonly object[]);
  }

  /**
   * The devices of a NetBox (REST API of 3.3 and later), read when the program runs: `await Inventory.fromNetBox({ url,
   * token: Secret.fromEnv('NETBOX_TOKEN'), filter: { role: 'vpn-router' } })`. A list that changed while it was read is
   * refused. Two runs may see two states of NetBox: review the plan, and apply that.
   */
  static async fromNetBox(query: NetBoxQuery): Promise<Inventory<NetBoxDevice>> {
    const { readNetBox } = load('../../lib/inventory/netbox') as {
      readonly readNetBox: (query: NetBoxQuery) => Promise<readonly ReadRow[]>;
    };
    return forProgramLater(async () => {
      const read = await readNetBox(query);
      return new Inventory(checkedRows(read, ({ values }) => ({ row: values as unknown as NetBoxDevice })));
    });
  }

  /** Rows that the program has from elsewhere. */
  static of<Row extends object>(rows: Iterable<Row>): Inventory<Row> {
    const read = [...rows].map((row, i) => ({
      at: `row ${i + 1}`,
      values: { ...row } as Readonly<Record<string, unknown>>,
    }));
    return new Inventory(forProgram(() => checkedRows(read, ({ values }) => ({ row: values as unknown as Row }))));
  }

  [Symbol.iterator](): Iterator<Readonly<Row>> {
    return this.rows[Symbol.iterator]();
  }

  /** What is made of each row, in their order: `spokes: branches.map(({ name, host }) => …)`. */
  map<Made>(make: (row: Readonly<Row>, index: number) => Made): readonly Made[] {
    return this.rows.map((row, index) => make(row, index));
  }

  /** Only the rows that have these values, or that pass this test: `sites.where({ region: 'south' })`. */
  where(chosen: Partial<Row> | ((row: Readonly<Row>) => boolean)): Inventory<Row> {
    const passes =
      typeof chosen === 'function'
        ? chosen
        : (row: Readonly<Row>): boolean =>
            Object.entries(chosen).every(([key, value]) => (row as Readonly<Record<string, unknown>>)[key] === value);
    return new Inventory(this.rows.filter(passes));
  }
}
