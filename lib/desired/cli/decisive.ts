/** What decides what a block is, or what it applies to. */
export interface Decisive {
  /**
   * Lines on which that depends, as they are printed. Where no field understands one, the block is not read: an object
   * with a condition left out would apply to more than it does.
   */
  readonly lines?: RegExp;
  /** Whether it is such an object at all, where another has a header like it: by its header and its lines. */
  is?(header: string, lines: readonly string[]): boolean;
}
