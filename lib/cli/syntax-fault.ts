import { readFileSync } from 'node:fs';
import { problem, type Problem } from '../kernel/problem';

/** Where Node begins to say that a program has crashed: the place, and then a trace. */
const crash = /^(?:node:internal\/\S+|(?:file:\/\/)?\/\S.*|[A-Za-z]:[\\/].*):\d+$/m;

/** What of the words of a program is said at once, and what waits until it is known how the program ends. */
export const beforeCrash = (words: string): readonly [said: string, held: string] => {
  const at = crash.exec(words)?.index ?? words.length;
  return [words.slice(0, at), words.slice(at)];
};

/** `place:3:2: ERROR: what`, as the compiler says it; columns from 0. */
const compiled = /^(.+):(\d+):(\d+): ERROR: (.+)$/gm;

/** The line, with a mark below the column (from 0). Nothing where the file is gone. */
const frame = (file: string, line: number, column: number): string => {
  try {
    const text = readFileSync(file, 'utf8').split('\n')[line - 1];
    const before = `${line} | `;
    return text === undefined ? '' : `\n    ${before}${text}\n    ${' '.repeat(before.length + column)}^`;
  } catch {
    return '';
  }
};

/** What of a crash are mistakes in the language of the program, each with its place and its line. */
export const syntaxFaults = (words: string): readonly Problem[] =>
  words.includes('Transform failed with')
    ? [...words.matchAll(compiled)].map(([, file, line, column, what]) =>
        problem(
          'app.syntax',
          `${file}:${line}:${Number(column) + 1}`,
          `the program cannot be read: ${what}${frame(file!, Number(line), Number(column))}`,
          'correct the line; an editor shows it while you type',
        ),
      )
    : [];
