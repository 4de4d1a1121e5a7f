/** A noun that is a whole file. */
export interface Document {
  /** Name of the file, without a folder. */
  readonly name: string;
  /** What is in it. Secrets stand as their markers. */
  readonly text: string;
  /** How a secret is written between quotes in it. Default: nothing in it is a secret. */
  readonly quote?: Quote;
}

/** Which quotes stand around it: that quote, and a backslash, have a backslash before them. */
export type Quote = 'single' | 'double';

const escapes: Readonly<Record<Quote, (value: string) => string>> = {
  single: (value) => value.replace(/[\\']/g, '\\$&'),
  double: (value) => value.replace(/[\\"]/g, '\\$&'),
};
/** A secret as it is written between the quotes of a document. */
export const quoted = (quote: Quote, value: string): string => escapes[quote](value);
