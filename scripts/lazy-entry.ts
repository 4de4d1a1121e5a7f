/**
 * Makes the entries of the compiled package load a module when something of it is used: a program uses few of the nouns.
 * `tsx scripts/lazy-entry.ts dist`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Modules that only hand on what others export. */
export const lazyEntries: readonly string[] = ['constructs/index', 'constructs/generated/index'];

const loads = /^(?:var|const) (\w+) = require\("([^"]+)"\);$/gm;
const handsOn = /get: function \(\) \{ return (\w+)\.(\w+); \}/g;

/**
 * A module as TypeScript writes it, with each `require` where its export is asked for. The getters stay as they are: by them
 * Node finds the names for ES modules. Throws where the module does more than hand on.
 */
export const lazily = (text: string): string => {
  const members = [...text.matchAll(handsOn)].map(([, name, member]) => [name!, member!] as const);
  const loaded = [...text.matchAll(loads)].map(([, name]) => name!);
  const rest = text
    .replace(loads, '')
    .replace(handsOn, '')
    .replace(/"[^"]*"/g, '');
  const used = loaded.find((name) => new RegExp(`\\b${name}\\b`).test(rest));
  if (used !== undefined) throw new Error(`${used} is used otherwise than handed on`);
  return text.replace(loads, (_all, name: string, path: string) => {
    const own = members.filter(([from]) => from === name);
    const getters = own.map(([, member]) => `get ${member}() { return require("${path}").${member}; }`);
    return `const ${name} = { ${getters.join(', ')} };`;
  });
};

if (require.main === module)
  for (const entry of lazyEntries) {
    const file = join(process.argv[2] ?? 'dist', `${entry}.js`);
    writeFileSync(file, lazily(readFileSync(file, 'utf8')));
  }
