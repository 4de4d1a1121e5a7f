/** Writes schemas/*.json from lib/cli/output/schemas.ts. `--check`: says what is stale, and writes nothing. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema, schemas, type SchemaName } from '../lib/cli/output/schemas';

const folder = 'schemas';
const wanted = new Map(
  (Object.keys(schemas) as SchemaName[]).map((name) => [
    `${name}.json`,
    `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`,
  ]),
);
const there = existsSync(folder) ? readdirSync(folder) : [];
const stale = [
  ...[...wanted].filter(([file, text]) => !there.includes(file) || readFileSync(join(folder, file), 'utf8') !== text),
].map(([file]) => file);
const gone = there.filter((file) => !wanted.has(file));

if (process.argv.includes('--check')) {
  if (stale.length + gone.length > 0) {
    console.error(`Stale: ${[...stale, ...gone].map((file) => `${folder}/${file}`).join(', ')}. Run: npm run schemas`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const file of stale) writeFileSync(join(folder, file), wanted.get(file)!);
  for (const file of gone) rmSync(join(folder, file));
}
