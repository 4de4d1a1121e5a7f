import { createInterface } from 'node:readline';
import { visible } from '../kernel/text';
import { streams } from './output/streams';

export type Answer = 'yes' | 'no' | 'interrupted';

/** Where a question is seen: standard error, unless that goes to a file. */
const seen = (): NodeJS.WriteStream | undefined => [streams.error, streams.out].find((stream) => stream.isTTY);

/** Asks a person, who answers the word (yes) or anything else. No is also: no terminal, Ctrl-D, a terminal that is closed. */
export const ask = async (lines: readonly string[], question: string, word = 'yes'): Promise<Answer> => {
  const output = seen();
  if (!process.stdin.isTTY || output === undefined) return 'no';
  for (const line of lines) output.write(`${visible(line)}\n`);
  return new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output });
    let answer: Answer | undefined;
    const end = (given: Answer): void => {
      answer ??= given;
      terminal.close();
    };
    terminal.on('SIGINT', () => end('interrupted'));
    // A question that is put to sleep would hold its locks, and under npx the terminal with them.
    terminal.on('SIGTSTP', () => output.write(' (Ctrl-Z does not work here: answer, or press Ctrl-C) '));
    terminal.on('close', () => {
      // Ctrl-C and Ctrl-D leave the cursor behind the question.
      if (answer === undefined || answer === 'interrupted') output.write('\n');
      resolve(answer ?? 'no');
    });
    const asked = visible(`${question} Only ${word} is taken: `);
    terminal.question(asked, (text) => end(text.trim() === word ? 'yes' : 'no'));
  });
};
