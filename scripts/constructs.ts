/** `npm run constructs` writes constructs/generated from the nouns and the grammars; with `--check` it says whether it is fresh. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { nouns, type Kind } from '../lib/model/nouns';
import { catalogue } from '../lib/model/construct-names';
import { readNounDocs } from './constructs/docs';
import { typePages } from './constructs/named';
import { indexText, pageOf, referencesText } from './constructs/page';
import { shapesText } from './constructs/shapes';

const root = join(__dirname, '..');
const folder = 'constructs/generated';
/** They come with their device: `Fmc.ftd`. */
const withoutConstruct: readonly Kind[] = ['ftd-device'];

const filesNow = (): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    : [];

const render = async (): Promise<ReadonlyMap<string, string>> => {
  const docs = readNounDocs();
  const missing = (Object.keys(nouns) as Kind[]).filter(
    (kind) => !catalogue.has(kind) && !withoutConstruct.includes(kind),
  );
  if (missing.length > 0) throw new Error(`No area: ${missing.join(', ')}. Add them to lib/model/construct-names.ts`);
  const pages = [...catalogue.keys()].map((kind) => pageOf(kind, docs));
  const all = [
    ...pages,
    ...typePages(docs),
    { file: `${folder}/references.ts`, text: referencesText() },
    { file: `${folder}/index.ts`, text: indexText() },
    { file: `${folder}/shapes.ts`, text: shapesText() },
  ];
  const options = await resolveConfig(join(root, 'package.json'));
  return new Map(
    await Promise.all(
      all.map(async ({ file, text }) => [file, await format(text, { ...options, parser: 'typescript' })] as const),
    ),
  );
};

const main = async (): Promise<void> => {
  const fresh = await render();
  const stale = [
    ...[...fresh]
      .filter(([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text)
      .map(([file]) => file),
    ...filesNow().filter((file) => !fresh.has(file)),
  ];
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return console.log(`${folder} is fresh.`);
    console.error(`${stale.join(', ')}: stale. Run \`npm run constructs\` and commit it.`);
    process.exitCode = 1;
    return;
  }
  for (const file of stale) {
    const text = fresh.get(file);
    if (text === undefined) rmSync(join(root, file));
    else {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }
  console.log(`${folder} is written: ${fresh.size} files, ${stale.length} changed.`);
};
void main();
