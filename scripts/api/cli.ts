import type { Command } from 'commander';
import { code, table } from './markdown';

/** A command, and below it the commands that it has: `tunnelwright state key rotate`. */
const described = (command: Command, words: string, level: string): readonly string[] => {
  const name = `${words} ${command.name()}`;
  return [
    `${level} ${name}`,
    '',
    code(`${name} ${command.usage()}`),
    '',
    `${sentence(command.description())}`,
    '',
    ...table(
      ['Argument', 'Description'],
      command.registeredArguments.map((a) => [code(a.required ? `<${a.name()}>` : `[${a.name()}]`), a.description]),
    ),
    ...table(
      ['Option', 'Default', 'Description'],
      command.options.map((o) => [
        code(o.flags),
        typeof o.defaultValue === 'string' ? code(o.defaultValue) : '',
        o.description,
      ]),
    ),
    ...command.commands.flatMap((one) => described(one, name, '####')),
  ];
};

/** The commands with their arguments and options, from the command line's own description. */
export const commandLine = (root: Command, exitCodes: string): readonly string[] => [
  '## The command',
  '',
  root.description(),
  '',
  ...root.commands.flatMap((command) => described(command, 'tunnelwright', '###')),
  exitCodes.trim(),
  '',
];

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
