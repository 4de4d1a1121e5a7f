import { mkdirSync, writeFileSync } from 'node:fs';
import { stableJson } from '../kernel/json';
import { lintFile, lintVariable, type StackLint } from '../run/lint';

/** Where `tunnelwright lint` wants to have what is wrong; undefined where something else runs the program. */
export const lintDirectory = (): string | undefined => process.env[lintVariable];

export const writeLint = (directory: string, lint: StackLint): void => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(lintFile(directory, lint.stack), stableJson(lint));
};
