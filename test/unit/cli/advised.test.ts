/** Commands that messages advise: each is whole, is known to the command line, and finds what the one before it found. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { program } from '../../../lib/cli/command-line';
import { advised, commandWasGiven } from '../../../lib/kernel/advised';

const filesBelow = (directory: string): readonly string[] =>
  readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

/** Not messages of a command that has run: files for people, what a new project is told, and what is read elsewhere. */
const elsewhere =
  /^lib\/(?:cli\/templates\/|cli\/commands\/init\.ts|cli\/commands\/rollout\/|cli\/importing\/|cli\/commands\/import\.ts|cli\/output\/markdown\.ts|inventory\/|import\/|rollout\/|run\/rollout\/)/;
const sources = filesBelow('lib')
  .filter((file) => file.endsWith('.ts') && !elsewhere.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const root = program(() => undefined);
const commandOf = (words: readonly string[], at: Command = root): Command => {
  const next = at.commands.find((one) => one.name() === words[0]);
  return next === undefined ? at : commandOf(words.slice(1), next);
};

/** The words of each `advised(…)` in the code, with a word in the place of what is only known when it is said. */
const said = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\badvised\(((?:'[^']*'|[^()'])*)\)/g)]
    .map(([, words]) => words!.split(',').map((word) => /^\s*'(.*)'\s*$/.exec(word)?.[1] ?? 'x'))
    .filter(([first]) => first !== 'x' && !first!.includes(' '))
    .map((words) => ({ file, words })),
);

afterEach(() => commandWasGiven({ program: [], place: [] }));

test('messages advise a dozen commands and more', () => {
  expect(new Set(said.map(({ words }) => words.join(' '))).size).toBeGreaterThan(12);
});

test.each(said.map(({ file, words }) => [words.join(' '), file, words] as const))(
  'tunnelwright %s (%s) is known, with all that it takes from the command before',
  (_name, _file, words) => {
    commandWasGiven({
      program: ['--app', 'main.ts'],
      place: ['--store', 's3://ledgers/x', '--ledger-key', 'env:K', '--lab', '.lab/lab.json'],
    });
    const command = commandOf(words);
    expect(command).not.toBe(root);
    const options = advised(...words).match(/--[a-z-]+/g) ?? [];
    const known = command.options.map(({ long }) => long);
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
    for (const option of ['--app', '--store', '--ledger-key', '--lab'])
      if (known.includes(option)) expect(options).toContain(option);
  },
);

test('no message writes a command by hand, without what it needs', () => {
  const names = root.commands.map((command) => command.name()).join('|');
  const byHand = new RegExp(`^(?!\\s*(?:/?\\*|//)).*['\`\\\\: (]tunnelwright (?:${names})\\b.*$`, 'gm');
  const found = sources.flatMap(({ file, text }) =>
    [...text.matchAll(byHand)]
      .map(([line]) => `${file}: ${line.trim()}`)
      // What an option or an argument is, and names of suites.
      .filter((line) => !/\.(?:option|argument)\(|: 'tunnelwright (?:plan|lint)'|^\S+ (?:'talk to|\* )/.test(line)),
  );
  expect(found).toEqual([]);
});

test('a command is typed as it can be found: by npx where the package is installed in a project', () => {
  const [, before] = process.argv;
  try {
    process.argv[1] = '/home/me/network/node_modules/.bin/tunnelwright';
    expect(advised('runs')).toBe('npx tunnelwright runs');
    process.argv[1] = '/usr/local/bin/tunnelwright';
    expect(advised('state', 'mv', 'net/edge', "it's")).toBe(String.raw`tunnelwright state mv net/edge 'it'\''s'`);
  } finally {
    process.argv[1] = before!;
  }
});
