/** `npm run api` writes API.md from the source; with `--check` it says whether API.md is that. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, program } from '../lib/cli/main';
import { commandLine } from './api/cli';
import { reference } from './api/reference';
import { undocumented } from './api/markdown';
import { objectNameIs } from './api/schema';

// Options of the command may take their defaults from here; the reference shall not depend on who writes it.
delete process.env['TUNNELWRIGHT_LEDGER'];
delete process.env['TUNNELWRIGHT_LAB'];

const file = join(__dirname, '..', 'API.md');

const silent: string[] = [];
const render = (): string => {
  const { contents, body } = reference();
  silent.push(...undocumented(body));
  return [
    '# Tunnelwright: reference',
    '',
    'Written by `npm run api` from the source; do not edit. Every name here is imported from `tunnelwright`.',
    '',
    "- A prop takes another construct itself (`IkeV2Proposal`), or what `IkeV2Proposal.fromExisting('NAME')` gives for one that somebody else owns.",
    '- `Secret` is what `Secret.fromEnv`, `fromFile` and `fromCommand` give. No secret is ever in a file that we write.',
    `- An object name is ${objectNameIs}.`,
    '- A prop without default that is not required is not written to the device.',
    '',
    '## Contents',
    '',
    ...contents,
    '- **[The command](#the-command)**',
    '',
    ...body,
    ...commandLine(
      program(() => undefined),
      exitCodes,
    ),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
};

const fresh = render();
if (silent.length > 0) {
  console.error(`No doc comment: ${silent.join(', ')}. Write one in the source: editors and API.md show it.`);
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
  console.log('API.md is written.');
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
  console.error('API.md is stale: run `npm run api` and commit it.');
  process.exitCode = 1;
} else console.log('API.md is fresh.');
