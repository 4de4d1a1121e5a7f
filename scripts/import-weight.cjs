/** Counts the modules that requiring a module loads: `node scripts/import-weight.cjs ./dist/constructs`, as JSON. */
const { resolve } = require('node:path');
const [wanted] = process.argv.slice(2);
require(wanted.startsWith('.') ? resolve(wanted) : wanted);
const loaded = Object.keys(require.cache).filter((file) => file !== __filename);
const packages = [...new Set(loaded.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))];
console.log(JSON.stringify({ modules: loaded.length, packages: packages.sort() }));
