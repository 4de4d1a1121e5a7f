import { quoted, type Quote } from '../../documents/document';
import type { SecretBook } from '../../desired/item';
import type { TextFile } from '../../desired/text/dialect';
import { fail } from '../../kernel/problem';
import { otherSecret } from '../../model/secret';

const marker = /<secret:[^<>\s]+>/g;

/** A value that ends its line would write lines of its own. */
const oneLine = (value: string, found: string): string =>
  /[\u0000-\u001f]/.test(value)
    ? fail('secret.unwritable', found, 'has a line break or another control character in it', 'write one line')
    : value;

/** The text with its secrets in it, as it goes to the disk. */
export const revealed = (text: string, quote: Quote | undefined, book: SecretBook): string =>
  quote === undefined ? text : text.replace(marker, (found) => quoted(quote, oneLine(book.reveal(found), found)));

/** Words before a secret in the files that hold secrets: `secret = "…"`, `Cleartext-Password := "…"`. */
const holding = /^(.*(?:secret|password|psk|key)\S*\s*:?=\s*).+$/i;
const masked = (line: string): string => line.replace(holding, (_line, lead: string) => lead + otherSecret);

/**
 * What is on the disk, its secrets taken out: a line that is what we would write stands as we would show it, and of
 * another the secret is not shown.
 */
export const liveText = (disk: string, wanted: TextFile, book: SecretBook): string => {
  const { quote, text } = wanted;
  if (quote === undefined) return disk;
  const shown = new Map(text.split('\n').map((line) => [revealed(line, quote, book), line]));
  return disk
    .split('\n')
    .map((line) => shown.get(line) ?? masked(line))
    .join('\n');
};
