import type { Bag, Entry } from './entry';

/** What one noun is as CLI text. */
export interface Section {
  /** Its identity, and the line that enters the block: `crypto ikev2 profile P`. */
  readonly header: string;
  /** What follows on the header line and is replaced by typing it again. */
  readonly args?: string;
  /** What is typed, where `args` do not stand behind the header. */
  readonly line?: string;
  readonly entries: readonly Entry[];
  /**
   * `block`: lines below the header. `line`: the header is all. `top`: the entries stand at the top level. `file`: the
   * header is where a file lies, and its entry is the digest of it.
   */
  readonly shape: 'block' | 'line' | 'top' | 'file';
  /** What is in the file. Neither live nor in the ledger, where the digest is enough. */
  readonly content?: string;
  readonly ownership: 'exclusive' | 'lines';
  readonly shared?: boolean;
  /** What the noun says that is not a line: for operations. It is not compared and not remembered. */
  readonly operates?: Bag;
  /** Declared only, beside `operates`: leads of lines that operations type or import, whatever is declared. */
  readonly operatedLines?: readonly string[];
  /** Live only: what is lost with it and no configuration brings back, `its certificates`. */
  readonly holds?: string;
  /** What removes it, where that is not `no` and its header. */
  readonly removal?: string;
  /** What follows on its line stays: another value needs another name. */
  readonly immutable?: boolean;
  /** A line that is replaced by typing it again. */
  readonly retype?: boolean;
  /** Declared only: headers that cannot be there beside its own. */
  readonly rivals?: readonly string[];
  /** Ledger only: we made the block, so removing the construct removes it whole. */
  readonly created?: boolean;
  /** Ledger only, of a block that we created: lines that the device printed in it by itself. */
  readonly printed?: readonly string[];
}

/** A line at the top level as a grammar understands it. */
export interface HeaderOf {
  readonly header: string;
  readonly args?: string;
  /** The line as it is typed, where `args` do not stand behind the header. */
  readonly line?: string;
  /** The fields that stand on the line itself. */
  readonly noun: Bag;
}
