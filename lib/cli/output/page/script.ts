import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The modules of the script, each behind those that it imports. */
const modules = ['data', 'elements', 'panel', 'picture', 'search', 'theme', 'start'];

const textOf = (name: string): string => readFileSync(join(__dirname, 'browser', `${name}.mjs`), 'utf8');

/** Them as one: a page that is one file has nothing to import from. Names at their top are distinct. */
export const pageScript = (): string =>
  modules
    .map((name) =>
      textOf(name)
        .replace(/^import [^;]*;\n/gm, '')
        .replace(/^export /gm, ''),
    )
    .join('\n');
