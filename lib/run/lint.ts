import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../kernel/problem';
import type { Lint } from '../rules/engine/waiver';
import { readJson } from './host-io';

/** What is wrong with a stack, also where nothing else of it is written. */
export interface StackLint {
  readonly stack: string;
  /** What is wrong besides findings of rules. */
  readonly faults: readonly Problem[];
  readonly lint: Lint;
}

/** The environment variable that asks a program for this alone, and says into which directory. */
export const lintVariable = 'TUNNELWRIGHT_LINT';
const suffix = '.lint.json';
export const lintFile = (directory: string, stack: string): string => join(directory, `${stack}${suffix}`);

/** What a program left in the directory, in the order of the names of its stacks. */
export const readLint = (directory: string): readonly StackLint[] =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => readJson(join(directory, name), 'lint.corrupt', 'run lint again') as StackLint)
    : [];
