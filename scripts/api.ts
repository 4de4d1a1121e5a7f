/** `npm run api` writes API.md and docs/api from the source; with `--check` it says whether they are that. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCodes, program } from '../lib/cli/command-line';
import { commandLine } from './api/cli';
import { reference } from './api/reference';
import { undocumented } from './api/markdown';
import { objectNameIs } from './api/schema';

// Options of the command may take their defaults from here; the reference shall not depend on who writes it.
delete process.env['TUNNELWRIGHT_LEDGER'];
delete process.env['TUNNELWRIGHT_LAB'];

const root = join(__dirname, '..');
const folder = 'docs/api';

const notice = 'Written by `npm run api` from the source; do not edit.';
const ended = (lines: readonly string[]): string => lines.join('\n').replace(/\n+$/, '\n');

const indexText = (index: readonly string[]): string =>
  ended([
    '# Tunnelwright: reference',
    '',
    `${notice} Every name here is imported from \`tunnelwright\`; each has a page.`,
    '',
    "- A prop takes another construct itself (`IkeV2Proposal`), or what `IkeV2Proposal.fromExisting(edge, 'id', 'NAME')` gives for one that this program does not manage.",
    '- `Secret` is what `Secret.fromEnv`, `fromFile` and `fromCommand` give. No secret is ever in a file that we write.',
    `- An object name is ${objectNameIs}.`,
    '- A prop without default that is not required is not written to the device.',
    '',
    '## Constructs and types',
    '',
    ...index,
    '',
    ...commandLine(
      program(() => undefined),
      exitCodes,
    ),
    '',
  ]);

/** Every file of the reference with its text. */
const render = (): ReadonlyMap<string, string> => {
  const { index, pages } = reference();
  const silent = pages.flatMap(({ text }) => undocumented(text));
  if (silent.length > 0)
    throw new Error(`No doc comment: ${silent.join(', ')}. Write one in the source: editors and the pages show it.`);
  return new Map([
    ['API.md', indexText(index)],
    ...pages.map(({ area, name, text }) => [`${folder}/${area}/${name}.md`, ended([...text, notice, ''])] as const),
  ]);
};

const pagesNow = (): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    : [];

const fresh = render();
const isStale = (file: string, text: string): boolean =>
  !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text;
const stale = [
  ...[...fresh].filter(([file, text]) => isStale(file, text)).map(([file]) => file),
  ...pagesNow().filter((file) => !fresh.has(file)),
];
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(
      `${stale.slice(0, 10).join(', ')}${stale.length > 10 ? ', …' : ''}: stale. Run \`npm run api\` and commit it.`,
    );
    process.exitCode = 1;
  } else console.log('API.md and its pages are fresh.');
} else {
  for (const file of stale) {
    const text = fresh.get(file);
    if (text === undefined) rmSync(join(root, file));
    else {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }
  console.log(`API.md and ${fresh.size - 1} pages are written, ${stale.length} changed.`);
}
