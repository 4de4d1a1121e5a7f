import type { Quoting } from './quoting';

/** What of a text is no line, where each line stands by itself. */
export interface PlainSyntax {
  /** What a comment begins with. A line of it alone, or of it and a text, says nothing. */
  readonly comment: string;
  /** Lines that close a block and stand beside it: by each the words that the header of the block begins with. */
  readonly closers: Readonly<Record<string, string>>;
  /** Typed to leave a block for the one around it: in a text it says nothing that the indents do not. */
  readonly leave: string;
}

/**
 * How the command line of a platform is written, whatever its commands are: indented blocks, entered by their header, of
 * which each line is taken back by `no` in front of it.
 */
export interface CliSyntax extends PlainSyntax {
  /** Which text goes on over several lines: that is one line, however many it is printed on. */
  readonly quoting?: Quoting;
  /** Whether a device takes a line at the top level away by itself, without a word, with a block that is removed. */
  goesWith?(gone: { readonly header: string; readonly lines: readonly string[] }, line: string): boolean;
  /** What a person types to take a file away, by the place where it lies. */
  removeFile(at: string): string;
}
