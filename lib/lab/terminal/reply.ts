/** A question that the router asks and whose answer decides how it goes on. */
export interface Ask {
  readonly prompt: string;
  /** Not echoed. */
  readonly hidden?: boolean;
  /** One key answers, as at `[confirm]`. */
  readonly key?: boolean;
  readonly answer: (text: string) => Reply;
}

/** What the router does with one line. */
export interface Reply {
  /** Lines parted by `\n`, without the last line break. */
  readonly text?: string;
  readonly ask?: Ask;
  /** It takes a while: what comes behind the text. What is typed meanwhile waits. */
  readonly later?: Promise<Reply>;
  /** Into configuration mode and out of it, to and from the privileged commands, or away. */
  readonly move?: 'config' | 'exec' | 'enable' | 'disable' | 'logout';
  /** `drop`: cut the connection behind the text. `hang`: never answer again. */
  readonly fate?: 'drop' | 'hang';
  /** Lines on a page, 0 for all. */
  readonly page?: number;
  /** The text is printed as it is, cut wherever it is cut. */
  readonly raw?: boolean;
}

/** Where a line stops making sense: by the number of the word. */
export interface Miss {
  readonly miss: 'invalid' | 'incomplete' | 'ambiguous';
  readonly at: number;
}
