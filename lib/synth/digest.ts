import { readFileSync } from 'node:fs';
import { sha256 } from '../kernel/json';

/** SHA-256 of a text, or of a file; undefined where the file cannot be read. */
export const digestOf = (content: { readonly text: string } | { readonly file: string }): string | undefined => {
  if ('text' in content) return sha256(content.text);
  try {
    return sha256(readFileSync(content.file));
  } catch {
    return undefined;
  }
};
