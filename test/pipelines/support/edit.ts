import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes a text in a file of a folder; throws where it is not there. */
export const replaceIn =
  (name: string, from: string, to: string) =>
  (folder: string): void => {
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.includes(from)) throw new Error(`${name} does not contain '${from}'`);
    writeFileSync(join(folder, name), text.replace(from, to));
  };
