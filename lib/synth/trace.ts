import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Traced } from './declaration';

/** Frames of this package, of other packages and of Node: no line of the user's program. */
const foreign = /[\\/]node_modules[\\/]|^node:|^<anonymous>$/;
const root = join(__dirname, '..', '..');
const ours = [join(root, 'lib'), join(root, 'constructs')].map((folder) => folder + sep);
const frame = /(?:\(|\bat (?:async )?)((?:file:\/\/)?[^()]+):(\d+):\d+\)?$/;

interface Frame {
  readonly file: string;
  readonly line: number;
}

const framesOf = ({ stack = '' }: Error): readonly Frame[] =>
  stack
    .split('\n')
    .map((text) => frame.exec(text))
    .flatMap((found) => {
      const [, at = '', line = ''] = found ?? [];
      return at === '' ? [] : [{ file: at.startsWith('file:') ? fileURLToPath(at) : at, line: Number(line) }];
    });

const isProgram = ({ file }: Frame): boolean => !foreign.test(file) && !ours.some((folder) => file.startsWith(folder));
const shown = ({ file, line }: Frame): Frame => ({ file: relative(process.cwd(), file).split(sep).join('/'), line });

/** The line of the program that made a declaration, relative to the directory that it runs in. */
export const placeOf = ({ trace }: Pick<Traced, 'trace'>): Frame | undefined => {
  const found = framesOf(trace).find(isProgram);
  return found && shown(found);
};

/** The line of the program from which something was called that failed; undefined where the program failed itself. */
export const calledFrom = (error: Error): Frame | undefined => {
  const [first, ...rest] = framesOf(error);
  const found = rest.find(isProgram);
  return first === undefined || isProgram(first) ? undefined : found && shown(found);
};
