/** The example of a page: its source, and what it writes. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../lib/model/nouns';
import type { PlatformId } from '../../lib/model/targets';
import { platformOf } from '../../lib/platforms';
import { excerptsOf, type Excerpt } from '../excerpt';
import { piecesOf, type Example, type Piece } from './example';
import { examples } from './examples';
import { writingsOf } from './platforms';
import { runsOf, type Run, type WrittenFile } from './written';

const folder = join(__dirname, 'examples');
const sources = new Map(readdirSync(folder).flatMap((file) => [...excerptsOf(join(folder, file))]));

/** The construct of the device that an example is given. */
const givers: Readonly<Record<PlatformId, string>> = {
  iosxe: 'IosXeRouter',
  asa: 'AsaFirewall',
  fmc: 'Fmc',
  ise: 'IseServer',
  'duo-admin': 'DuoAccount',
  'duo-proxy': 'DuoProxyHost',
  folder: 'ClientFiles',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const article = (word: string): string => (/^([aeiou]|fmc)/i.test(word) ? 'an' : 'a');

/** What stands before the source: what the names in it are that it does not declare. */
const given = ({ on }: Piece, parameter: string): readonly string[] => {
  if (on === 'program') return [];
  if (on === 'stack')
    return [`\`${parameter}\` is a [VpnStack](../programs/VpnStack.md), or \`this\` in its constructor.`, ''];
  const kinds = on.map(
    (platform) => `${article(givers[platform])} [${givers[platform]}](../devices/${givers[platform]}.md)`,
  );
  return [`\`${parameter}\` is ${listed(kinds)}.`, ''];
};

const fence = (language: string, text: string): readonly string[] => [`\`\`\`${language}`, text.trim(), '```', ''];

/** As prettier writes an import: on one line where it fits. */
const importOf = (names: readonly string[]): string => {
  const line = `import { ${names.join(', ')} } from 'tunnelwright';`;
  return line.length <= 100 ? line : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'tunnelwright';`;
};

const sourceOf = (piece: Piece, { text, parameter, imports }: Excerpt): readonly string[] => [
  ...given(piece, parameter),
  ...fence('ts', `${importOf(imports)}\n\n${text}`),
];

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** As JSON.stringify has it, but lists of plain values on one line. */
const compact = (body: unknown): string =>
  JSON.stringify(body, undefined, 2).replace(
    /\[\s+([^[\]{}]*?)\s+\]/g,
    (_all, items: string) => `[${items.replace(/\s*\n\s*/g, ' ')}]`,
  );
const requests = (text: string): string =>
  (JSON.parse(text) as readonly Request[])
    .map(({ method, path, body }) => `${method} ${path}\n\n${compact(body)}`)
    .join('\n\n');

const languages: Readonly<Record<string, string>> = { xml: 'xml', ps1: 'powershell' };

/** The comments say which construct a block is of: on a page about one that is known. */
const uncommented = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^(! |!$|; )/.test(line))
    .join('\n');

const fileBlock = ({ name, text }: WrittenFile, ofOne: boolean): readonly string[] => {
  if (name.endsWith('.requests.json')) return fence('http', requests(text));
  const shown = /\.cfg$/.test(name) && ofOne ? uncommented(text) : text;
  return shown.trim() === '' ? [] : fence(languages[name.split('.').at(-1)!] ?? 'text', shown);
};

const titled = (file: WrittenFile, ofOne: boolean): readonly string[] => {
  const { title } = platformOf(file.platform);
  const block = fileBlock(file, ofOne);
  return block.length === 0 ? [] : [ofOne ? `**${title}**:` : `\`${file.name}\` (${title}):`, '', ...block];
};

/** Of an object of its own what is written for it; of one that has none, what refers to it. */
const blocksOf = (run: Run, kind: Kind | undefined): readonly string[] => {
  const own = run.written(kind);
  if (kind === undefined || own.length > 0) return own.flatMap((file) => titled(file, kind !== undefined));
  return run.written().flatMap((file) => {
    const { title } = platformOf(file.platform);
    const how = writingsOf(kind).find((one) => one.title === title)?.whole ?? 'nothing of its own';
    return [`**${title}**: ${how}. Of the example:`, '', ...fileBlock(file, true)];
  });
};

/** What is wrong with an example: it cannot be planned, a rule finds an error, or a platform that has the construct is left out. */
export const faultsOf = (runs: readonly Run[], kind: Kind | undefined): readonly string[] => {
  const shown = new Set(runs.flatMap((run) => run.written().map(({ platform }) => platformOf(platform).title)));
  const expected = kind === undefined ? [] : writingsOf(kind).filter(({ has }) => has);
  return [
    ...runs.flatMap((run) => run.faults.map((fault) => `on ${run.on}: ${fault}`)),
    ...runs.filter((run) => run.written().length === 0).map((run) => `on ${run.on}: it writes nothing`),
    ...expected
      .filter(({ title }) => !shown.has(title))
      .map(({ title }) => `it is not shown on ${title}, which has it`),
  ];
};

/** The pieces of an example, each with its source. */
export const shownPieces = (name: string): readonly { readonly piece: Piece; readonly excerpt: Excerpt }[] => {
  const example = (examples as Readonly<Record<string, Example | undefined>>)[name];
  if (example === undefined) return [];
  const excerpts = sources.get(name) ?? [];
  const pieces = piecesOf(example);
  if (excerpts.length !== pieces.length)
    throw new Error(`The example of ${name}: write each piece as on(…, (device) => …), so that its source is found.`);
  return pieces.map((piece, i) => ({ piece, excerpt: excerpts[i]! }));
};

/** The two sections of a page: an example, and what it writes on each of its platforms. */
export const shownExample = (name: string, kind: Kind | undefined): readonly string[] => {
  const pieces = shownPieces(name);
  if (pieces.length === 0)
    throw new Error(`${name} has no example. Write one in scripts/api/examples: its page shows it.`);
  const runs = pieces.flatMap(({ piece }) => runsOf(piece));
  const faults = faultsOf(runs, kind);
  if (faults.length > 0) throw new Error(`The example of ${name}: ${faults.join('\n')}`);
  return [
    pieces.length === 1 ? '## Example' : '## Examples',
    '',
    ...pieces.flatMap(({ piece, excerpt }) => sourceOf(piece, excerpt)),
    '## What it writes',
    '',
    ...runs.flatMap((run) => blocksOf(run, kind)),
  ];
};
