import type { Problem } from '../kernel/problem';

/**
 * Something done on a device that is not configuration: a key made, a certificate fetched. It is planned beside the
 * changes, done after they are confirmed and saved, and never taken back.
 */
export interface Operation {
  /** Of the declared object that asks for it. */
  readonly address: string;
  /** Construct path. */
  readonly path: string;
  readonly kind: 'generate-key' | 'authenticate-ca' | 'enroll' | 'import' | 'destroy' | 'activate';
  /** What is done, for a person. */
  readonly words: string;
  /** A key or a certificate that is there is lost by it: done only when that is allowed. */
  readonly destroys?: boolean;
  /** The target cannot say whether it was done, and it is not done twice: the ledger remembers it. */
  readonly once?: boolean;
}

/** What is left to do besides the configuration. */
export interface Todo {
  /** In the order in which they are done. */
  readonly operations: readonly Operation[];
  /** What a person or a server does first: `waiting for the certificate in FILE`. */
  readonly waiting: readonly string[];
  /** Why some of it cannot be done as declared. */
  readonly problems: readonly Problem[];
}

export const nothingToDo: Todo = { operations: [], waiting: [], problems: [] };
