import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Traced } from './declaration';

/** Frames of this package, of other packages and of Node: no line of the user's program. */
const foreign = /[\\/]node_modules[\\/]|^node:|^<anonymous>$/;
const root = join(__dirname, '..', '..');
const ours = [join(root, 'lib'), join(root, 'constructs')].map((folder) => folder + sep);
const frame = /(?:\(|\bat (?:async )?)((?:file:\/\/)?[^()]+):(\d+):\d+\)?$/;

/** The line of the program that made a declaration, relative to the directory that it runs in. */
export const placeOf = (declaration: Traced): { readonly file: string; readonly line: number } | undefined => {
  for (const text of (declaration.trace.stack ?? '').split('\n').slice(1)) {
    const [, at = '', line = ''] = frame.exec(text) ?? [];
    const file = at.startsWith('file:') ? fileURLToPath(at) : at;
    if (file === '' || foreign.test(file) || ours.some((folder) => file.startsWith(folder))) continue;
    return { file: relative(process.cwd(), file).split(sep).join('/'), line: Number(line) };
  }
  return undefined;
};
