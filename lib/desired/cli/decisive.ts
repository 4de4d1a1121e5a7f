/** What decides what a block is, or what it applies to. */
export interface Decisive {
  /**
   * Lines on which that depends. Where no field understands one, the block is not read: an object with a condition left out
   * would apply to more than it does. An expression: as they are printed. `all`: each line; `headers`: of lines at the top
   * level that are one noun together, those at the top level.
   */
  readonly lines?: RegExp | 'all' | 'headers';
  /** Whether it is such an object at all, where another has a header like it: by its header and its lines. */
  is?(header: string, lines: readonly string[]): boolean;
}

/** Those of these lines, which no field understands, that decide. */
export const decidingIn = <L extends { readonly text: string }>(
  { lines }: Decisive,
  unknown: readonly L[],
): readonly L[] =>
  lines === 'all' ? unknown : lines instanceof RegExp ? unknown.filter(({ text }) => lines.test(text)) : [];

/** Whether the lines of a noun at the top level decide by themselves: with one that cannot be read it is not that noun. */
export const countsTogether = ({ lines }: Decisive = {}): boolean => lines === 'all' || lines === 'headers';
