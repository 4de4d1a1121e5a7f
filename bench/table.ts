export type Row = Readonly<Record<string, string>>;

/** The fastest of several runs: what the machine can do when nothing else disturbs it. */
export const milliseconds = (work: (run: number) => unknown, runs: number): number => {
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
  return Math.min(...times);
};

export const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** A table in Markdown. */
export const table = (rows: readonly Row[]): string => {
  const heads = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map((row) => line(heads.map((head) => row[head] ?? ''))),
  ].join('\n');
};
