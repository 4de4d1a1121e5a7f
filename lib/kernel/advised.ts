/** What the command of this process was given, in words that another command takes too. */
interface Given {
  /** Where its program is: `--app`, `--manifest`. */
  readonly program: readonly string[];
  /** Where its ledgers and its devices are: `--ledger`, `--store`, `--ledger-key`, `--lab`. */
  readonly place: readonly string[];
}

let given: Given = { program: [], place: [] };

/** Called once, when the words of a command have been read. */
export const commandWasGiven = (words: Given): void => void (given = words);

/** A word as a shell takes it. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A package that is installed in a project is on no path of a shell. */
const starter = (): string =>
  /[\\/]node_modules[\\/]\.bin[\\/]tunnelwright(?:\.\w+)?$/.test(process.argv[1] ?? '')
    ? 'npx tunnelwright'
    : 'tunnelwright';

/** A command as it can be typed. */
export const typed = (words: readonly string[]): string => [starter(), ...words.map(shellWord)].join(' ');

/** Commands that take less than all that says where things are. */
const takes: Readonly<Record<string, readonly (keyof Given)[]>> = {
  init: [],
  show: [],
  inspect: [],
  synth: ['program'],
  lint: ['program'],
  graph: ['program'],
  lab: ['program'],
};

/** A command that a person is advised to type: it finds the same program, devices and ledgers as the one that says it. */
export const advised = (...words: readonly string[]): string =>
  typed([...words, ...(takes[words[0]!] ?? (['program', 'place'] as const)).flatMap((part) => given[part])]);
