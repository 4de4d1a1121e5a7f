import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** SHA-256 of a text, or of a file; undefined where the file cannot be read. */
export const digestOf = (content: { readonly text: string } | { readonly file: string }): string | undefined => {
  const hash = createHash('sha256');
  if ('text' in content) return hash.update(content.text, 'utf8').digest('hex');
  try {
    return hash.update(readFileSync(content.file)).digest('hex');
  } catch {
    return undefined;
  }
};
