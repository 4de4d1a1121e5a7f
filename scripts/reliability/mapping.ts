import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Promised } from './promises';

export const root = join(__dirname, '..', '..');

/** The lines below "What it promises" in a README. */
export const promisesIn = (readme: string): readonly string[] => {
  const [, section = ''] = /^## What it promises\n([^]*?)^## /m.exec(readme) ?? [];
  return section.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
};

/** What is wrong with the mapping: a promise that no test holds, a test that is not there, a promise that is not made. */
export const faultsOf = (
  promises: readonly Promised[],
  readme: string,
  exists: (file: string) => boolean = (file) => existsSync(join(root, file)),
): readonly string[] => {
  const said = promisesIn(readme);
  return [
    ...(said.length === 0 ? ['README: there is no section "What it promises"'] : []),
    ...said
      .filter((line) => promises.filter(({ says }) => line.startsWith(says)).length !== 1)
      .map((line) => `README promises "${line}": give it one entry in scripts/reliability/promises.ts`),
    ...promises
      .filter(({ says }) => !said.some((line) => line.startsWith(says)))
      .map(({ says }) => `"${says}" is not promised in the README: correct it in scripts/reliability/promises.ts`),
    ...promises
      .filter(({ heldBy }) => heldBy.length === 0)
      .map(({ says }) => `"${says}" is held by no test: name one in scripts/reliability/promises.ts`),
    ...promises.flatMap(({ says, heldBy }) =>
      heldBy.filter((file) => !exists(file)).map((file) => `"${says}" is held by ${file}, which does not exist`),
    ),
  ];
};

export const readmeText = (): string => readFileSync(join(root, 'README.md'), 'utf8');
