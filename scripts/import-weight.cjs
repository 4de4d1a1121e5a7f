/**
 * Counts the modules that requiring a module loads, as JSON: `node scripts/import-weight.cjs ./dist/constructs`. A file
 * that runs, like a program, is counted with all that it loads until it ends.
 */
const { resolve } = require('node:path');
const [wanted] = process.argv.slice(2);
require(wanted.startsWith('.') ? resolve(wanted) : wanted);
process.once('exit', () => {
  const loaded = Object.keys(require.cache).filter((file) => file !== __filename);
  const names = loaded.flatMap((file) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file.replaceAll('\\', '/')) ?? [];
    // The tests' own compiled copy lies in node_modules/.cache.
    return name === undefined || name.startsWith('.') ? [] : [name];
  });
  process.stdout.write(`${JSON.stringify({ modules: loaded.length, packages: [...new Set(names)].sort() })}\n`);
});
