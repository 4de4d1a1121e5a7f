import { resolve } from 'node:path';
import { shellWord } from '../../kernel/advised';

/** What a person types next in a project that was written into this directory, as a shell takes it from here. */
export const nextSteps = (directory: string, commands: readonly string[]): readonly string[] => [
  '',
  'Next:',
  ...(resolve(directory) === process.cwd() ? [] : [`  cd ${shellWord(directory)}`]),
  ...commands.map((each) => `  ${each}`),
];
